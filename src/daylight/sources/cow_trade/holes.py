"""Where the dyadic file of COW Trade 4.0 has no numbers, or numbers that are not observations.

Each rule was decided on the file itself (see the docstring of each); the reasons are
written into the table `holes`, which the atlas shows where a value is not observed.
"""

from __future__ import annotations

from itertools import combinations

import polars as pl

from daylight.sources.kit.issues import IssueLog

USSR, FRG, GERMANY, SERBIA, LUXEMBOURG = 365, 260, 255, 345, 212
SUCCESSORS = (359, 365, 366, 367, 368, 369, 370, 371, 372, 373, 701, 702, 703, 704, 705)
PLANNED = (40, 265, 290, 310, 315, 339, 345, 355, 360, 365, 710, 712, 731, 816)
"""Cuba, the GDR, Poland, Hungary, Czechoslovakia, Albania, Yugoslavia, Bulgaria, Romania,
the USSR, China, Mongolia, North Korea and (North) Vietnam."""

SUCCESSOR_YEARS = (1991, 1994)
PLANNED_YEARS = (1945, 1984)
SOVIET_YEARS = (1945, 1991)
JOINT_YEARS = (1950, 1996)
ANSWERED = 10.0
"""USD million that went the other way, at which a Soviet zero is not believed."""

SUCCESSOR_REASON = "trade among the successors of the USSR was not reported in the first years"
PLANNED_REASON = "trade among planned economies went largely unreported"
SOVIET_REASON = "a Soviet flow stands as zero while the other direction was substantial"
JOINT_REASON = "Luxembourg's trade was reported jointly with Belgium's and split by one ratio"
FRG_REASON = "the dyadic file has no West German trade except with Belgium"
SERBIA_REASON = "the dyadic file has no trade of Yugoslavia (Serbia) after 1992"

HOLES = {
    "cow": pl.Int16,
    "partner": pl.Int16,
    "start": pl.Int16,
    "end": pl.Int16,
    "reason": pl.String,
}


def remove(flows: pl.DataFrame, log: IssueLog) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the flows that are observations, and the table of holes.

    A zero means under half a million, none, or not reported, and the file does not say
    which. Only zeros of a group shown to be false are taken out; a zero between states
    at odds elsewhere (an embargo) stays, for it is a finding.

    Parameters
    ----------
    flows : DataFrame
        importer, exporter, year, usd_m; no nulls.
    log : IssueLog
        Takes one line per rule, with its count of rows.

    Returns
    -------
    flows, holes : DataFrame
        `holes` has cow, partner (null: every partner), start, end, reason.
    """
    rules = {
        SUCCESSOR_REASON: _successor_zero(),
        PLANNED_REASON: _planned_zero(),
        JOINT_REASON: _either(LUXEMBOURG) & pl.col("year").is_between(*JOINT_YEARS),
        SERBIA_REASON: _either(SERBIA) & (pl.col("year") > 1992),
    }
    soviet = _soviet_zeros(flows)
    flows = flows.join(soviet, on=["importer", "exporter", "year"], how="anti")
    log.note(f"Taken out as not observed: {SOVIET_REASON}", len(soviet))
    for reason, false in rules.items():
        kept = flows.filter(~false)
        log.note(f"Taken out as not observed: {reason}", len(flows) - len(kept))
        flows = kept
    return _germany(flows, log), _holes(soviet)


def _among(group: tuple[int, ...]) -> pl.Expr:
    return pl.col("importer").is_in(group) & pl.col("exporter").is_in(group)


def _either(state: int) -> pl.Expr:
    return (pl.col("importer") == state) | (pl.col("exporter") == state)


def _successor_zero() -> pl.Expr:
    """Return the zeros between two successors of the USSR, 1991-94.

    Of 65 zeros in 1992, 36 are pairs that trade 5 million or more (median of 1996-2000);
    in 1993 28 of 65, in 1994 5 of 45, from 1995 none: the false ones end in 1994.
    """
    return (pl.col("usd_m") == 0) & _among(SUCCESSORS) & pl.col("year").is_between(*SUCCESSOR_YEARS)


def _planned_zero() -> pl.Expr:
    """Return the zeros between two planned economies, 1945-84.

    USSR-China is 812 million in 1957, 0 in 1960-63 and 230 in 1978. In 1960-63 and
    1981-84, 45 % of such zeros lie within ten years of a flow of 5 million or more of the
    same pair, from 1985 4 %.
    """
    return (pl.col("usd_m") == 0) & _among(PLANNED) & pl.col("year").is_between(*PLANNED_YEARS)


def _soviet_zeros(flows: pl.DataFrame) -> pl.DataFrame:
    """Return the zeros to or from the USSR that the other direction answers.

    Iran to the USSR stands at 0 in 1960-63 and 1981-87, between flows of 20 and 106,
    while the USSR sent Iran up to 270 million a year.
    """
    back = flows.select(
        importer="exporter", exporter="importer", year="year", answer=pl.col("usd_m")
    )
    return (
        flows.filter(
            (pl.col("usd_m") == 0)
            & _either(USSR)
            & pl.col("year").is_between(*SOVIET_YEARS)
            & ~(_among(PLANNED) & pl.col("year").is_between(*PLANNED_YEARS))
        )
        .join(back, on=["importer", "exporter", "year"])
        .filter(pl.col("answer") >= ANSWERED)
        .select("importer", "exporter", "year")
    )


def _germany(flows: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Give West Germany's rows of 1990 to Germany, under which all other partners stand."""
    moved = _either(FRG) & (pl.col("year") == 1990)
    log.note(
        "Flows of Belgium with West Germany in 1990 given to Germany (255), under which the "
        "rest of that year's German trade stands",
        flows.filter(moved).height,
    )
    return flows.with_columns(
        pl.when(moved & (pl.col(side) == FRG))
        .then(pl.lit(GERMANY, pl.Int16))
        .otherwise(pl.col(side))
        .alias(side)
        for side in ("importer", "exporter")
    )


def _holes(soviet: pl.DataFrame) -> pl.DataFrame:
    rows: list[tuple[int, int | None, int, int, str]] = [
        (FRG, None, 1960, 1990, FRG_REASON),
        (SERBIA, None, 1993, 2014, SERBIA_REASON),
        (LUXEMBOURG, None, *JOINT_YEARS, JOINT_REASON),
    ]
    rows += [(a, b, *PLANNED_YEARS, PLANNED_REASON) for a, b in combinations(PLANNED, 2)]
    rows += [(a, b, *SUCCESSOR_YEARS, SUCCESSOR_REASON) for a, b in combinations(SUCCESSORS, 2)]
    partner = pl.col("importer") + pl.col("exporter") - USSR
    for other, year in sorted(soviet.select(partner, "year").unique().rows()):
        rows.append((USSR, other, year, year, SOVIET_REASON))
    return pl.DataFrame(rows, schema=HOLES, orient="row")
