"""The closest and the most hostile ties: order, lines, ends of the lists, and who has no place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from daylight.bonds.many import Case, case_of, relationships
from daylight.bonds.records import Quantity
from daylight.core.refs import ref_of
from daylight.partnerships.ranked import LEAST, closest, hostile, mean
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
    assert [t.word for t in hostile(*listed(atlas), 10).ties] != ["at war"]


def test_of_two_numbers_in_a_year_of_change_the_later_counts(atlas_of: AtlasOf) -> None:
    old, new = dict.fromkeys(CLOSE, 30.0), dict.fromkeys(CLOSE, 50.0)
    rows = [sums(2, 255, 1990, new), sums(2, 260, 1990, old)]
    atlas = world(atlas_of, *rows)
    me = ref_of(2, date(1990, 12, 31))
    (one,) = cases(atlas, me, 1990)
    assert one.b.cow == 255
    assert one.ledgers["economic_cooperation"].value == 50.0


def test_a_mean_is_as_sure_as_its_parts_are_together() -> None:
    parts = [Quantity(30.0, 24.0, 39.0, "carried"), Quantity(60.0, 60.0, 60.0, "observed"),
             Quantity(0.0, 0.0, 12.0, "carried")]  # fmt: skip
    assert mean(parts) == Quantity(30.0, 28.0, 35.0, "carried")
    gone = Quantity(None, 0.0, 80.0, "not_published")
    assert mean([*parts, gone]).value is None


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
