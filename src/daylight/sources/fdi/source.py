"""Shape bilateral stocks of direct investment, as the host and as the home country reports them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "fdi_unctad.parquet"
NO_STATE = (
    "ABW", "AIA", "ANT", "ASM", "BMU", "COK", "CYM", "FRO", "GGY", "GIB", "GUM", "HGK", "HKG",
    "IMN", "JEY", "MAC", "NCL", "PRI", "PYF", "TCA", "TKL", "VGB", "VIR",
)  # fmt: skip
"""Territories; HGK is a slip for Hong Kong."""
KEY = ["reporter", "partner", "year"]


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `stocks`: reporter, partner, year, inward, outward (millions of US dollars).

    Inward is what the partner holds in the reporter, outward what the reporter holds in the
    partner; null where not reported, or where the file gives several numbers.

    Raises
    ------
    SourceChanged
        For a code that is no state and not listed here.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    codes = [*raw["iso3_reporter"], *raw["iso3_partner"]]
    numbers = cow_numbers("fdi", codes, no_state=NO_STATE, iso3=True)
    rows = raw.select(
        *(
            pl.col(f"iso3_{side}").replace_strict(numbers, default=None).cast(pl.Int16).alias(side)
            for side in ("reporter", "partner")
        ),
        pl.col("year").cast(pl.Int16),
        inward=pl.col("FDI_instock").cast(pl.Float64).fill_nan(None),
        outward=pl.col("FDI_outstock").cast(pl.Float64).fill_nan(None),
    )
    states = rows.drop_nulls(["reporter", "partner"])
    log.note("rows with a territory left out", len(rows) - len(states))
    abroad = states.filter(pl.col("reporter") != pl.col("partner"))
    log.note("rows of a state with itself left out", len(states) - len(abroad))
    several = abroad.filter(pl.struct(KEY).is_duplicated())
    log.warn(
        "rows that repeat a pair and year (Serbia above all); other numbers are not known",
        len(several),
    )
    one = [_single(name) for name in ("inward", "outward")]
    return {"stocks": abroad.group_by(KEY).agg(one).sort(KEY)}


def _single(name: str) -> pl.Expr:
    """Return the one number that is given for a pair and year; null for several."""
    given = pl.col(name).drop_nulls().unique()
    return pl.when(given.len() == 1).then(given.first()).alias(name)
