"""All goods that a state trades in a year, to 2024: what a partner's share is a share of.

To 2020 it is the state's own total of all partners (COW Trade before 1960, the IMF after). Where
it gives none, or less than four fifths of what its partners report, it is the sum of the known
partners; not so for a planned economy, or a successor of the USSR in its first years, whose sums
leave out what nobody reported. From 2021 the total of 2020 is moved on by the cells that have a
value in both years, where these were at least 60 % of it:

    T(t) = T(2020) sum V(t) / sum V(2020)    over the partners with a value in both.
"""

from __future__ import annotations

import polars as pl

from daylight.sources.cow_trade.holes import PLANNED, SUCCESSOR_YEARS, SUCCESSORS
from daylight.tables.flows.cells import LAST, WITH_VALUE
from daylight.tables.flows.early import FIRST_DOTS
from daylight.tables.flows.planned import LAST as PLANNED_LAST

BASE = 2020
LEAST_COVERED = 0.6
SD = {"reported": 0.1, "partners": 0.2, "estimated": 0.1}
"""Log-sd; the first is that of totals about sums of partners, from COW Trade's quartiles, the
second our judgement. What a moved total does not cover adds half of its part."""
FULL = 0.8
"""A total under this part of its own partners' sum is not believed."""
SIDES = (("importer", "imports"), ("exporter", "exports"))


def goods_totals(flows: pl.DataFrame, dots: pl.DataFrame, cow: pl.DataFrame) -> pl.DataFrame:
    """Return cow, year, imports_usd_m, exports_usd_m, log_sd, status.

    Parameters
    ----------
    flows : DataFrame
        From :func:`daylight.tables.flows.flows.flows`.
    dots, cow : DataFrame
        `totals` of the sources `imf_dots` and `cow_trade`: cow, year, imports_usd_m (CIF),
        exports_usd_m (FOB).

    Returns
    -------
    DataFrame
        Millions of current US dollars; a direction is null where its total is not known. A total
        is never less than its known partners add up to, so that no share is above 1. ``status``:
        reported, partners (one direction at least is their sum) or estimated (moved on).
    """
    known = flows.filter(pl.col("status").is_in([*WITH_VALUE, "none_recorded"]))
    given = pl.concat(
        [
            cow.filter(pl.col("year") < FIRST_DOTS).select("cow", "year", *_names()),
            dots.filter(pl.col("year").is_between(FIRST_DOTS, BASE)).select(
                "cow", "year", *_names()
            ),
        ]
    )
    resolved = _resolved(known, given)
    later = [_moved_on(known, resolved, side, name) for side, name in SIDES]
    newer = later[0].join(later[1], on=["cow", "year"], how="full", coalesce=True)
    moved = newer.with_columns(
        status=pl.lit("estimated"), covered=pl.min_horizontal("covered", "covered_right")
    )
    whole = pl.concat(
        [resolved.with_columns(covered=pl.lit(1.0)), moved], how="diagonal_relaxed"
    ).filter(pl.any_horizontal(pl.col(_names()).is_not_null()))
    own = pl.col("status").replace_strict(SD, return_dtype=pl.Float64)
    return whole.select(
        pl.col("cow", "year").cast(pl.Int16),
        *_names(),
        log_sd=own + (1 - pl.col("covered")) / 2,
        status="status",
    ).sort("cow", "year")


def _resolved(known: pl.DataFrame, given: pl.DataFrame) -> pl.DataFrame:
    """Return the totals to 2020: the given one, or the sum of partners where that holds."""
    table = given
    for side, name in SIDES:
        sums = known.filter((pl.col("year") <= BASE) & (pl.col("usd_m") > 0)).group_by(
            pl.col(side).alias("cow"), "year"
        )
        partners = sums.agg(pl.col("usd_m").sum().alias(f"of_{name}"))
        table = table.join(partners, on=["cow", "year"], how="full", coalesce=True)
    open_sums = any_open(pl.col("cow"), pl.col("year"))
    used = []
    for _, name in SIDES:
        total, sums_up = pl.col(f"{name}_usd_m"), pl.col(f"of_{name}")
        sound = (total >= FULL * sums_up.fill_null(0.0)).fill_null(False)
        value = (
            pl.when(sound).then(pl.max_horizontal(total, sums_up)).when(~open_sums).then(sums_up)
        )
        table = table.with_columns(value.alias(f"{name}_usd_m"), sound.alias(f"sound_{name}"))
        used.append(pl.col(f"sound_{name}") | pl.col(f"{name}_usd_m").is_null())
    status = pl.when(pl.all_horizontal(used)).then(pl.lit("reported")).otherwise(pl.lit("partners"))
    return table.select("cow", "year", *_names(), status=status)


def any_open(cow: pl.Expr, year: pl.Expr) -> pl.Expr:
    """Return whether a state's sum of partners leaves out trade that nobody reported."""
    planned = cow.is_in(PLANNED) & (year <= PLANNED_LAST)
    return planned | (cow.is_in(SUCCESSORS) & (year <= SUCCESSOR_YEARS[1]))


def _names() -> list[str]:
    return [f"{name}_usd_m" for _, name in SIDES]


def _moved_on(known: pl.DataFrame, given: pl.DataFrame, side: str, name: str) -> pl.DataFrame:
    """Return cow, year, the total and how much of 2020 the cells in both years cover."""
    pair = ["exporter", "importer"]
    base = known.filter(pl.col("year") == BASE).select(*pair, before="usd_m")
    now = known.filter(pl.col("year").is_between(BASE + 1, LAST)).select(*pair, "year", "usd_m")
    both = now.join(base, on=pair).group_by(pl.col(side).alias("cow"), "year")
    sums = both.agg(now=pl.col("usd_m").sum(), before=pl.col("before").sum())
    total = f"{name}_usd_m"
    start = given.filter(pl.col("year") == BASE).select("cow", start=total)
    every = now.group_by(pl.col(side).alias("cow"), "year").agg(every=pl.col("usd_m").sum())
    moved = pl.col("start") * pl.col("now") / pl.col("before")
    return (
        sums.join(start, on="cow")
        .join(every, on=["cow", "year"])
        .with_columns(covered=(pl.col("before") / pl.col("start")).clip(0.0, 1.0))
        .filter(pl.col("covered") >= LEAST_COVERED)
        .select(
            "cow",
            "year",
            pl.max_horizontal(moved, "every").alias(total),
            "covered",
        )
    )
