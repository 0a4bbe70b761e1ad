"""The closest and the most hostile ties: order, lines, ends of the lists, and who has no place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from daylight.bonds.cases import Case, case_of
from daylight.bonds.many import relationships
from daylight.bonds.records import Quantity
from daylight.bonds.stands import HALF
from daylight.core.refs import ref_of
from daylight.partnerships.ranked import LEAST, closest, conflict_of, hostile
from daylight.partnerships.read import cases
from daylight.store.atlas import Atlas
from ledger_rows import AtlasOf, items, sums, war

YEAR = 2016
DAY = date(2017, 2, 1)
ME = ref_of(2, date(YEAR, 12, 31))
CLOSE = {"military_cooperation": 90.0, "political_cooperation": 60.0, "economic_cooperation": 60.0}
UNSURE = {**CLOSE, "military_cooperation": (20.0, 60.0, 90.0)}


def world(atlas_of: AtlasOf, *rows: dict[str, Any], wars: tuple[Any, ...] = ()) -> Atlas:
    told = [war(*one) for one in wars] or [war(710, 740, "1990-01-01", "1990-02-01")]
    foes = {war_of[:2] for war_of in wars}
    promised = [
        items(r["a"], r["b"], r["year"], 0.0 if (r["a"], r["b"]) in foes else 5.0) for r in rows
    ]
    return atlas_of({"ledgers": list(rows), "ledger_items": promised, "dated_facts": told})


def listed(atlas: Atlas) -> tuple[tuple[Case, ...], Any]:
    found = cases(atlas, ME, YEAR)
    return found, relationships(atlas, found, DAY)


def test_a_list_ends_where_there_is_no_tie_to_speak_of(atlas_of: AtlasOf) -> None:
    atlas = world(atlas_of, sums(2, 20, YEAR, CLOSE), sums(2, 70, YEAR, {}),
                  sums(2, 200, YEAR, dict.fromkeys(CLOSE, LEAST["overall"] - 0.5)))  # fmt: skip
    found = closest(*listed(atlas), "overall", 10)
    assert [tie.state.cow for tie in found.ties] == [20]
    assert (found.of, found.more, found.unsure) == (1, 0, ())
    assert found.ties[0].by == Quantity(70.0, 70.0, 70.0, "observed")
    assert hostile(*listed(atlas), 10).ties == ()


def test_those_that_cannot_be_told_apart_share_a_line_and_the_rest_is_counted(
    atlas_of: AtlasOf,
) -> None:
    same = [sums(2, other, YEAR, CLOSE) for other in (20, 200, 210, 220)]
    atlas = world(atlas_of, *same, sums(2, 70, YEAR, dict.fromkeys(CLOSE, 95.0)))
    found = closest(*listed(atlas), "overall", 3)
    assert [(tie.rank, tie.state.cow) for tie in found.ties] == [(1, 70), (2, 20), (2, 220)]
    assert (found.of, found.more) == (5, 2)


def test_a_band_too_wide_for_a_number_is_named_apart(atlas_of: AtlasOf) -> None:
    atlas = world(atlas_of, sums(2, 20, YEAR, CLOSE), sums(2, 200, YEAR, UNSURE))
    found = closest(*listed(atlas), "overall", 10)
    assert [tie.state.cow for tie in found.ties] == [20]
    assert [state.cow for state in found.unsure] == [200]
    assert [t.state.cow for t in closest(*listed(atlas), "economic", 10).ties] == [20, 200]


def test_rivals_are_not_called_close_overall_but_trade_is_told(atlas_of: AtlasOf) -> None:
    foe = sums(2, 710, YEAR, {**CLOSE, "political_conflict": 60.0}, rivalry=0.9)
    lost = items(2, 710, YEAR)
    told = [war(2, 20, "1990-01-01", "1990-02-01")]
    atlas = atlas_of({"ledgers": [foe], "ledger_items": [lost], "dated_facts": told})
    assert closest(*listed(atlas), "overall", 10).ties == ()
    (tie,) = closest(*listed(atlas), "economic", 10).ties
    assert tie.word == "rivals"
    assert [t.state.cow for t in hostile(*listed(atlas), 10).ties] == [710]


@pytest.mark.parametrize(("chance", "close"), [(HALF - 0.02, [20]), (HALF + 0.02, [])])
def test_allies_that_are_rivals_more_likely_than_not_are_not_called_close(
    atlas_of: AtlasOf, chance: float, close: list[int]
) -> None:
    torn = sums(2, 20, YEAR, {**CLOSE, "military_conflict": 60.0}, rivalry=chance)
    found = listed(world(atlas_of, torn))
    assert [relation.word for relation in found[1]] == ["allies in conflict"]
    assert [t.state.cow for t in closest(*found, "overall", 10).ties] == close
    assert [t.state.cow for t in closest(*found, "military", 10).ties] == [20]


def test_a_ledger_too_wide_for_a_number_counts_by_the_value_carried(atlas_of: AtlasOf) -> None:
    """Not as zero: 60 points of conflict are enough, 20 are not."""
    many, few = ((5.0, points, 95.0) for points in (60.0, 20.0))
    atlas = world(atlas_of, sums(2, 365, YEAR, {"military_conflict": many}),
                  sums(2, 645, YEAR, {"military_conflict": few}))  # fmt: skip
    found = hostile(*listed(atlas), 10)
    assert [tie.state.cow for tie in found.ties] == [365]
    assert found.ties[0].ledgers["military_conflict"].value is None
    assert found.unsure == ()


def test_within_a_line_the_value_carried_gives_the_order(atlas_of: AtlasOf) -> None:
    rows = (sums(2, cow, YEAR, {"military_conflict": points}, rivalry=0.7)
            for cow, points in ((365, 50.0), (645, (5.0, 70.0, 95.0)), (710, 60.0)))  # fmt: skip
    found = hostile(*listed(world(atlas_of, *rows)), 10)
    assert [(tie.rank, tie.state.cow) for tie in found.ties] == [(1, 645), (1, 710), (1, 365)]


NOBODY_KNOWS = (None, None, None)
SOME = {"political_conflict": 30.0}
"""A relation to speak of, and too little to be hostile."""


def test_of_what_is_not_known_nothing_is_said(atlas_of: AtlasOf) -> None:
    """A ledger that others have and a pair has not leaves it without a place in either list."""
    lost = {**SOME, "military_conflict": NOBODY_KNOWS, "economic_cooperation": NOBODY_KNOWS}
    atlas = world(atlas_of, sums(2, 20, YEAR, CLOSE), sums(2, 365, YEAR, lost),
                  sums(2, 645, YEAR, SOME))  # fmt: skip
    found = listed(atlas)
    assert [state.cow for state in hostile(*found, 10).unsure] == [365]
    assert hostile(*found, 10).ties == ()
    assert [state.cow for state in closest(*found, "overall", 10).unsure] == [365]
    assert closest(*found, "military", 10).unsure == ()


def test_what_is_known_to_be_hostile_is_listed_whatever_else_is_not_known(
    atlas_of: AtlasOf,
) -> None:
    lost = {"military_conflict": 60.0, "economic_conflict": NOBODY_KNOWS}
    atlas = world(atlas_of, sums(2, 365, YEAR, lost), sums(2, 645, YEAR, SOME))
    assert [tie.state.cow for tie in hostile(*listed(atlas), 10).ties] == [365]


def test_a_ledger_that_no_pair_has_tells_none_from_another(atlas_of: AtlasOf) -> None:
    lost = {**SOME, "economic_conflict": NOBODY_KNOWS}
    foe = {"military_conflict": 60.0, "economic_conflict": NOBODY_KNOWS}
    found = listed(world(atlas_of, sums(2, 365, YEAR, lost), sums(2, 645, YEAR, foe)))
    assert conflict_of(found[0]) == ("military_conflict", "political_conflict")
    assert [tie.state.cow for tie in hostile(*found, 10).ties] == [645]
    assert hostile(*found, 10).unsure == ()


def test_war_comes_first_then_the_chance_then_conflict(atlas_of: AtlasOf) -> None:
    atlas = world(
        atlas_of,
        sums(2, 710, YEAR, {"political_conflict": 60.0}, rivalry=0.9),
        sums(2, 40, YEAR, {"economic_conflict": 90.0}, rivalry=0.89),
        sums(2, 365, YEAR, {"political_conflict": 60.0}, rivalry=0.5),
        sums(2, 645, YEAR, {"military_conflict": 100.0}, rivalry=0.3),
        sums(2, 200, YEAR, {}, rivalry=0.1),
        wars=((2, 645, "2015-01-01", "2016-12-31"),),
    )
    found = hostile(*listed(atlas), 10)
    assert [(t.rank, t.state.cow) for t in found.ties] == [(1, 645), (2, 40), (2, 710), (4, 365)]
    assert found.ties[0].word == "at war"


def test_a_war_that_is_over_is_no_war_of_the_year(atlas_of: AtlasOf) -> None:
    row = sums(2, 645, YEAR, {"military_conflict": 50.0}, rivalry=0.9)
    atlas = world(atlas_of, row, wars=((2, 645, "2003-03-20", "2003-05-01"),))
    assert [t.word for t in hostile(*listed(atlas), 10).ties] == ["rivals"]


def test_of_two_numbers_in_a_year_of_change_the_later_counts(atlas_of: AtlasOf) -> None:
    old, new = dict.fromkeys(CLOSE, 30.0), dict.fromkeys(CLOSE, 50.0)
    rows = [sums(2, 255, 1990, new), sums(2, 260, 1990, old)]
    atlas = world(atlas_of, *rows)
    me = ref_of(2, date(1990, 12, 31))
    (one,) = cases(atlas, me, 1990)
    assert one.b.cow == 255
    assert one.ledgers["economic_cooperation"].value == 50.0


@pytest.mark.parametrize("promise", [0.0, 5.0])
def test_the_word_rests_on_the_promise_last_seen(atlas_of: AtlasOf, promise: float) -> None:
    row = sums(2, 20, YEAR, {**CLOSE, "military_cooperation": (40.0, 50.0, 60.0)})
    last = items(2, 20, 2014, promise)
    now = items(2, 20, YEAR) | {"promise_status": 3, "promise_ab": None, "promise_ba": None}
    points = 100 if promise else 0
    now |= {"promise_carried": points, "promise_lo": points, "promise_hi": points,
            "promise_holds": 90}  # fmt: skip
    told = [war(710, 740, "1990-01-01", "1990-02-01")]
    atlas = atlas_of({"ledgers": [row], "ledger_items": [last, now], "dated_facts": told})
    case = case_of(ME, ref_of(20, DAY), YEAR, cases(atlas, ME, YEAR)[0].row)
    (found,) = relationships(atlas, (case,), DAY)
    assert (found.word == "allies") == bool(promise)
