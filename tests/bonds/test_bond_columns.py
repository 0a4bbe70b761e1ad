"""A bond as a frame: one row a year and measure."""

from __future__ import annotations

from daylight.bonds.columns import PLACE, RIVALRY, columns, spread
from daylight.bonds.records import Quantity
from daylight.measures import MEASURES
from daylight.store.schemas.ledgers import LEDGERS
from small_answers import small_bond


def test_each_year_has_the_six_ledgers_the_place_and_the_chance_of_rivalry() -> None:
    bond = small_bond()
    made = columns(bond)
    assert list(made) == ["year", "measure", "value", "lo", "hi", "status", "seen"]
    assert len({len(values) for values in made.values()}) == 1
    for year in bond.history:
        names = [m for m, y in zip(made["measure"], made["year"], strict=True) if y == year.year]
        assert names == [*LEDGERS, PLACE, RIVALRY]
    assert made["year"] == sorted(made["year"])


def test_rows_are_named_as_measures_are() -> None:
    assert {*LEDGERS, PLACE, RIVALRY} <= {measure.name for measure in MEASURES}


def test_values_lie_in_their_bands() -> None:
    made = columns(small_bond())
    for value, lo, hi in zip(made["value"], made["lo"], made["hi"], strict=True):
        assert lo <= value <= hi


def test_a_quantity_in_columns_keeps_its_band_without_a_number() -> None:
    made = spread(
        "x", [Quantity(None, 0.0, 80.0, "not_published"), Quantity(5.0, 4.0, 7.0, "carried")]
    )
    assert made == {
        "x": [None, 5.0],
        "x_lo": [0.0, 4.0],
        "x_hi": [80.0, 7.0],
        "x_status": ["not_published", "carried"],
    }
