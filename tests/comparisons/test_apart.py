"""Which ties clearly differ, and how that is said and drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.bonds.records import Bond, Dimension, Quantity
from daylight.comparisons.apart import MARGIN, MEASURES, differences
from daylight.comparisons.chart import ties
from daylight.comparisons.compare import compare
from daylight.comparisons.lines import apart, columns, lines
from daylight.comparisons.records import Comparison
from daylight.comparisons.view import VIEW
from daylight.comparisons.words import summary
from daylight.core.errors import BadInput
from ledger_rows import AtlasOf, items, sums, war
from small_answers import ledger, small_bond

TURNED = {"higher": "lower", "lower": "higher", "not_apart": "not_apart", "not_known": "not_known"}


def tie(value: float, lo: float, hi: float) -> Bond:
    """A bond whose economic cooperation is so."""
    bond = small_bond()
    part = ledger("economic_cooperation", value, lo=lo, hi=hi, status="carried")
    return replace(bond, economic=Dimension(part, bond.economic.conflict))


def comparison(*bonds: Bond) -> Comparison:
    found = tuple(differences(bonds))
    one = bonds[0]
    return Comparison(
        request=one.request, answer=summary(bonds, one.year, found), bonds=bonds,
        differences=found, margin=MARGIN, caveats=(), sources=one.sources, view=VIEW,
    )  # fmt: skip


def verdict(one: Bond, other: Bond) -> tuple[str, float | None]:
    (found,) = [d for d in differences((one, other)) if d.what == "economic_cooperation"]
    return found.verdict, found.gap


def test_bands_must_lie_apart_by_more_than_the_margin() -> None:
    low = tie(20.0, 10.0, 30.0)
    assert verdict(tie(50.0, 30.0 + MARGIN + 1, 60.0), low) == ("higher", MARGIN + 1)
    assert verdict(tie(50.0, 30.0 + MARGIN, 60.0), low) == ("not_apart", None)
    assert verdict(low, tie(50.0, 30.0 + MARGIN + 1, 60.0)) == ("lower", MARGIN + 1)


def test_what_has_no_band_is_not_known_and_what_is_too_wide_has_one() -> None:
    bond = small_bond()
    gone = ledger("economic_cooperation", 0.0, status="missing")
    lost = replace(bond, economic=Dimension(replace(gone, value=None, lo=None, hi=None),
                                            bond.economic.conflict))  # fmt: skip
    assert verdict(tie(20.0, 10.0, 30.0), lost) == ("not_known", None)
    wide = replace(gone, value=None, lo=40.0, hi=100.0, status="not_published")
    unsure = replace(bond, economic=Dimension(wide, bond.economic.conflict))
    assert verdict(unsure, tie(20.0, 10.0, 30.0)) == ("higher", 10.0)


@given(st.lists(st.floats(0, 100), min_size=3, max_size=3).map(sorted),
       st.lists(st.floats(0, 100), min_size=3, max_size=3).map(sorted))  # fmt: skip
def test_turned_round_a_verdict_turns(one: list[float], other: list[float]) -> None:
    first, second = (tie(x[1], x[0], x[2]) for x in (one, other))
    forth, back = verdict(first, second), verdict(second, first)
    assert TURNED[forth[0]] == back[0]
    assert forth[1] == back[1]


def test_each_two_ties_are_compared_in_each_measure() -> None:
    found = comparison(*(tie(x, x, x) for x in (10.0, 50.0, 90.0)))
    assert len(found.differences) == 3 * len(MEASURES)
    assert {d.what for d in found.between(0, 2)} == set(MEASURES)
    assert "above" in apart(found, "economic_cooperation")
    assert apart(found, "political_conflict") == "cannot be told apart"


def test_what_is_said_and_shown_fits() -> None:
    found = comparison(tie(20.0, 10.0, 30.0), tie(80.0, 70.0, 90.0))
    assert "clearly lower in economic cooperation" in found.headline
    assert all(len(line) <= 80 for line in lines(found))
    frame = columns(found)
    assert {len(column) for column in frame.values()} == {2 * len(MEASURES)}
    chart = ties(found)
    assert chart is not None
    assert chart.svg.count("<circle") == sum(v is not None for v in frame["value"])
    assert found.view.page(found)


def test_a_quantity_without_value_is_not_drawn_as_zero() -> None:
    nothing = Quantity(None, None, None, "outside_coverage")
    bond = small_bond()
    empty = [replace(x, value=None, lo=None, hi=None) for x in bond.ledgers]
    gone = replace(
        bond, relationship=replace(bond.relationship, place=nothing),
        military=Dimension(empty[0], empty[1]), political=Dimension(empty[2], empty[3]),
        economic=Dimension(empty[4], empty[5]),
    )  # fmt: skip
    assert ties(comparison(gone, gone)) is None


@pytest.mark.parametrize("count", [1, 7])
def test_how_many_can_be_compared(count: int, atlas_of: AtlasOf) -> None:
    rows = {"ledgers": [sums(365, 630, 2016)], "ledger_items": [items(365, 630, 2016)],
            "dated_facts": [war(2, 20, "1990-01-01", "1990-02-01")]}  # fmt: skip
    with pytest.raises(BadInput, match="two to 6"):
        compare([("RUS", "IRN")] * count, "2017-02-01", atlas=atlas_of(rows))
