"""A bond as a frame: one row a year and measure."""

from __future__ import annotations

from daylight.bonds.columns import PLACE, RIVALRY, columns
from daylight.ledgers.item import LEDGERS
from daylight.measures import MEASURES
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
