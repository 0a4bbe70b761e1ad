"""Votes that the deposit counts in the header of a roll call and does not list."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.issues import IssueLog

NAMES = {1: "yes", 2: "abstain", 3: "no"}
NOT_A_MEMBER = 9


def tallies(raw: pl.DataFrame, votes: pl.DataFrame) -> pl.DataFrame:
    """Return by roll call how many votes more the header counts than the list holds.

    Parameters
    ----------
    raw, votes : polars.DataFrame
        The roll calls and the votes as delivered.

    Returns
    -------
    polars.DataFrame
        rcid, session, yes, abstain, no: header less list, so 1 where one vote is not listed.
    """
    counted = votes.group_by("rcid").agg(
        (pl.col("vote") == code).sum().cast(pl.Int32).alias(f"listed_{name}")
        for code, name in NAMES.items()
    )
    return raw.join(counted, on="rcid").select(
        "rcid",
        "session",
        *[pl.col(n).cast(pl.Int32) - pl.col(f"listed_{n}") for n in NAMES.values()],
    )


def recovered(raw: pl.DataFrame, votes: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return the votes that follow from the header of their roll call.

    Where exactly one member of the session has no row in a roll call, and the header counts
    exactly one vote more than is listed, that vote is this member's. A member of a session is
    a number that has a row other than 9 in any of its roll calls.

    Parameters
    ----------
    raw, votes : polars.DataFrame
        The roll calls and the votes as delivered.
    log : IssueLog
        Receives how many votes were recovered, and how many headers still disagree.

    Returns
    -------
    polars.DataFrame
        rcid, ccode, vote: the rows to add to `votes`.
    """
    gaps = tallies(raw, votes)
    off = gaps.filter(pl.any_horizontal(pl.col(n) != 0 for n in NAMES.values()))
    one = off.filter(pl.sum_horizontal(pl.col(n).abs() for n in NAMES.values()) == 1)
    vote = pl.coalesce(pl.when(pl.col(n) == 1).then(code) for code, n in NAMES.items())
    one = one.with_columns(vote=vote.cast(votes.schema["vote"])).drop_nulls("vote")
    seated = votes.filter(pl.col("vote") != NOT_A_MEMBER).join(
        raw.select("rcid", "session"), on="rcid"
    )
    members = seated.select("session", "ccode").unique()
    silent = one.join(members, on="session").join(votes, on=["rcid", "ccode"], how="anti")
    alone = silent.filter(pl.len().over("rcid") == 1)
    found = alone.select(votes.columns).sort("rcid", "ccode")
    for (cow,), rows in found.group_by("ccode", maintain_order=True):
        log.note(f"votes of {cow} that the headers count and the list lacks; added", len(rows))
    if len(off) > len(found):
        log.warn(
            "headers that differ from the listed votes, and by which none can be added; the "
            "listed votes are used",
            len(off) - len(found),
        )
    return found
