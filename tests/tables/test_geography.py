"""The tables that a map is drawn from: a dispute of a shape that is not there stops the build."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.disputed_places.source import KINDS
from daylight.tables.geography import STEPS

MADE = {step.name: step.make for step in STEPS}


def inputs(unit: str | None, start: date = date(2014, 3, 18)) -> Any:
    row = dict.fromkeys(KINDS) | {"place": "Crimea", "unit": unit, "start": start, "note": "n"}
    tables = {
        "disputed_places": {"places": pl.DataFrame([row], KINDS)},
        "natural_earth": {"shapes": pl.DataFrame({"unit": ["Crimea"]})},
    }
    return SimpleNamespace(source=lambda name: tables[name])


@pytest.mark.parametrize("unit", ["Crimea", None])
def test_a_dispute_is_a_shape_or_a_point(unit: str | None) -> None:
    made = MADE["disputed_places"](inputs(unit))
    assert made["unit"].to_list() == [unit] and "note" not in made.columns


def test_a_shape_that_is_not_there_stops() -> None:
    with pytest.raises(SourceChanged, match="'Taurida' is no shape"):
        MADE["disputed_places"](inputs("Taurida"))


def test_a_dispute_older_than_the_state_system_begins_with_it() -> None:
    made = MADE["disputed_places"](inputs(None, date(1713, 4, 11)))
    assert made["start"].to_list() == [date(1816, 1, 1)]
