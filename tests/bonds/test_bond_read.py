"""Rows of a pair, followed through the numbers of a state."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from daylight.bonds.read import chance, lineage_note, quantity
from daylight.core.refs import ref_of
from daylight.ledgers.stored import angle_of

DAY = date(2016, 12, 31)
NAN = float("nan")


def test_a_note_only_where_a_number_changes() -> None:
    russia, iran, yemen = (ref_of(cow, DAY) for cow in (365, 630, 679))
    assert lineage_note(russia, iran, 2016) is None
    assert lineage_note(yemen, russia, 1980) is None
    note = lineage_note(russia, yemen, 2016)
    assert note
    assert "678 (1926-1990), 679 (1990-)" in note


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((NAN, NAN, NAN), (None, None, None, "missing")),
        ((40.0, NAN, NAN), (20.0, 20.0, 20.0, "observed")),
        ((40.0, 30.0, 60.0), (20.0, 15.0, 30.0, "carried")),
        ((40.0, 44.0, 60.0), (20.0, 20.0, 30.0, "carried")),
        ((40.0, 0.0, 102.0), (None, 0.0, 51.0, "not_published")),
    ],
)
def test_a_stored_row_is_a_number_with_its_band_or_a_band_alone(
    steps: tuple[float, ...], told: tuple[object, ...]
) -> None:
    row = dict(zip(("x", "x_lo", "x_hi"), steps, strict=True))
    found = quantity(row, "x")
    assert (found.value, found.lo, found.hi, found.status) == told


def test_a_chance_that_is_too_uncertain_has_no_number() -> None:
    def row(*chances: float) -> dict[str, float]:
        return dict(zip(("x", "x_lo", "x_hi"), angle_of(np.array(chances)).tolist(), strict=True))

    wide = chance(row(0.5, 0.1, 0.9), "x", "carried")
    assert (wide.value, wide.status) == (None, "not_published")
    sure = chance(row(0.5, 0.45, 0.55), "x", "carried")
    assert (sure.value, sure.lo, sure.hi) == pytest.approx((0.5, 0.45, 0.55), abs=0.02)
