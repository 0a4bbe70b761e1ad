"""Ties as an outside power sees them, and how often those in one position broke."""

from __future__ import annotations

import numpy as np
import pytest
from small_world import NO_GAINS, columns, small, tied, ties

from daylight.breaks.kinds import GAIN_AFTER
from daylight.wedges.measured.rates import (
    DELAYED,
    chances,
    count,
    of_position,
    precedents,
    usable,
)
from daylight.wedges.measured.triads import GREAT, Triads, one_triad, triads
from daylight.wedges.measured.world import World

USA, IRAN, RUSSIA, SYRIA = 2, 630, 365, 652
YEARS = range(1960, 2000)
GAINS = ("target", "partner", "year", "power", "by")


def rivals(*pairs: tuple[int, int]) -> World:
    """Return a world of which only rivalries are known, and some trade."""
    return small(pairs, trade={})


def two_ties(broke: list[tuple[int, int, int]] | None = None) -> tuple[object, Triads]:
    seen = ties(
        [
            *tied(IRAN, SYRIA, range(1960, 2000), SYRIA),
            *tied(RUSSIA, IRAN, range(1960, 2000), IRAN),
        ],
        broke or [],
    )
    return seen, triads(seen, rivals((IRAN, USA)), NO_GAINS, GREAT, 2025)


def test_every_year_of_a_tie_from_both_sides_with_each_power_outside_it() -> None:
    _, seen = two_ties()
    assert len(seen.year) == 40 * 2 * 3 + 40 * 2 * 2, "Russia is no power outside its own tie"
    assert not np.any((seen.target == seen.divider) | (seen.partner == seen.divider))


def test_the_partner_has_the_divider_as_rival_and_not_the_target() -> None:
    _, seen = two_ties()
    rival = {(int(t), int(p), int(d)) for t, p, d in zip(
        seen.target[seen.rival], seen.partner[seen.rival], seen.divider[seen.rival], strict=True
    )}  # fmt: skip
    assert rival == {(SYRIA, IRAN, USA), (RUSSIA, IRAN, USA)}


def test_the_side_is_by_capabilities() -> None:
    _, seen = two_ties()
    assert set(seen.target[seen.weaker].tolist()) == {SYRIA, IRAN}


def test_rivalries_are_held_after_the_list_has_ended() -> None:
    seen = ties(tied(IRAN, SYRIA, [2020, 2024], SYRIA))
    made = triads(seen, rivals((IRAN, USA)), NO_GAINS, (USA,), 2025)
    assert made.rival[made.target == SYRIA].tolist() == [True, True]


@pytest.mark.parametrize(
    ("until", "known"), [(1990 + GAIN_AFTER, True), (1989 + GAIN_AFTER, False)]
)
def test_a_gain_counts_once_its_years_have_passed(until: int, known: bool) -> None:
    seen = ties(tied(IRAN, SYRIA, range(1980, 1990), SYRIA), [(IRAN, SYRIA, 1990)])
    gains = columns(GAINS, [(SYRIA, IRAN, 1990, USA, 1)])
    made = triads(seen, rivals((IRAN, USA)), gains, (USA,), until)
    assert made.to_divider[made.target == SYRIA].all() == known
    assert not made.to_divider[made.target == IRAN].any(), "the other side gained nothing"


def test_rates_count_breaks_within_years_of_those_in_the_position() -> None:
    ties_, seen = two_ties([(IRAN, SYRIA, 1990)])
    kept = usable(ties_, seen, None) & of_position(seen, "weaker", True)  # type: ignore[arg-type]
    assert count(seen, kept) == 1
    found = chances(seen, kept, 2025)
    # At risk to 1989, and again eight years after the break.
    assert (found["4"].broke.events, found["4"].broke.n) == (4, 30 + 2)
    assert found["4"].to_divider.events == 0
    assert found["8"].broke.events == 8


def test_nothing_is_counted_whose_outcome_was_not_known() -> None:
    ties_, seen = two_ties([(IRAN, SYRIA, 1990)])
    kept = usable(ties_, seen, None) & of_position(seen, "weaker", True)  # type: ignore[arg-type]
    early = chances(seen, kept, 1985)
    assert early["4"].broke.n == len(range(1960, 1985 - 4 - DELAYED + 1))
    assert precedents(seen, kept, 1990 + DELAYED - 1) == ()
    told = precedents(seen, kept, 1990 + DELAYED)
    assert [(p.target.code, p.partner.code, p.divider.code, p.year) for p in told] == [
        ("SYR", "IRN", "USA", 1990)
    ]
    assert told[0].to_divider is None, "their trade is not known"


def test_a_gain_that_could_not_be_seen_is_no_absence() -> None:
    ties_ = ties(tied(IRAN, SYRIA, YEARS, SYRIA), [(IRAN, SYRIA, 1990)])
    known = dict.fromkeys(range(1980, 2000), 0.01)
    for trade, seen_ in (({}, False), ({(SYRIA, USA): known}, True)):
        world = small(((IRAN, USA),), trade=trade)
        made = triads(ties_, world, NO_GAINS, (USA,), 2025)
        mine = made.where(made.target == SYRIA)
        assert set(mine.gain_known.tolist()) == {seen_, False}, "after the break none is dated"
        kept = usable(ties_, mine, None)
        found = chances(mine, kept, 2025)["4"]
        assert found.to_divider.n == found.broke.n - (0 if seen_ else 4)


def test_a_precedent_is_of_the_position_in_the_last_year() -> None:
    """Rivals to 1985, and no longer when the tie broke."""
    ties_ = ties(tied(IRAN, SYRIA, YEARS, SYRIA), [(IRAN, SYRIA, 1990)])
    made = triads(ties_, small(((IRAN, USA),), last=1985), NO_GAINS, (USA,), 2025)
    every = usable(ties_, made, None)
    assert precedents(made, every & of_position(made, "weaker", True), 2025) == ()
    assert len(precedents(made, every & of_position(made, "weaker", False), 2025)) == 1


def test_one_triad_needs_no_tie() -> None:
    one = one_triad(rivals((IRAN, USA)), SYRIA, IRAN, USA, 2019)
    assert one.rival.tolist() == [True]
    assert one.breaks_within(8).tolist() == [False]


def test_without_a_year_there_is_no_rate() -> None:
    _, seen = two_ties()
    assert chances(seen, np.zeros(len(seen.year), bool), 2025) == {}
