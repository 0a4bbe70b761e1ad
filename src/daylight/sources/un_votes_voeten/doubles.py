"""Roll calls that the deposit holds twice."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.issues import IssueLog

CAST = (1, 2, 3)


def doubles(raw: pl.DataFrame, votes: pl.DataFrame, log: IssueLog) -> list[int]:
    """Return the roll calls that repeat an earlier one of their session, vote by vote.

    A roll call is a double when an earlier one has the same session and symbol, neither is
    flagged as on a paragraph or an amendment, and every member cast the same vote. Consecutive
    votes on paragraphs may truly be alike, so flagged ones are kept.

    Parameters
    ----------
    raw, votes : polars.DataFrame
        The roll calls and the votes as delivered.
    log : IssueLog
        Receives which were found.
    """
    whole = raw.filter(
        ~pl.any_horizontal(pl.col("amend", "para").fill_null(0) == 1)
        & (pl.col("unres").str.strip_chars() != "")
    )
    shared = whole.filter(pl.len().over("session", "unres") > 1)
    cast = votes.filter(pl.col("vote").is_in(CAST)).join(
        shared.select("rcid", "session", "unres"), on="rcid"
    )
    ballots = (
        cast.sort("rcid", "ccode")
        .group_by("rcid", "session", "unres", maintain_order=True)
        .agg(pl.concat_str(["ccode", "vote"], separator=":").str.join(" ").alias("ballots"))
    )
    again = ballots.sort("rcid").filter(
        pl.col("rcid").cum_count().over("session", "unres", "ballots") > 1
    )
    found: list[int] = again["rcid"].to_list()
    names = ", ".join(again["unres"].to_list())
    log.note(f"roll calls listed twice with the same votes ({names}); counted once", len(found))
    return found
