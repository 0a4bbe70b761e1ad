"""Directed flows of COW Trade, with those it lacks taken from ITPD-E at COW's level."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.sources.kit.issues import IssueLog
from daylight.stats.splice import level

OVERLAP = (2011, 2014)
SIZES = (10.0, 100.0, 1000.0)
"""USD million, median of a pair in ITPD: where one class of pairs ends and the next begins."""
UNIT = 1.0
"""COW Trade is in whole millions; an ITPD flow under half of that counts as COW's zero."""

PAIR = ["importer", "exporter"]
COW, ITPD = 0, 1


def levelled(flows: pl.DataFrame, more: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return importer, exporter, year, usd_m, log_sd, origin (0 COW, 1 ITPD levelled).

    `log_sd` is that of the levelling alone, 0 for COW. A pair that COW gives as zero in
    half or more of the overlap years in which ITPD has a million or more contradicts:
    its ITPD flows become null, since neither source can be believed (the file of COW
    gives Iraq's imports from the Emirates as 0, ITPD as 11,141 million in 2014; ITPD has
    billions of services between the United States and North Korea).
    """
    pairs = more.select(PAIR).unique(maintain_order=True).sort(PAIR).with_row_index("pair")
    other = more.join(pairs, on=PAIR)
    overlap = other.filter(pl.col("year").is_between(*OVERLAP)).join(
        flows.rename({"usd_m": "cow_m"}), on=[*PAIR, "year"]
    )
    against = (
        overlap.filter(pl.col("usd_m") >= UNIT)
        .group_by("pair")
        .agg(refuted=(pl.col("cow_m") == 0).mean() >= 0.5)
        .filter("refuted")
    )
    fit = overlap.filter(pl.col("usd_m") >= UNIT / 2)
    factor, log_sd = _by_size(fit, pairs, other)
    pairs = pairs.with_columns(factor=pl.Series(factor).exp(), log_sd=pl.Series(log_sd))
    new = other.join(flows, on=[*PAIR, "year"], how="anti").join(
        pairs.select("pair", "factor", "log_sd"), on="pair"
    )
    refuted = pl.col("pair").is_in(against["pair"].implode())
    log.warn(
        "Flows of ITPD-E not used, COW Trade having zero where it has a million or more",
        new.filter(refuted).height,
    )
    new = new.select(
        *PAIR,
        "year",
        usd_m=pl.when(~refuted).then(pl.col("usd_m") * pl.col("factor")),
        log_sd="log_sd",
        origin=pl.lit(ITPD, pl.Int8),
    )
    log.note("Directed flows taken from ITPD-E at the level of COW Trade", new["usd_m"].count())
    own = flows.with_columns(log_sd=pl.lit(0.0), origin=pl.lit(COW, pl.Int8))
    return pl.concat([own, new])


def _by_size(
    fit: pl.DataFrame, pairs: pl.DataFrame, other: pl.DataFrame
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the log factor and log-sd of each pair, levelled among pairs of its size.

    A class without any overlap takes its level from all pairs.
    """
    size = other.group_by("pair").agg(pl.col("usd_m").median()).sort("pair")["usd_m"]
    group = np.digitize(size.to_numpy(), SIZES)
    number = fit["pair"].to_numpy().astype(np.int64)
    reference, value = fit["cow_m"].to_numpy(), fit["usd_m"].to_numpy()
    factor, log_sd = np.zeros(len(pairs)), np.zeros(len(pairs))
    for one in np.unique(group):
        used = group[number] == one
        if not (reference[used] > 0).any():
            used = np.ones(len(number), dtype=np.bool_)
        got = level(reference[used], value[used], number[used], len(pairs))
        factor[group == one] = got.log_factor[group == one]
        log_sd[group == one] = got.log_sd[group == one]
    return factor, log_sd
