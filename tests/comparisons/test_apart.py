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
from daylight.core.said import at
from daylight.core.status import Known
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


def empty() -> Bond:
    """A bond of a year that the ledgers do not cover."""
    status: Known = "outside_coverage"
    bond, nothing = small_bond(), Quantity(None, None, None, status)
    none = [replace(x, value=None, lo=None, hi=None, status=status) for x in bond.ledgers]
    return replace(
        bond, relationship=replace(bond.relationship, place=nothing),
        military=Dimension(none[0], none[1]), political=Dimension(none[2], none[3]),
        economic=Dimension(none[4], none[5]),
    )  # fmt: skip


def named(bond: Bond, code: str, name: str) -> Bond:
    """A bond whose first state is another."""
    first = replace(bond.a, code=code, name=name)
    return replace(bond, request=replace(bond.request, states=(first, bond.b)))


def without(bond: Bond, status: Known) -> Bond:
    """A bond whose economic cooperation is not known, and why."""
    lost = replace(bond.economic.cooperation, value=None, lo=None, hi=None, status=status)
    return replace(bond, economic=Dimension(lost, bond.economic.conflict))


def said(found: Comparison) -> list[str]:
    return [finding.text for finding in found.findings[1:]]


def test_a_quantity_without_value_is_not_drawn_as_zero() -> None:
    assert ties(comparison(empty(), empty())) is None


def test_ties_of_which_nothing_is_known_cannot_be_compared() -> None:
    """That they differ in nothing would be a finding."""
    found = comparison(tie(20.0, 10.0, 30.0), named(empty(), "BLR", "Belarus"))
    assert said(found) == [
        "Russia-Iran and Belarus-Iran cannot be compared; not covered for Belarus-Iran"
    ]
    document = found.to_dict()
    (finding,) = found.findings[1:]
    values = [at(document, pointer) for pointer in finding.evidence]
    assert values == ["not_known"] * len(MEASURES) + ["outside_coverage"] * len(MEASURES)
    assert {apart(found, what) for what in MEASURES} == {
        "cannot be compared; not covered for BLR-IRN"
    }


def test_what_is_not_known_is_said_beside_what_is() -> None:
    ends = (
        without(tie(0, 0, 0), "missing"),
        without(named(tie(0, 0, 0), "BLR", "Belarus"), "missing"),
    )
    (text,) = said(comparison(tie(80.0, 70.0, 90.0), ends[1]))
    assert text.startswith("Russia-Iran and Belarus-Iran cannot be told apart in military")
    assert text.endswith("; not known for Belarus-Iran: economic cooperation")
    (text,) = said(comparison(*ends))
    assert text.endswith("; not known for Russia-Iran and Belarus-Iran: economic cooperation")
    assert "nothing" not in text


def test_of_three_ties_those_known_are_set_apart_and_the_third_is_named() -> None:
    low, high = (
        named(tie(20.0, 10.0, 30.0), "AAA", "Low"),
        named(tie(80.0, 70.0, 90.0), "BBB", "High"),
    )
    lost = named(without(low, "missing"), "CCC", "Lost")
    what = "economic_cooperation"
    found = comparison(low, high, lost)
    assert apart(found, what) == "BBB-IRN above AAA-IRN; not known for CCC-IRN"
    assert apart(comparison(low, low, lost), what) == "cannot be told apart; not known for CCC-IRN"
    text = "cannot be compared; not known for CCC-IRN"
    assert apart(comparison(low, lost), what) == text
    assert text.partition("; ")[2] in " ".join(lines(found))
    assert "not known for CCC-IRN" in found.view.page(found)


@pytest.mark.parametrize("count", [1, 7])
def test_how_many_can_be_compared(count: int, atlas_of: AtlasOf) -> None:
    rows = {"ledgers": [sums(365, 630, 2016)], "ledger_items": [items(365, 630, 2016)],
            "dated_facts": [war(2, 20, "1990-01-01", "1990-02-01")]}  # fmt: skip
    with pytest.raises(BadInput, match="two to 6"):
        compare([("RUS", "IRN")] * count, "2017-02-01", atlas=atlas_of(rows))
