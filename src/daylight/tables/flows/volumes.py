"""Trade of each pair and year as a frame: what answers read, for those who make tables of it."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.measures.goods import goods
from daylight.measures.plausible import TRAPS, traps
from daylight.store.schemas.trade import FLOW_SOURCES, FLOW_STATUSES
from daylight.tables.flows.cells import FIRST, LAST, SOURCE, STATUS
from daylight.tables.world import Frames


def volumes(trade: pl.DataFrame, economies: pl.DataFrame) -> pl.DataFrame:
    """Return trade of each pair and year of which something is known, with a < b.

    Parameters
    ----------
    trade, economies : DataFrame
        The stored tables.

    Returns
    -------
    DataFrame
        a, b, year; ``ab_usd_m``, ``ba_usd_m`` (from a to b, and back, millions of current US
        dollars, null where not known); ``usd_m`` (both, null unless both are known);
        ``at_least_usd_m`` (what is known of both); ``usd2015_m`` (`usd_m` at US consumer prices
        of 2015); ``log_sd`` (of `usd_m`); ``status`` (of the worse direction); ``source`` (of the
        larger one); ``share_a``, ``share_b`` (of all goods that the side trades, 0 to 1, null
        where the total is not known); ``dependence_a``, ``dependence_b`` (over GDP); ``flag_a``,
        ``flag_b`` (the first of :data:`daylight.measures.plausible.TRAPS` that applies, or null).
    """
    read = goods(Frames({"trade": trade, "economies": economies}), FIRST, LAST)
    sides = {
        f"{name}_{side}": values
        for side, of in (("a", read.of_a), ("b", read.of_b))
        for name, values in (("share", of.share), ("dependence", of.dependence))
    }
    flags = {
        f"flag_{side}": _first(traps(cow, of, read.price))
        for side, cow, of in (("a", read.a, read.of_a), ("b", read.b, read.of_b))
    }
    table = pl.DataFrame(
        {"a": read.a, "b": read.b, "year": read.year, "ab_usd_m": read.ab, "ba_usd_m": read.ba,
         "usd_m": read.volume, "at_least_usd_m": read.at_least, "usd2015_m": read.constant,
         "log_sd": read.log_sd, "status": read.status, "source": read.source, **sides, **flags},
        nan_to_null=True,
    )  # fmt: skip
    whole = pl.col("usd_m") > 0
    return table.with_columns(
        pl.col("a", "b", "year").cast(pl.Int16),
        log_sd=pl.when(whole).then("log_sd"),
        status=_named("status", FLOW_STATUSES).cast(STATUS),
        source=_named("source", FLOW_SOURCES).cast(SOURCE),
        **{flag: _named(flag, TRAPS) for flag in flags},
    ).sort("a", "b", "year")


def _first(which: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the first trap of each row; one more than there are where it has none."""
    return np.where(which.any(axis=1), which.argmax(axis=1), len(TRAPS))


def _named(column: str, names: tuple[str, ...]) -> pl.Expr:
    codes = dict(enumerate(names))
    return pl.col(column).cast(pl.Int64).replace_strict(codes, default=None, return_dtype=pl.String)
