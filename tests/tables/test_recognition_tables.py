"""The atlas tables of recognition: as declared, and within the rules of every table."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import polars as pl
import pytest

from daylight.build.rules.cells import cells
from daylight.build.rules.presence import presence
from daylight.core.states import get
from daylight.sources.kit.load import load
from daylight.store.schemas import table
from daylight.tables.recognition import STEPS
from daylight.tables.step import Inputs

LAST = date(2025, 12, 31)


def made() -> dict[str, pl.DataFrame]:
    loaded = {"recognition": load("recognition")}
    return {
        step.name: step.make(Inputs(step, loaded, lambda name: name, [])) for step in STEPS
    }  # fmt: skip


@pytest.mark.parametrize("name", ["recognition_spells", "recognition_switches"])
def test_a_table_is_as_declared_and_keeps_the_rules(name: str) -> None:
    spec, frame = table(name), made()[name]
    assert tuple(frame.columns) == tuple(spec.columns)
    found = [*cells(spec, frame, LAST), *presence(spec, frame, LAST)]
    assert [check.text for check in found if not check.passed] == []


def test_only_islands_of_the_pacific_recognised_before_they_are_counted_as_states() -> None:
    outside = set()
    for frame, days in ((made()["recognition_spells"], ("start", "end")),
                        (made()["recognition_switches"], ("date",))):  # fmt: skip
        for row in frame.iter_rows(named=True):
            given = [row[name] for name in days if row[name] is not None]
            outside |= {row["cow"] for day in given if not get(row["cow"]).existed(day)}
    assert {get(cow).iso3 for cow in outside} == {"KIR", "TUV", "TON", "NRU", "MHL", "FSM", "WSM"}


def test_both_are_small() -> None:
    size = 0
    for frame in made().values():
        buffer = BytesIO()
        frame.write_parquet(buffer, compression="zstd", compression_level=22)
        size += len(buffer.getvalue())
    assert size < 40_000
