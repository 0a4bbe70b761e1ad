"""Join the two universes of UN General Assembly roll calls so that no vote counts twice."""

from __future__ import annotations

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables

VOETEN, UN = "voeten", "un"
CODES = ("me", "nu", "di", "hr", "co", "ec")
NOT_A_MEMBER = 9
FIRST_OWN_ITEM = 100_000
PART = r"^(A/RES/.*\d) [A-Z]$"


def join(voeten: Tables, resolutions: Tables, log: IssueLog) -> Tables:
    """Return the tables `rollcalls` and `ballots` of both sources together.

    A resolution that both hold keeps the row and the votes of `voeten`, because that source
    also holds what surrounds it; `resolutions` adds what the other does not have, and the
    issue codes that the other does not know. A vote that a correction has set to unknown has no
    row, and no more has a roll call of which all votes are unknown.

    Parameters
    ----------
    voeten, resolutions : dict of str to polars.DataFrame
        The tables of the sources `un_votes_voeten` and `un_votes_resolutions`.
    log : IssueLog
        Receives the overlap, and every vote on which the two disagree.

    Returns
    -------
    dict of str to polars.DataFrame
        `rollcalls` (with `universe`, "voeten" or "un") and `ballots`.

    Raises
    ------
    SourceChanged
        When an item number would be used twice, or the overlap is not one to one.
    """
    old = voeten["rollcalls"].with_columns(pl.lit(VOETEN).alias("universe"))
    new = resolutions["rollcalls"].with_columns(pl.lit(UN).alias("universe"))
    if len(old) and int(old.select(pl.col("item").max()).item()) >= FIRST_OWN_ITEM:
        raise SourceChanged(
            f"{log.source}: a Voeten roll call is numbered above {FIRST_OWN_ITEM:,}."
        )
    shared = _shared(old, new, log)
    _compare(shared, voeten["ballots"], resolutions["ballots"], log)
    old = _fill_codes(old, new, log)
    parts = _repeated_parts(old, voeten["ballots"], log)
    extra = new.join(shared, left_on="item", right_on="new", how="anti")
    _report_early(extra, old, log)
    calls = pl.concat([old.join(parts, on="item", how="anti"), extra]).sort("item")
    votes = pl.concat([voeten["ballots"], resolutions["ballots"]])
    calls = calls.join(_unknown(votes, log), on="item", how="anti")
    votes = votes.drop_nulls("vote")
    ballots = votes.join(calls.select("item"), on="item", how="semi").sort("item", "cow")
    if calls["item"].n_unique() < len(calls) or ballots.n_unique(["item", "cow"]) < len(ballots):
        raise SourceChanged(f"{log.source}: the two sources use the same item number twice.")
    return {"rollcalls": calls, "ballots": ballots}


def _shared(old: pl.DataFrame, new: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return pairs of items (`old`, `new`) that are the same resolution voted on as a whole."""
    whole = old.filter(pl.col("symbol").is_not_null() & pl.col("final").fill_null(True))
    pairs = whole.select("symbol", pl.col("item").alias("old")).join(
        new.select("symbol", pl.col("item").alias("new")), on="symbol"
    )
    for column in ("old", "new"):
        if pairs[column].n_unique() < len(pairs):
            raise SourceChanged(
                f"{log.source}: a symbol of the overlap stands for two roll calls; see "
                f"{', '.join(pairs.filter(pl.len().over('symbol') > 1)['symbol'].unique().sort())}."
            )
    log.note("roll calls in both sources; the row of the deposit is kept", len(pairs))
    return pairs.select("old", "new")


def _compare(shared: pl.DataFrame, old: pl.DataFrame, new: pl.DataFrame, log: IssueLog) -> None:
    left = old.filter(pl.col("vote") != 9).join(shared, left_on="item", right_on="old")
    cells = left.join(
        new.rename({"vote": "other"}), left_on=["new", "cow"], right_on=["item", "cow"]
    )
    differ = cells.filter(pl.col("vote") != pl.col("other"))
    log.note("votes that both sources hold, compared one by one", len(cells))
    if len(differ):
        log.warn("votes on which the two sources disagree; the deposit's is kept", len(differ))


def _fill_codes(old: pl.DataFrame, new: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Take issue codes that the deposit does not know from the UN's row of the same text."""
    own = new.select("symbol", *[pl.col(c).alias(f"{c}_own") for c in CODES])
    both = old.join(own, on="symbol", how="left", maintain_order="left")
    gap = pl.any_horizontal([pl.col(c).is_null() & pl.col(f"{c}_own").is_not_null() for c in CODES])
    filled = both.select(gap.sum()).item()
    log.note("roll calls of the deposit with issue codes taken from issues.yml", filled)
    return both.with_columns(pl.coalesce(c, f"{c}_own").alias(c) for c in CODES).select(old.columns)


def _repeated_parts(old: pl.DataFrame, ballots: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return lettered parts that repeat, vote by vote, the joint row of all parts."""
    joint = old.filter(pl.col("symbol").str.contains(r"^A/RES/.*\d [A-Z]-[A-Z]$")).select(
        pl.col("symbol").str.replace(r" [A-Z]-[A-Z]$", "").alias("stem"),
        pl.col("item").alias("whole"),
    )
    parts = old.filter(pl.col("symbol").str.contains(PART)).select(
        pl.col("symbol").str.extract(PART).alias("stem"), "item"
    )
    pairs = parts.join(joint, on="stem").select("item", "whole")
    cells = pairs.join(ballots, on="item").join(
        ballots.rename({"vote": "other"}), left_on=["whole", "cow"], right_on=["item", "cow"]
    )
    same = cells.group_by("item").agg((pl.col("vote") == pl.col("other")).all().alias("same"))
    drop = same.filter("same").select("item")
    log.note("parts of a text voted on jointly, with the joint row beside them; dropped", len(drop))
    return drop


def _unknown(votes: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return the roll calls of which no vote is known."""
    vote = pl.col("vote")
    lost = votes.group_by("item").agg(
        (vote.is_null().any() & (vote.is_null() | (vote == NOT_A_MEMBER)).all()).alias("lost")
    )
    gone = lost.filter("lost").select("item")
    log.note("roll calls left out because all their votes are set to unknown", len(gone))
    return gone


def _report_early(extra: pl.DataFrame, old: pl.DataFrame, log: IssueLog) -> None:
    last = old.select(pl.col("date").max()).item()
    if last is None:
        return
    early = extra.filter(pl.col("date") <= last)
    names = ", ".join(early["symbol"].sort().to_list())
    log.note(
        f"roll calls of the UN up to {last} that the deposit does not have: {names or 'none'}",
        len(early),
    )
