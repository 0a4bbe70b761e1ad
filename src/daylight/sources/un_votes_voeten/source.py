"""Shape the roll calls and votes of the Voeten deposit (release of 2021)."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.un_votes_voeten.calls import CODES, FLAGS, calls
from daylight.sources.un_votes_voeten.doubles import doubles
from daylight.sources.un_votes_voeten.recovered import recovered

VOTES = (1, 2, 3, 8, 9)
SERBIA = 345
SERBIA_YEARS = (2003, 2017)
SERBIA_ABSENT = 0.10
"""Above this share of absences in 2003-2017, rows of Yugoslavia have overwritten real votes."""
SUCCESSIONS = ((260, 255), (265, 255), (678, 679), (680, 679), (315, 316), (315, 317))
"""Pairs that never hold a seat in the same roll call (both Germanies, both Yemens, Prague)."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables `rollcalls` and `ballots` of 1946-2020.

    Parameters
    ----------
    files : mapping of str to bytes
        ``rollcalls_1946_2020.parquet``, ``votes_1946_2020.parquet``, ``countries.csv``.
    log : IssueLog
        Receives every repair and every disagreement inside the source.

    Raises
    ------
    SourceChanged
        For an unknown vote, flag or country code, or a quirk that is no longer there.
    """
    raw = pl.read_parquet(io.BytesIO(files["rollcalls_1946_2020.parquet"]))
    votes = pl.read_parquet(io.BytesIO(files["votes_1946_2020.parquet"]))
    _known_values(raw, votes, log)
    _known_countries(votes, files["countries.csv"].decode("utf-8"), log)
    _serbia(raw, votes, log)
    _seats(votes, log)
    votes = pl.concat([votes, recovered(raw, votes, log)])
    again = pl.col("rcid").is_in(doubles(raw, votes, log))
    raw, votes = raw.filter(~again), votes.filter(~again)
    ballots = votes.select(
        pl.col("rcid").cast(pl.Int32).alias("item"),
        pl.col("ccode").cast(pl.Int16).alias("cow"),
        pl.col("vote").cast(pl.Int8),
    )
    return {"rollcalls": calls(raw, log), "ballots": ballots.sort("item", "cow")}


def _known_values(raw: pl.DataFrame, votes: pl.DataFrame, log: IssueLog) -> None:
    for value in sorted(set(votes["vote"].to_list()) - set(VOTES), key=str):
        raise SourceChanged(
            f"{log.source}: vote code {value} is not one of {VOTES}; map it in source.py (VOTES)."
        )
    for column in (*CODES, *FLAGS):
        allowed = {0, 1} if column in CODES else {0, 1, None}
        for value in set(raw[column].to_list()) - allowed:
            raise SourceChanged(
                f"{log.source}: {column} = {value} in the roll calls; 0, 1 or, for flags, empty "
                f"was expected. Map it in calls.py."
            )
    lost = set(votes["rcid"]) - set(raw["rcid"])
    if lost:
        raise SourceChanged(
            f"{log.source}: votes for roll call {min(lost)}, which has no row in the roll calls "
            f"({len(lost)} such); the two files are of different releases."
        )


def _known_countries(votes: pl.DataFrame, text: str, log: IssueLog) -> None:
    table = pl.read_csv(io.StringIO(text), schema_overrides={"Country": pl.String})
    names = dict(zip(table["ccode"].to_list(), table["Country"].to_list(), strict=True))
    for code in sorted(set(votes["ccode"].to_list()) - set(names)):
        raise SourceChanged(
            f"{log.source}: country number {code} votes but is not in countries.csv; add it there."
        )
    labels = list(names.values())
    doubled = sorted({x for x in labels if labels.count(x) > 1})
    if doubled:
        rows = sum(labels.count(x) for x in doubled)
        log.note(f"labels used for two states ({', '.join(doubled)}); numbers are used", rows)


def _serbia(raw: pl.DataFrame, votes: pl.DataFrame, log: IssueLog) -> None:
    span = raw.filter(pl.col("year").is_between(*SERBIA_YEARS)).select("rcid")
    seat = votes.join(span, on="rcid").filter((pl.col("ccode") == SERBIA) & (pl.col("vote") != 9))
    if seat.is_empty():
        return
    absent = seat.select((pl.col("vote") == 8).sum()).item()
    if absent > SERBIA_ABSENT * len(seat):
        raise SourceChanged(
            f"{log.source}: number {SERBIA} is absent in {absent} of {len(seat)} roll calls of "
            f"2003-2017. The deposit has two rows for it, Yugoslavia (always 8) and Serbia; keep "
            f"the row that is not 8."
        )
    log.note("number 345 has two rows in the deposit; the one that votes was kept", len(seat))


def _seats(votes: pl.DataFrame, log: IssueLog) -> None:
    present = votes.filter(pl.col("vote") != 9)
    for old, new in SUCCESSIONS:
        both = present.filter(pl.col("ccode") == old).join(
            present.filter(pl.col("ccode") == new), on="rcid"
        )
        if len(both):
            raise SourceChanged(
                f"{log.source}: {old} and {new} are both members in roll call {both['rcid'][0]} "
                f"({len(both)} such); one succeeds the other. Correct it in corrections.yml."
            )
