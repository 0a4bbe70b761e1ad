"""The steps of breaks: ties by year, what began to give way in them, and breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from daylight.breaks.families import Family, acts, families, where_tied
from daylight.breaks.gains import gains
from daylight.breaks.kinds import BACK, WINDOW
from daylight.breaks.pairs import FIRST, Bools, Ints, Pairs, all_pairs, bits, within
from daylight.breaks.rule import Breaks, breaks
from daylight.breaks.series import SOURCES, Series, series
from daylight.breaks.ties import legs, ties
from daylight.ledgers.given import Given
from daylight.store.schemas.breaks import FAMILIES, TIE_LEGS
from daylight.tables.step import Inputs, Step

NEEDS = ("votes", "ideal_points", "trade_volumes", "capabilities")


@dataclass(frozen=True, slots=True)
class BreakTables:
    """`tie_years`, `onsets`, `acts`, `breaks`, `gains`: the tables of the atlas."""

    tie_years: pl.DataFrame
    onsets: pl.DataFrame
    acts: pl.DataFrame
    breaks: pl.DataFrame
    gains: pl.DataFrame


def break_tables(
    pairs: Pairs, standing: dict[str, Bools], seen: Series, capabilities: pl.DataFrame
) -> BreakTables:
    """Return the tables.

    Parameters
    ----------
    standing : dict of str to ndarray
        From :func:`daylight.breaks.ties.legs`.
    seen : Series
    capabilities : DataFrame
        Table `capabilities`: who is the weaker side.
    """
    tie = ties(standing, pairs)
    found = where_tied(families(seen, pairs), tie)
    made = breaks(found, tie)
    since = np.arange(tie.shape[1]) >= BACK
    done = acts(seen, pairs)
    return BreakTables(
        _tie_years(pairs, standing, tie & since, made, capabilities),
        _onsets(pairs, found),
        _rows(pairs, (done > 0) & within(tie, WINDOW) & since, signs=done).sort("a", "b", "year"),
        _breaks(pairs, made),
        gains(seen, pairs, made.broke),
    )


def _rows(pairs: Pairs, where: Bools, **columns: Ints) -> pl.DataFrame:
    """Return a, b, year and columns of the cells that are marked."""
    unit, year = np.nonzero(where)
    low, high = np.sort(pairs.numbers[:, unit, year], axis=0)
    key = {"a": low, "b": high, "year": year + FIRST}
    values = {name: column[unit, year] for name, column in columns.items()}
    return pl.DataFrame(key | values).with_columns(pl.col("a", "b", "year").cast(pl.Int16))


def _tie_years(
    pairs: Pairs, standing: dict[str, Bools], tie: Bools, made: Breaks, cinc: pl.DataFrame
) -> pl.DataFrame:
    held = bits(standing[name] for name in TIE_LEGS)
    rows = _rows(pairs, tie, legs=held, warned=made.warned)
    return rows.with_columns(weaker=_weaker(rows, cinc)).sort("a", "b", "year")


def _weaker(rows: pl.DataFrame, capabilities: pl.DataFrame) -> pl.Series:
    """Return the side with less of the world's capabilities; after their last year, in that."""
    power = capabilities.select("cow", "year", "cinc").drop_nulls()
    last = pl.lit(power["year"].max(), pl.Int16)
    both = rows.select("a", "b", year=pl.min_horizontal("year", last))
    for side in ("a", "b"):
        mine = power.rename({"cow": side, "cinc": f"cinc_{side}"})
        both = both.join(mine, on=[side, "year"], how="left", maintain_order="left")
    a_is = pl.col("cinc_a").fill_null(0.0) <= pl.col("cinc_b").fill_null(0.0)
    return both.select(pl.when(a_is).then("a").otherwise("b")).to_series()


def _onsets(pairs: Pairs, found: dict[str, Family]) -> pl.DataFrame:
    parts = [
        _rows(pairs, found[name].begins, signs=found[name].signs).with_columns(family=pl.lit(name))
        for name in FAMILIES
    ]
    return pl.concat(parts).sort("a", "b", "year", "family")


def _breaks(pairs: Pairs, made: Breaks) -> pl.DataFrame:
    rows = _rows(pairs, made.broke, by=made.by, known=made.known + FIRST)
    return rows.sort("a", "b", "year")


def _make(inputs: Inputs) -> BreakTables:
    given = Given(
        sources={name: inputs.source(name) for name in SOURCES},
        votes=inputs.table("votes"),
        positions=inputs.table("ideal_points"),
        volumes=inputs.table("trade_volumes"),
        log=inputs.log("breaks"),
    )
    pairs = all_pairs()
    seen = series(given, pairs)
    return break_tables(pairs, legs(seen, pairs), seen, inputs.table("capabilities"))


def _table(name: str) -> Step:
    def make(inputs: Inputs) -> Any:
        return getattr(inputs.result("break_tables"), name)

    return Step(name, make, needs=("break_tables",))


STEPS = (
    Step("break_tables", _make, sources=SOURCES, needs=NEEDS, stored=False),
    _table("tie_years"),
    _table("onsets"),
    _table("acts"),
    _table("breaks"),
    _table("gains"),
)
