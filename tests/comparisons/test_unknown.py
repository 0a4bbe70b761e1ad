"""Of which ties a measure is not known, and why."""

from __future__ import annotations

from dataclasses import replace

from daylight.bonds.records import Bond, Dimension, Quantity
from daylight.comparisons.apart import MEASURES, quantity
from daylight.comparisons.unknown import pointer_of, unknown, unknown_text
from daylight.core.said import at
from daylight.core.status import Known
from small_answers import small_bond

WHAT = "economic_cooperation"


def without(status: Known) -> Bond:
    bond = small_bond()
    lost = replace(bond.economic.cooperation, value=None, lo=None, hi=None, status=status)
    return replace(bond, economic=Dimension(lost, bond.economic.conflict))


def test_ties_are_grouped_by_why_it_is_not_known() -> None:
    bonds = (without("missing"), small_bond(), without("outside_coverage"), without("missing"))
    assert unknown(bonds, WHAT) == (0, 2, 3)
    text = unknown_text(bonds, WHAT, "abcd")
    assert text == "not known for a and d and not covered for c"


def test_a_band_too_wide_for_a_number_is_known() -> None:
    bond = small_bond()
    assert bond.military.conflict.value is None
    assert unknown((bond,), "military_conflict") == ()


def test_a_measure_is_where_its_pointer_says() -> None:
    bond = small_bond()
    for what in MEASURES:
        q = quantity(bond, what)
        found = at(bond.to_dict(), pointer_of(what))
        assert Quantity(*(found[end] for end in ("value", "lo", "hi", "status"))) == replace(
            q, holds=None
        )
