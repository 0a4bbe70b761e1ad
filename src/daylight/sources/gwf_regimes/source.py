"""From the list of regimes to one row a regime, with its kind."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "regime_list.csv"
COLUMNS = ("cowcode", "gwf_startdate", "gwf_enddate", "gwf_regimetype")
OPEN = ("12/31/2020", "12/31/2021")
"""Ends that stand for going on when the list was made, early in 2021."""
KINDS = (
    "civilian provisional", "foreign-occupied", "indirect military", "military",
    "military personal", "monarchy", "oligarchy", "parliamentary", "party-based", "party-military",
    "party-personal", "party-personal-military", "personal", "presidential", "provisional",
    "provisional military", "warlordism",
)  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``regimes``: cow, regime (its kind), start, end (days; null: going on).

    Raises
    ------
    SourceChanged
        On a missing column, an unknown state or kind, a day that is none, or an end before the
        start or after the start of the next.
    """
    raw = pl.read_csv(io.BytesIO(files[FILE]), infer_schema=False)
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"{log.source}: {FILE} lacks the columns {', '.join(gone)}.")
    day = {
        ours: pl.col(theirs).str.to_date("%m/%d/%Y", strict=False)
        for ours, theirs in (("start", "gwf_startdate"), ("end", "gwf_enddate"))
    }
    going = pl.col("gwf_enddate").is_in(OPEN)
    rows = raw.select(
        pl.col("cowcode").cast(pl.Int16).alias("cow"),
        pl.col("gwf_regimetype").str.strip_chars().alias("regime"),
        going.alias("going"),
        **day,
    ).sort("cow", "start")
    _check(rows, log)
    log.note("regimes going on when the list was made", len(rows.filter("going")))
    end = pl.when(~pl.col("going")).then("end").alias("end")
    return {"regimes": rows.select("cow", "regime", "start", end)}


def _check(rows: pl.DataFrame, log: IssueLog) -> None:
    known = [state.cow for state in all_states()]
    wrong = {
        "is of a year before 1000": (pl.min_horizontal("start", "end").dt.year() < 1000).fill_null(
            False
        ),
        "is of a state outside the COW list": ~pl.col("cow").is_in(known),
        "is of an unknown kind": ~pl.col("regime").is_in(KINDS),
        "ends before the start, or on a day that is none": pl.col("end") < pl.col("start"),
        "ends after the start of the next": (
            pl.col("end") > pl.col("start").shift(-1).over("cow")
        ).fill_null(False),
    }
    for what, rule in wrong.items():
        bad = rows.filter(rule.fill_null(True))
        if len(bad):
            # as text: a day may be of a year that Python has not
            row = bad.with_columns(pl.col("start", "end").cast(pl.String)).row(0, named=True)
            raise SourceChanged(
                f"{log.source}: {row['regime']} ({row['cow']}, {row['start']} to {row['end']}) "
                f"{what}; check the release, or correct it in the source."
            )
