"""Check the record of votes in the UN General Assembly; reports, never fails.

``DAYLIGHT_MIRROR=FOLDER python benchmarks/vote_record.py`` prints what may be exchanged, misplaced
or slipped, with log likelihood ratios (`daylight.tables.votes.faults`), votes outside a seat, and
how many roll calls each session has. ``--as-delivered`` leaves the corrections out, and so shows
what they mend. Every candidate is judged in ``tests/tables/vote_faults_judged.csv``.
"""

from __future__ import annotations

import sys
from datetime import date

import polars as pl

from daylight.core.states import get
from daylight.core.un_seats import seats
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, delivered, load
from daylight.sources.un_votes_voeten.source import shape
from daylight.tables.votes.ballots import join
from daylight.tables.votes.faults import candidates

VOETEN, UN = "un_votes_voeten", "un_votes_resolutions"
CAST = (1, 2, 3)


def record(*, as_delivered: bool = False) -> Tables:
    """Return the joined roll calls and ballots, with or without the corrections."""
    log = IssueLog("record")
    voeten = shape(delivered(declaration(VOETEN)), log) if as_delivered else load(VOETEN).tables
    return join(voeten, load(UN).tables, log)


def outside_seats(rollcalls: pl.DataFrame, ballots: pl.DataFrame) -> pl.DataFrame:
    """Return the votes of numbers that held no seat on that day, or in that year if undated."""
    cast = ballots.filter(pl.col("vote").is_in(CAST)).join(
        rollcalls.select("item", "year", "date"), on="item"
    )
    spells = [
        (seat.cow, seat.spell.start, seat.spell.end or date.max)
        for cow in cast["cow"].unique().to_list()
        for seat in seats(cow)
    ]
    table = pl.DataFrame(
        spells, schema={"cow": pl.Int16, "start": pl.Date, "end": pl.Date}, orient="row"
    )
    first = pl.coalesce("date", pl.date("year", 1, 1))
    last = pl.coalesce("date", pl.date("year", 12, 31))
    covered = cast.join(table, on="cow").filter(
        (pl.col("start") <= last) & (pl.col("end") >= first)
    )
    return cast.join(covered, on=["item", "cow"], how="anti")


def counts(rollcalls: pl.DataFrame) -> pl.DataFrame:
    """Return roll calls by session: all, on whole texts, not known, and from January to August."""
    return (
        rollcalls.group_by("session")
        .agg(
            pl.len().alias("held"),
            pl.col("final").sum().alias("final"),
            pl.col("final").is_null().sum().alias("unknown"),
            (pl.col("date").dt.month() <= 8).sum().alias("to_august"),
            pl.col("date").is_null().sum().alias("undated"),
        )
        .sort("session")
    )


def main(as_delivered: bool) -> None:
    """Print the report."""
    tables = record(as_delivered=as_delivered)
    for row in candidates(**tables).iter_rows(named=True):
        names = f"{get(row['a']).name} / {get(row['b']).name}"
        sides = ", ".join(f"{row[s]:.1f}" for s in ("side_a", "side_b") if row[s] is not None)
        print(
            f"{row['kind']:9}{row['session']:3} {names:45} {row['first']}-{row['last']}  "
            f"e^{row['log_ratio']:.1f} ({sides})"
        )
    print(f"\nvotes outside a seat: {len(outside_seats(**tables))}\n")
    with pl.Config(tbl_rows=-1, tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True):
        print(counts(tables["rollcalls"]))


if __name__ == "__main__":
    main("--as-delivered" in sys.argv[1:])
