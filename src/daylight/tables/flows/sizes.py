"""Classes of flows by size: errors of trade shrink with it."""

from __future__ import annotations

import polars as pl

SIZES = (10.0, 100.0, 1000.0)
"""Millions of US dollars at which one class ends and the next begins."""


def by_size(usd_m: pl.Expr, values: tuple[float, float, float, float]) -> pl.Expr:
    """Return the one of four values that belongs to the class of `usd_m`."""
    small, fair, large, huge = values
    return (
        pl.when(usd_m < SIZES[0])
        .then(small)
        .when(usd_m < SIZES[1])
        .then(fair)
        .when(usd_m < SIZES[2])
        .then(large)
        .otherwise(huge)
    )
