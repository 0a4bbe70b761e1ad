"""What it means that nobody gives a value: none, or nothing that anybody could have seen.

A pair that a reporting side does not list has, as near as trade data come to it, no trade. That
holds only where the side lists what it trades with that partner at all, so three things are never
zero: a cell of which neither side reports by partner in the year; a cell of a state that no report
of the year names (Liechtenstein within Switzerland, Luxembourg before 1997, North Vietnam); and
the groups of :data:`HIDDEN`, whose members reported and left each other out.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from daylight.sources.cow_trade.holes import PLANNED, SUCCESSORS
from daylight.tables.flows.cells import KEY, SOURCE, STATUS, Source
from daylight.tables.flows.reports import reporters


@dataclass(frozen=True, slots=True)
class Hidden:
    """States whose trade with each other is never zero in some years, why, and what shows it."""

    states: tuple[int, ...]
    start: int
    end: int
    reason: str
    evidence: str


HIDDEN = (
    Hidden(
        PLANNED,
        1945,
        1991,
        "trade among planned economies went largely unreported",
        "China buys 544 million from the USSR in 1957 and nothing in 1960; see sources/cow_trade",
    ),
    Hidden(
        SUCCESSORS,
        1991,
        1994,
        "trade among the successors of the USSR was not reported at first",
        "Russia and Ukraine have no cell before 1994, 15 billion in 1996; see sources/cow_trade",
    ),
    Hidden(
        (260, 265),
        1945,
        1990,
        "trade between the two Germanies was interzonal, not foreign",
        "no cell in any year; protocol on German internal trade, 25 March 1957 (recalled)",
    ),
    Hidden(
        (731, 732),
        1945,
        9999,
        "South Korea counts trade with the North as internal",
        "no cell after 2002; Inter-Korean Exchange and Cooperation Act, article 12 (recalled)",
    ),
    Hidden(
        (710, 713),
        1949,
        1989,
        "trade between China and Taiwan went through Hong Kong",
        "no cell before 1990, and 14 billion in 1993",
    ),
    Hidden(
        (560, 565, 570, 571, 572),
        1945,
        1999,
        "one customs area reports for its members",
        "the Southern African customs area is the reporter to 1997; first cells among them in 2000",
    ),
    Hidden(
        (345, 347),
        2008,
        2010,
        "Serbia counts trade with Kosovo as internal",
        "first cell in 2011, and 430 million in 2012",
    ),
)


def hidden() -> pl.Expr:
    """Return whether a cell (exporter, importer, year) lies in one of :data:`HIDDEN`."""
    return pl.any_horizontal(
        pl.col("exporter").is_in(group.states)
        & pl.col("importer").is_in(group.states)
        & pl.col("year").is_between(group.start, group.end)
        for group in HIDDEN
    )


def unlisted(grid: pl.DataFrame, reports: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Return the cells of `grid` without a value in `reports`, as none recorded or not observable.

    Only years that the reports have are answered.

    Parameters
    ----------
    grid : DataFrame
        exporter, importer, year.
    reports : DataFrame
        exporter, importer, year, exports_fob, imports_cif, exports_estimated, imports_estimated.
    source : str
        Where the reports are from.
    """
    years = reports.select("year").unique()
    empty = grid.join(years, on="year", how="semi").join(reports.select(KEY), on=KEY, how="anti")
    sides = reporters(reports)
    named = pl.concat(
        [reports.select("year", cow=side) for side in ("exporter", "importer")]
    ).unique()
    known = empty
    for side, what in (("importer", "imports"), ("exporter", "exports")):
        mine = sides.select("year", pl.col("cow").alias(side), what)
        here = named.select("year", pl.col("cow").alias(side), pl.lit(True).alias(f"{side}_named"))
        known = known.join(mine, on=[side, "year"], how="left")
        known = known.join(here, on=[side, "year"], how="left")
    reporting = pl.any_horizontal(pl.col("imports", "exports").fill_null(False))
    listed = pl.all_horizontal(pl.col("importer_named", "exporter_named").fill_null(False))
    return empty_cells(known, reporting & listed, source)


def empty_cells(frame: pl.DataFrame, none: pl.Expr, source: Source) -> pl.DataFrame:
    """Return cells without trade where `none` holds, and not observable elsewhere."""
    return frame.select(
        pl.col(KEY).cast(pl.Int16),
        usd_m=pl.when(none).then(0.0),
        log_sd=pl.lit(None, pl.Float64),
        status=pl.when(none)
        .then(pl.lit("none_recorded"))
        .otherwise(pl.lit("not_observable"))
        .cast(STATUS),
        source=pl.lit(source).cast(SOURCE),
    )


def never_zero(cells: pl.DataFrame) -> pl.DataFrame:
    """Return cells with the zeros of :data:`HIDDEN` as not observable."""
    false = (pl.col("status") == "none_recorded") & hidden()
    return cells.with_columns(
        usd_m=pl.when(~false).then("usd_m"),
        status=pl.when(false)
        .then(pl.lit("not_observable").cast(STATUS))
        .otherwise(pl.col("status")),
    )
