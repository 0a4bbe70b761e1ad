"""The parties of DESTA's agreements as COW numbers."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

NO_STATE = (
    "Cook Islands", "Faroe Islands", "Greenland", "Hong Kong SAR China", "Macao SAR China",
    "Montserrat", "Niue", "Palestinian Territories", "Western Sahara",
)  # fmt: skip
"""Parties that are not in the state system."""
EAST_GERMANY, WITH_EAST_GERMANY = 265, ("446",)
"""Agreements of the German Democratic Republic, which DESTA writes as Germany."""
GERMANY = 255


def numbered(rows: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return rows between two states, with their numbers as a < b, and `base`."""
    labels = [*rows["country1"].to_list(), *rows["country2"].to_list()]
    numbers = cow_numbers(log.source, labels, no_state=NO_STATE)
    east = pl.col("base_treaty").is_in(WITH_EAST_GERMANY)
    one, two = (
        pl.when(east & (pl.col(side).replace_strict(numbers, default=None) == GERMANY))
        .then(pl.lit(EAST_GERMANY))
        .otherwise(pl.col(side).replace_strict(numbers, default=None))
        for side in ("country1", "country2")
    )
    out = rows.with_columns(one=one.cast(pl.Int16), two=two.cast(pl.Int16), base="base_treaty")
    kept = out.drop_nulls(["one", "two"])
    log.note(
        f"dyads with a party outside the state system: {', '.join(NO_STATE)}", len(out) - len(kept)
    )
    return kept.with_columns(
        a=pl.min_horizontal("one", "two"), b=pl.max_horizontal("one", "two")
    ).drop("one", "two")
