"""Points, ledgers, points of the user's own, and what rests on what."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.core.status import MISSING, OBSERVED, OUTSIDE_COVERAGE, STRUCTURAL_ZERO
from daylight.ledgers.grid import PAIR_YEAR
from daylight.ledgers.items import BY_NAME, ITEMS
from daylight.ledgers.ledger import ledgers, seen
from daylight.ledgers.points import points
from daylight.ledgers.scored import maxima
from daylight.ledgers.sensitivity import without_each
from daylight.store.schemas.ledgers import LEDGERS


def raw(*rows: dict[str, Any], status: int = OUTSIDE_COVERAGE) -> pl.DataFrame:
    """Return raw values; an item that a row does not name is null, with this status."""
    made = []
    for n, row in enumerate(rows):
        values = {c: row.get(c) for item in ITEMS for c in item.columns}
        codes = {
            item.status: OBSERVED if any(c in row for c in item.columns) else status
            for item in ITEMS
        }
        made.append({"a": 2, "b": 20, "year": 2000 + n, **values, **codes})
    floats = {c: pl.Float32 for item in ITEMS for c in item.columns}
    kinds = dict.fromkeys(PAIR_YEAR, pl.Int16) | floats | {i.status: pl.Int8 for i in ITEMS}
    return pl.DataFrame(made, kinds)


ALLY = {"promise_ab": 5.0, "promise_ba": 1.0, "organisation": 2.0, "disputes": 1.0, "crises": 3.0}


def test_sums_the_highest_and_what_is_not_known() -> None:
    row = ledgers(points(raw(ALLY))).row(0, named=True)
    assert row["military_cooperation"] == 70
    assert row["military_conflict"] == 60, "the highest, not the sum"
    assert row["political_cooperation"] is None, "nothing known is not nothing"
    assert row[seen("military_cooperation")] == pytest.approx(70 / 135)
    assert row[seen("military_conflict")] == pytest.approx(160 / 420)
    assert row[seen("economic_conflict")] == 0


def test_what_is_known_to_be_none_is_seen_and_what_is_missing_is_not() -> None:
    none = raw({}, status=STRUCTURAL_ZERO).with_columns(
        pl.lit(0.0).alias(c) for item in ITEMS for c in item.columns if item.name != "nearness"
    )
    row = ledgers(points(none)).row(0, named=True)
    assert all(row[ledger] == 0 and row[seen(ledger)] == 1 for ledger in LEDGERS)
    lost = ledgers(points(raw({}, status=MISSING))).row(0, named=True)
    assert all(lost[ledger] is None and lost[seen(ledger)] == 0 for ledger in LEDGERS)


def test_a_ledger_holds_a_hundred_at_most() -> None:
    full = {c: 1e6 for item in ITEMS for c in item.columns}
    row = ledgers(points(raw(full))).row(0, named=True)
    assert row["military_cooperation"] == 100, "135 points in items"
    assert all(0 <= row[ledger] <= 100 for ledger in LEDGERS)


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from([c for i in ITEMS for c in i.columns]), st.floats(0, 1e5)))
def test_one_more_fact_never_lowers_a_ledger(facts: dict[str, float]) -> None:
    before, after = (ledgers(points(raw(f))).row(0, named=True) for f in ({}, facts))
    for ledger in LEDGERS:
        assert (after[ledger] or 0) >= (before[ledger] or 0)
        assert after[seen(ledger)] >= before[seen(ledger)]


def test_points_of_the_users_own_stretch_a_curve_and_leave_the_rest() -> None:
    mine = {"promise": 80.0, "organisation": 0.0}
    made = points(raw(ALLY), mine)
    assert made["promise"].item() == 80
    row = ledgers(made, mine).row(0, named=True)
    assert row["military_cooperation"] == 80
    assert row[seen("military_cooperation")] == pytest.approx(80 / (135 - 20 + 30))
    assert row["military_conflict"] == 60
    assert maxima() == {item.name: item.maximum for item in ITEMS}


@pytest.mark.parametrize(
    ("mine", "says"),
    [
        ({"promises": 10}, "No item of a ledger is called 'promises'"),
        ({"promise": -1}, "-1 points for promise: give a number from 0"),
        ({"promise": 100.5}, "100.5 points for promise: .* to 100"),
        ({"promise": float("nan")}, "nan points for promise"),
        ({"promise": "many"}, "'many' points for promise"),
        ({"promise": True}, "True points for promise"),
    ],
)
def test_points_that_cannot_be_are_refused_in_a_line(mine: dict[str, Any], says: str) -> None:
    with pytest.raises(BadInput, match=says) as error:
        points(raw(ALLY), mine)
    assert "\n" not in str(error.value)


def test_leaving_all_items_out_leaves_no_ledger() -> None:
    none = {item.name: 0.0 for item in ITEMS}
    row = ledgers(points(raw(ALLY), none), none).row(0, named=True)
    assert all(row[ledger] is None and row[seen(ledger)] == 0 for ledger in LEDGERS)


def test_what_rests_on_what() -> None:
    table = points(raw(ALLY, {"promise_ab": 5.0, "promise_ba": 5.0}, {"disputes": 4.0}))
    made = {row["item"]: row for row in without_each(table).iter_rows(named=True)}
    assert made.keys() == BY_NAME.keys()
    assert made["promise"]["moved"] == 1 and made["promise"]["mean"] == 50
    assert made["organisation"]["moved"] == 0.5 and made["organisation"]["most"] == 20
    assert made["arms"]["moved"] == 0 and made["arms"]["mean"] is None
    assert made["crises"]["most"] == 40, "the dispute remains"
    assert made["disputes"]["moved"] == 0.5
    assert made["sanctions"]["moved"] == 0


@settings(max_examples=4, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from([c for i in ITEMS for c in i.columns]),
                                st.floats(0, 1e5)), min_size=1, max_size=4))  # fmt: skip
def test_dropping_an_item_is_giving_it_no_points(facts: list[dict[str, float]]) -> None:
    table = raw(*facts)
    found = {row["item"]: row for row in without_each(points(table)).iter_rows(named=True)}
    whole = ledgers(points(table))
    for item in ITEMS:
        mine = {item.name: 0.0}
        rest = ledgers(points(table, mine), mine)
        fall = whole[item.ledger].fill_null(0.0) - rest[item.ledger].fill_null(0.0)
        assert (found[item.name]["most"] or 0.0) == pytest.approx(fall.max(), abs=1e-3)
