"""The atlas table `trade`: how much of each state's economy and trade is with the other.

One row per undirected dyad-year a < b, 1870-2016. With V the trade of the two both ways,

    dependence_ab = V / GDP_a,    share_ab = V / total trade of a

(Oneal & Russett 1997; Barbieri 1996), GDP in current dollars from `market_gdp`, whose
docstring says which and why. A direction that COW Trade does not give is filled from
ITPD-E, levelled to COW on 2011-14; a dyad with one direction still unknown has no value.

Levelling was tested by fitting on 2008-11 and predicting COW's flows of a million or more in
2012-14 (48 thousand). Error of the log, root mean square (weighted by value, mean absolute):
not levelled 0.79 (0.195); all pairs as one class with k = 0.5 0.63 (0.101), 1 0.62 (0.104),
2 0.63 (0.114); four classes of size, k = s2 / t2 from the data (0.97, 0.44, 0.26, 0.20 from
small to large pairs) 0.63 (0.103). On the 92 % of flows where a chain link on 2011 is possible it
has 0.66 (0.084) and the classes 0.59 (0.102). The classes are used: no fixed k does better by
much, and their 90 % intervals held 89, 90, 92 and 95 % from the smallest class to the largest
(one class: 88 to 99 %, twice too wide for the large pairs). Fits on longer windows were worse
by value (2004-11: 0.116 at k = 1), since the coverage of services grew.

A dyad-year in the coverage without a row is not known either: no source names it. After 2014
only ITPD-E speaks, which lists no zeros, so dyads that hardly trade have no rows there.

Limits: the log-sd knows the rounding of COW to millions, the levelling, the GDP and the
coverage of totals; it does not know misreporting that both partners share.
"""

from __future__ import annotations

import polars as pl

from daylight.core.status import MISSING, OBSERVED
from daylight.sources.kit.issues import IssueLog
from daylight.tables.trade.dyad_trade import dyad_totals, hole_rows, open_holes
from daylight.tables.trade.levelled import levelled

FIRST, LAST = 1870, 2016
DIGITS = 3
SD_DIGITS = 2
SHARE_LOG_SD = 0.10
"""Spread of the sum of partners over the national total: 0.06 (from 1990) to 0.13 (before),
from the quartiles of their ratio."""
FULL = 0.8
"""A national total under this share of its own partners' sum is not used."""

KEYS = ["a", "b", "year"]
Frame = pl.DataFrame


def trade(
    flows: Frame,
    totals: Frame,
    holes: Frame,
    itpd: Frame,
    gdp: Frame,
    members: Frame,
    log: IssueLog,
) -> Frame:
    """Return the table `trade`.

    Parameters
    ----------
    flows, totals, holes : DataFrame
        Tables of the source `cow_trade`.
    itpd : DataFrame
        `flows` of the source `itpd`.
    gdp : DataFrame
        cow, year, gdp_usd_m, log_sd (:func:`daylight.tables.trade.market_gdp.market_gdp`).
    members : DataFrame
        cow, year: the states of the system in each year.
    log : IssueLog
        Takes what was left out.

    Returns
    -------
    DataFrame
        a, b, year, dependence_ab, dependence_ba, share_ab, share_ba, log_sd_ab, log_sd_ba,
        log_sd_share, origin (0 COW, 1 ITPD levelled, 2 one direction each; null without a
        value), status (code of `daylight.core.status`). A dependence is null beside a
        status of observed where the state has no GDP; a share, where its total is unknown.
    """
    members = members.filter(pl.col("year").is_between(FIRST, LAST))
    known = _in_system(flows, members, "COW Trade", log)
    more = _in_system(itpd, members, "ITPD-E", log)
    both = levelled(known, more, log)
    dyads = dyad_totals(both)
    sums = _denominators(both, totals, open_holes(holes, members, dyads))
    rows = pl.concat([dyads, hole_rows(holes, members, dyads)], how="diagonal")
    log.note(
        "Dyad-years without a value: one direction or a declared hole",
        rows["volume"].null_count(),
    )
    for side, other in (("a", "b"), ("b", "a")):
        rows = _of_side(rows, side, other, gdp, sums)
    return rows.select(
        *KEYS,
        "dependence_ab",
        "dependence_ba",
        "share_ab",
        "share_ba",
        "log_sd_ab",
        "log_sd_ba",
        log_sd_share=_sd(pl.col("log_var") + SHARE_LOG_SD**2),
        origin="origin",
        status=pl.when(pl.col("volume").is_null())
        .then(pl.lit(MISSING, pl.Int8))
        .otherwise(pl.lit(OBSERVED, pl.Int8)),
    ).sort(KEYS)


def _of_side(rows: Frame, side: str, other: str, gdp: Frame, sums: Frame) -> Frame:
    """Add dependence and share of one side on the other, and the log-sd of its dependence."""
    sizes = gdp.join(sums, on=["cow", "year"], how="full", coalesce=True)
    mine = sizes.select("year", "gdp_usd_m", "total", pl.col("cow").alias(side), sd="log_sd")
    joined = rows.join(mine, on=[side, "year"], how="left", maintain_order="left")
    volume = pl.col("volume")
    return joined.with_columns(
        _value(volume / pl.col("gdp_usd_m")).alias(f"dependence_{side}{other}"),
        _value(volume / pl.col("total")).alias(f"share_{side}{other}"),
        _sd(pl.col("log_var") + pl.col("sd") ** 2).alias(f"log_sd_{side}{other}"),
    ).drop("gdp_usd_m", "total", "sd")


def _value(quotient: pl.Expr) -> pl.Expr:
    finite = pl.when(quotient.is_finite()).then(quotient)
    return finite.round_sig_figs(DIGITS).cast(pl.Float32)


def _sd(variance: pl.Expr) -> pl.Expr:
    return variance.sqrt().round_sig_figs(SD_DIGITS).cast(pl.Float32)


def _in_system(flows: Frame, members: Frame, name: str, log: IssueLog) -> Frame:
    """Keep the flows between two states of the system, in the covered years."""
    kept = flows
    for side in ("importer", "exporter"):
        kept = kept.join(members.rename({"cow": side}), on=[side, "year"], how="semi")
    log.note(
        f"Flows of {name} outside the state system or the covered years", len(flows) - len(kept)
    )
    return kept


def _denominators(flows: Frame, totals: Frame, holed: Frame) -> Frame:
    """Return the total trade of each state and year: cow, year, total.

    The national total where there is one that its partners do not refute (a total below
    their sum is raised to it); else the sum of partners, unless that would leave out the
    partners in an open hole.
    """
    sums = (
        pl.concat([flows.select("year", "usd_m", cow=side) for side in ("importer", "exporter")])
        .group_by("cow", "year")
        .agg(partners=pl.col("usd_m").sum())
    )
    national = totals.select("cow", "year", given=pl.col("imports_usd_m") + pl.col("exports_usd_m"))
    table = sums.join(national, on=["cow", "year"], how="left").join(
        holed.with_columns(holed=True), on=["cow", "year"], how="left"
    )
    sound = pl.col("given") >= FULL * pl.col("partners")
    return table.select(
        "cow",
        "year",
        total=pl.when(sound)
        .then(pl.max_horizontal("given", "partners"))
        .when(pl.col("holed").is_null())
        .then(pl.col("partners")),
    )


def yearly_members(states: dict[int, tuple[int, ...]]) -> Frame:
    """Return cow, year from a mapping of year to COW numbers."""
    pairs = [(cow, year) for year, cows in states.items() for cow in cows]
    return pl.DataFrame(pairs, schema={"cow": pl.Int16, "year": pl.Int16}, orient="row")
