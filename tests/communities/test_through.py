"""Communities through years: one number for one community, and no change without a reason."""

from __future__ import annotations

import numpy as np
from small_ties import seen

from daylight.communities.through import through_years

LEFT, RIGHT, MOVER = (20, 40, 70), (200, 210, 220), 2
STATES = (MOVER, *LEFT, *RIGHT)


def year(at: int, left: int, states: tuple[int, ...] = STATES):
    """Return a year in which the mover is with the left in so many runs of ten."""
    pairs = {(a, b): 10 for side in (LEFT, RIGHT) for a in side for b in side if a < b}
    pairs |= {(MOVER, a): left for a in LEFT} | {(MOVER, a): 10 - left for a in RIGHT}
    return seen(at, states, pairs)


def test_a_community_keeps_its_number_for_years() -> None:
    found = through_years([year(y, 9) for y in (1980, 1981, 1982)])
    assert len({tuple(groups.tolist()) for groups in found}) == 1
    groups = found[0]
    assert len(set(groups[:4].tolist())) == len(set(groups[4:].tolist())) == 1
    assert groups[1] != groups[4]


def test_a_year_that_says_little_changes_nothing_and_one_that_says_much_does() -> None:
    for left, moved in ((4, False), (0, True)):
        years = [year(1980, 9), year(1981, left), year(1982, left)]
        found = through_years(years, hold=3.0)
        assert bool(found[1][0] != found[0][0]) is moved
    alone = through_years([year(1980, 9), year(1981, 4)], hold=0.0)
    assert alone[1][0] == alone[1][4] != alone[1][1]


def test_years_may_be_missing_and_are_then_not_held_together() -> None:
    found = through_years([year(1980, 9), year(1990, 4)])
    assert found[1][0] == found[1][4], "nothing holds it to the left"
    assert not set(found[0].tolist()) & set(found[1].tolist())


def test_a_state_keeps_its_past_under_a_new_number() -> None:
    before = seen(1989, (2, 20, 260), {(2, 20): 10, (2, 260): 10, (20, 260): 10})
    after = seen(1990, (2, 20, 255), {(2, 20): 10, (2, 255): 5, (20, 255): 5})
    found = through_years([before, after])
    assert len(set(np.concatenate(found).tolist())) == 1
