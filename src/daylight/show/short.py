"""Numbers with no more decimals than they have: what was stored in 32 bits is written so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

NOISE = 5
"""Letters by which the text of 64 bits must be longer, before that of 32 is taken. A number that
needs the 64 bits and can be held in 32 by chance is not touched: 123456.78125."""


def shortest(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame in which 0.6100000143051147, which is 0.61 in 32 bits, is 0.61."""
    import polars as pl

    wide = [s for s in frame.get_columns() if s.dtype == pl.Float64]
    return frame.with_columns([_short(series) for series in wide]) if wide else frame


def _short(series: pl.Series) -> pl.Series:
    import polars as pl

    name = series.name
    narrow = pl.col("x").cast(pl.Float32)
    made = pl.DataFrame({"x": series.unique()}).filter(
        (narrow.cast(pl.Float64) == pl.col("x")) & (pl.col("x") != pl.col("x").floor())
    )
    texts = made.select("x", wide=pl.col("x").cast(pl.String), text=narrow.cast(pl.String))
    lengths = pl.col("wide").str.len_chars().cast(pl.Int64) - pl.col("text").str.len_chars()
    noisy = texts.filter(lengths >= NOISE)
    if noisy.is_empty():
        return series
    return series.replace(noisy["x"], noisy["text"].cast(pl.Float64)).alias(name)
