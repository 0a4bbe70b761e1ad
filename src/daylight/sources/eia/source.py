"""Shape the levels of economic integration: 1 to 6 for each ordered pair and year with any."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "eia_nonzero.parquet"
LEVELS = {
    1: "Non-Reciprocal PTA",
    2: "Preferential Trade Agreement",
    3: "Free Trade Agreement",
    4: "Customs Union",
    5: "Common Market",
    6: "Economic Union",
}
NO_STATE = ("ABW", "ANT", "BMU", "CYM", "FRO", "GRL", "HKG", "MAC", "NCL")
"""Territories."""
MAPPED = {"ROM": 360}
"""The code of Romania to 2002."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `levels`: origin, destination, year, level.

    Level 1 is a preference that the destination gives to goods of the origin; from 2 on both
    sides give.

    Raises
    ------
    SourceChanged
        For an unknown code, or a level that its label contradicts.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    expected = pl.col("eia").replace_strict(LEVELS, default=None, return_dtype=pl.String)
    bad = raw.filter(expected.ne_missing(pl.col("label")))
    if len(bad):
        raise SourceChanged(f"eia: level {bad['eia'][0]} is called {bad['label'][0]!r}.")
    codes = [*raw["origin"], *raw["destination"]]
    numbers = cow_numbers("eia", codes, mapped=MAPPED, no_state=NO_STATE, iso3=True)
    rows = raw.select(
        *(
            pl.col(side).replace_strict(numbers, default=None).cast(pl.Int16)
            for side in ("origin", "destination")
        ),
        pl.col("year").cast(pl.Int16),
        level=pl.col("eia").cast(pl.Int8),
    )
    kept = rows.drop_nulls()
    log.note(f"rows with a territory left out: {', '.join(NO_STATE)}", len(rows) - len(kept))
    return {"levels": kept.sort("origin", "destination", "year")}
