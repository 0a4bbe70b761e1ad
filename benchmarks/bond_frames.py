"""Frames that the exam of the ledgers is made of, from the steps of a build and from sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from daylight.build.plan import STEPS
from daylight.ledgers.fellows import in_blocs
from daylight.ledgers.given import Given
from daylight.ledgers.grid import FIRST, LAST, PAIR_YEAR, as_pairs
from daylight.ledgers.items import BY_NAME
from daylight.ledgers.raw import FADING
from daylight.ledgers.raw_promises import BOUND
from daylight.ledgers.steps import SOURCES
from daylight.sources.icb_v16.yearly import CRISES
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Loaded, load
from daylight.sources.peace_scale.yearly import LEVEL
from daylight.sources.ucdp.yearly import CONFLICT
from daylight.store.atlas import current
from daylight.tables.opposed import opposed
from daylight.tables.step import LAST_FULL_YEAR, Inputs, Step

LAST_LEVEL = 2014
"""Last year of the peace scale that is used: disputes end in it."""
FORCE = 4
FADES = ("disputes", "fatal_conflict", "crises", "for_rebels")
NAMES = ("held", "points", "near", "levels", "size", "pacts", "unheld", "force", "crisis", "fatal")


def frames(folder: Path | None) -> dict[str, pl.DataFrame]:
    """Return the frames by name, from a folder where an earlier run left them."""
    if folder and all((folder / f"{name}.parquet").exists() for name in NAMES):
        return {name: pl.read_parquet(folder / f"{name}.parquet") for name in NAMES}
    made = _made()
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, frame in made.items():
            frame.write_parquet(folder / f"{name}.parquet")
    return made


@cache
def _source(name: str) -> Loaded:
    return load(name)


class _Steps:
    """Results of steps, each when first asked for: tables as the atlas stores them, others made."""

    def __init__(self) -> None:
        self.steps = {step.name: step for step in STEPS}
        self.results: dict[str, Any] = {LAST_FULL_YEAR: LAST}

    def __call__(self, name: str) -> Any:
        if name not in self.results:
            self.results[name] = self._made(self.steps[name])
        return self.results[name]

    def _made(self, step: Step) -> Any:
        if step.stored:
            atlas = current()
            return pl.read_parquet(atlas.folder / atlas.manifest.table(step.name).file)
        sources = {source: _source(source) for source in step.sources}
        return step.make(Inputs(step, sources, self, []))


def _made() -> dict[str, pl.DataFrame]:
    result = _Steps()
    raw = result("ledger_raw")
    tables = {name: _source(name).tables for name in SOURCES}
    given = Given(tables, result("votes"), result("ideal_points"), result("trade_volumes"))
    levels = LEVEL.made({"peace_scale": _source("peace_scale").tables}, IssueLog("exam")).rows
    return {
        "held": raw.select(*PAIR_YEAR, "held"),
        "points": result("ledger_points"),
        "near": result("nearness"),
        "levels": as_pairs(levels.filter(pl.col("year").is_between(FIRST, LAST_LEVEL)), False),
        "size": _source("nmc").tables["capabilities"].select("cow", "year", "cinc"),
        "pacts": in_blocs(tables["blocs"]["bloc_spells"], dict.fromkeys(BOUND, 1.0)),
        "unheld": _unheld(given, raw.select(PAIR_YEAR)),
        "force": as_pairs(_met(given), False).filter(pl.col("value") >= FORCE),
        "crisis": as_pairs(given.fact(CRISES).drop_nulls("value"), False),
        "fatal": as_pairs(given.fact(CONFLICT).drop_nulls("value"), False),
    }


def _met(given: Given) -> pl.DataFrame:
    return opposed(given.sources["mid"], given.sources["mie"], given.log)


def _unheld(given: Given, grid: pl.DataFrame) -> pl.DataFrame:
    """Return military conflict as it would be if it faded in every year."""
    nothing = grid.clear()
    parts = []
    for name in FADES:
        rows = FADING[name](given, grid, nothing).rows
        level = pl.max_horizontal(c for c in ("value", "ab", "ba") if c in rows.columns)
        most = BY_NAME[name].maximum
        points = (level * 20).clip(upper_bound=most).cast(pl.Float64)
        parts.append(rows.select(*PAIR_YEAR, value=points))
    return pl.concat(parts).group_by(PAIR_YEAR).agg(pl.col("value").max())
