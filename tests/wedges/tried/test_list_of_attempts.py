"""The real list of attempts: its counts, groups, offers and nearest rows."""

from __future__ import annotations

from collections import Counter

import pytest
from attempt_rows import CHINA, JAPAN, RUSSIA, USA, at_five, listed

from daylight.store.schemas.attempts import HORIZONS
from daylight.wedges.tried.catalogue import GROUPS, nearest, offers, rates
from daylight.wedges.tried.distance import Case
from daylight.wedges.tried.outcomes import Rate

LEFT_OUT = {
    "W140": ("1946-90", "dealign", "unknown", ("fail", "fail", "fail")),
    "W142": ("1946-90", "disalign", "yes", ("fail", "fail", "fail")),
    "W210": ("1991 on", "disalign", "yes", ("fail", "fail", "unknown")),
    "W248": ("1991 on", "prealign", "unknown", ("success", "success", "success")),
}
"""Rows of the first list that were doubted and left out: era, aim, veto, outcomes."""


def outcomes(rate: Rate) -> Counter[str]:
    """Count outcomes as the first list did, where what is not yet known was unknown."""
    return Counter(
        success=rate.success,
        partial=rate.partial,
        fail=rate.fail,
        unknown=rate.unknown + rate.waiting,
    )


def counted(*four: int) -> Counter[str]:
    return Counter(dict(zip(("success", "partial", "fail", "unknown"), four, strict=True)))


@pytest.mark.parametrize(
    ("years", "first_list"),
    [(2, (84, 61, 122, 9)), (5, (66, 33, 146, 31)), (10, (49, 24, 131, 72))],
)
def test_outcomes_are_those_of_the_first_list_but_for_rows_left_out(
    years: int, first_list: tuple[int, ...]
) -> None:
    got: Counter[str] = Counter()
    for rate in rates(listed()):
        if rate.years == years:
            got += outcomes(rate)
    at = HORIZONS.index(years)
    got += Counter(after[at] for *_, after in LEFT_OUT.values())
    assert got == counted(*first_list)


@pytest.mark.parametrize(
    ("by", "first_list"),
    [
        (None, {None: (52, 31, 133, 28)}),
        ("era", {"before 1914": (10, 2, 22, 1), "1914-45": (6, 1, 28, 5),
                 "1946-90": (21, 11, 47, 0), "1991 on": (15, 17, 36, 22)}),
        ("aim", {"realign": (21, 3, 23, 7), "dealign": (11, 5, 32, 8), "prealign": (12, 1, 33, 3),
                 "disalign": (8, 22, 45, 10)}),
        ("veto", {"yes": (8, 2, 37, 3), "no": (20, 10, 54, 11), "unknown": (24, 19, 42, 14)}),
    ],
)  # fmt: skip
def test_groups_are_those_of_the_first_list_but_for_rows_left_out(
    by: str | None, first_list: dict[str | None, tuple[int, ...]]
) -> None:
    got: dict[str | bool | None, Counter[str]] = {
        rate.group: outcomes(rate)
        for rate in at_five(listed(), by)
        if rate.population == "attempts"
    }
    for era, aim, veto, after in LEFT_OUT.values():
        group = {"era": era, "aim": aim, "veto": veto}.get(by or "")
        got[group] += Counter([after[1]])
    assert got == {group: counted(*four) for group, four in first_list.items()}


def test_rows_left_out_are_not_in_the_list() -> None:
    assert {row.id for row in listed()}.isdisjoint(LEFT_OUT)
    assert len(listed()) + len(LEFT_OUT) == 276


@pytest.mark.parametrize("by", [None, *GROUPS])
def test_every_group_of_the_list_adds_up(by: str | None) -> None:
    every = rates(listed(), by)
    for years in HORIZONS:
        found = [rate for rate in every if rate.years == years]
        assert sum(rate.rows + rate.waiting for rate in found) == len(listed())
        for rate in found:
            assert rate.rows == rate.success + rate.partial + rate.fail + rate.unknown
            assert rate.full.clusters <= rate.clusters <= rate.rows


def test_realign_and_disalign_lie_apart_and_realign_is_shrunk_most() -> None:
    """Of the list; it may well be that such an attempt is written down once it has worked."""
    found = {r.group: r.full for r in at_five(listed(), "aim") if r.population == "attempts"}
    low, high = found["disalign"], found["realign"]
    assert low.hi is not None
    assert high.lo is not None
    assert low.hi < high.lo
    assert low.high is not None
    assert high.low is not None
    assert high.low < low.high, "with each doubtful row read the other way, not even that holds"


def test_offers_to_tokyo_to_part_from_washington_stand_newest_first() -> None:
    found = [(row.id, row.divider, row.answer) for row in offers(listed(), JAPAN, USA)]
    assert found == [
        ("W136", (RUSSIA,), "refused"),
        ("W043", (CHINA,), "half"),
        ("W041", (RUSSIA,), "half"),
    ]
    assert [row.id for row in offers(listed(), USA, JAPAN)] == ["W098"], "the other way round"


def test_the_nearest_to_a_row_of_the_list_is_that_row() -> None:
    for row in listed()[::4]:
        case = Case(row.divider, row.target, row.partner, row.divider_bloc, row.partner_bloc,
                    row.aim, row.instrument, row.side, row.upheaval, row.last,
                    row.recognition)  # fmt: skip
        got = nearest(listed(), case, count=1)
        assert got[0].distance == 0
        assert row.id in {near.attempt.id for near in got}
