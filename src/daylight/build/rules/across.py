"""Rules between tables, and between a table and what the code knows: names that exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

import polars as pl

from daylight.build.rules.check import Check, counted
from daylight.build.rules.plausible import Frame
from daylight.core.periods import FIRST_YEAR
from daylight.core.states import code_in, members
from daylight.measures import MEASURES
from daylight.measures.issues import ALL, SCALES
from daylight.store.schemas import TABLES, Table

MEASURED = {m.name: m for m in MEASURES}


def across(spec: Table, frame: pl.DataFrame, other: Frame, last: date) -> Iterator[Check]:
    """Return the checks that names in a table exist, and that values fit their measure."""
    for column, names in _names(spec, other).items():
        if column in frame.columns:
            bad = frame.filter(~pl.col(column).is_in(list(names)))
            yield counted(spec, bad, f"rows with an unknown {column}")
    if spec.name == "ties":
        yield _fits(spec, frame)
    if spec.name == "states":
        yield _codes(last.year)


def _names(spec: Table, other: Frame) -> dict[str, Collection[str]]:
    """Return the names that each column may hold, of those that name something else."""
    names: dict[str, Collection[str]] = {"issue": (ALL, *SCALES), "table": [t.name for t in TABLES]}
    names["measure"] = MEASURED
    blocs = other("blocs")
    if spec.name in ("bloc_spells", "bloc_calls") and blocs is not None:
        names["bloc"] = blocs["bloc"].to_list()
    return names


def _fits(spec: Table, ties: pl.DataFrame) -> Check:
    """Hold the value of each tie against the limits of its measure."""
    ends = [(m.name, float(m.low), float(m.high)) for m in MEASURES]
    limits = pl.DataFrame(
        ends, {"measure": pl.String, "low": pl.Float64, "high": pl.Float64}, orient="row"
    )
    value = pl.col("value").cast(pl.Float64)
    bad = ties.join(limits, "measure").filter(~value.is_between(pl.col("low"), pl.col("high")))
    return counted(spec, bad, "ties with a value outside the limits of their measure")


def _codes(last: int) -> Check:
    """Hold the codes that panels and tables print: in no year is one blank or of two states."""
    wrong = []
    for year in range(FIRST_YEAR, last + 1):
        printed = Counter(code_in(cow, year) for cow in members(year))
        wrong += [(year, code) for code, count in printed.items() if count > 1 or not code.strip()]
    text = f"{len(wrong)} printed codes that are blank or of two states of one year"
    return Check("states", not wrong, text + (f"; first {wrong[0]}" if wrong else ""))
