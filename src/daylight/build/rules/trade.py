"""Rules on what trade means: values and how they are known, shares of a whole, what is flagged."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl

from daylight.build.rules.check import Check, counted
from daylight.measures.goods import NONE, UNKNOWN, goods
from daylight.measures.plausible import WHOLE
from daylight.store.schemas import table
from daylight.tables.world import Frames

ROUNDING = 0.03
"""How far shares may pass their whole that are stored in steps, those of COW Trade in steps of five
per cent."""


def trade_rules(trade: pl.DataFrame, economies: pl.DataFrame | None) -> Iterator[Check]:
    """Return the checks of the table `trade`, beside that of economies where there is one."""
    spec = table("trade")
    valued = [pl.col(way).is_not_null() == (pl.col(f"status_{way}") < NONE) for way in ("ab", "ba")]
    text = "rows whose status says that there is a value where there is none, or the reverse"
    yield counted(spec, trade.filter(~pl.all_horizontal(valued)), text)
    silent = (pl.col("status_ab") == UNKNOWN) & (pl.col("status_ba") == UNKNOWN)
    yield counted(spec, trade.filter(silent), "rows of which nothing is known")
    if economies is None or trade.is_empty():
        return
    span = (int(trade["year"].min()), int(trade["year"].max()))  # type: ignore[arg-type]
    read = goods(Frames({"trade": trade, "economies": economies}), *span)
    yield _shares(read.a, read.b, read.year, read.of_a.share, read.of_b.share)
    most = np.fmax(read.of_a.dependence, read.of_b.dependence)
    flagged = most[most > WHOLE]
    yield Check(
        "trade", True,
        f"{len(flagged):,} rows with trade above the whole of a GDP, at most "
        f"{flagged.max(initial=0.0):.1f} times: kept, and flagged in answers",
    )  # fmt: skip


def _shares(a: object, b: object, year: object, of_a: object, of_b: object) -> Check:
    sides = [pl.DataFrame({"cow": x, "year": year, "share": s}) for x, s in ((a, of_a), (b, of_b))]
    known = pl.concat(sides).filter(pl.col("share").is_not_nan())
    total = known.group_by("cow", "year").agg(pl.col("share").sum())
    bad = total.filter(pl.col("share") > 1 + ROUNDING).sort("cow", "year")
    text = "state-years in which shares of trade pass their whole"
    return counted(table("trade"), bad.rename({"cow": "a"}), text)
