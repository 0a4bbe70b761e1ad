"""The table of ideal points: positions of states from their UN votes, year by year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.stats.ideal_points import (
    FitOptions,
    IdealPoints,
    VoteData,
    bridged,
    filtered,
    fit,
)
from daylight.store.schemas import VOTE_SETS, PointKind, VoteSet
from daylight.tables.positions.parallel import side_by_side
from daylight.tables.votes.counts import CHOICES

Clock = Literal["years", "sessions"]
CLOCKS: tuple[Clock, ...] = ("years", "sessions")
KINDS: dict[PointKind, Callable[..., IdealPoints]] = {
    "smoothed": fit,
    "filtered": filtered,
}
DECIMALS = 3
THIN = 10
"""Fewer votes than this tell little about a state: intervals are wide, and the log counts them."""
FAR = 5.0
"""A filtered position so many of its own sds from the smoothed one is not what it says."""
FEW = 0.05
"""Largest share of states with such a position in a year in which the filter did not fail."""
ALIKE = 0.7
"""Least correlation of filtered and smoothed positions in such a year."""
_NUMBERS = ("theta", "sd", "lo", "hi", "rho")


def ideal_points(
    rollcalls: pl.DataFrame, ballots: pl.DataFrame, matches: pl.DataFrame, log: IssueLog
) -> pl.DataFrame:
    """Return smoothed and filtered positions from all votes and from final-passage votes.

    The year that is not over is estimated too; `n_votes` shows how little stands behind it.

    Parameters
    ----------
    rollcalls, ballots : polars.DataFrame
        The joined UN votes of :func:`daylight.tables.votes.ballots.join`.
    matches : polars.DataFrame
        Which roll call repeats which (`later`, `earlier`).
    log : IssueLog
        Receives double votes, thin rows, and fits that did not converge.
    """
    data = {v: vote_data(rollcalls, ballots, matches, v, "years", log) for v in VOTE_SETS}
    jobs = [(votes, kind) for kind in reversed(KINDS) for votes in VOTE_SETS]  # longest first
    made = side_by_side((KINDS[kind], (data[votes], FitOptions())) for votes, kind in jobs)
    done: dict[tuple[VoteSet, PointKind], IdealPoints] = dict(zip(jobs, made, strict=True))
    parts = []
    for votes in VOTE_SETS:
        rows = {}
        for kind in KINDS:
            points = done[votes, kind]
            _report(points, f"{kind} ideal points from {votes} votes", log)
            labels = {"votes": pl.lit(votes), "kind": pl.lit(kind), "issue": pl.lit("all")}
            rows[kind] = frame(points).rename({"period": "year"}).with_columns(**labels)
        past = without_failed_years(rows["filtered"], rows["smoothed"], f"{votes} votes", log)
        parts += [rows["smoothed"], past]
    return pl.concat(parts)


def without_failed_years(
    past: pl.DataFrame, whole: pl.DataFrame, what: str, log: IssueLog
) -> pl.DataFrame:
    """Return filtered positions without the years in which the filter failed.

    Those years are missing, not shown wrong. Failed means that more than a FEW of the states lie
    more than FAR of their own sds from their smoothed positions, once the two scales of the year
    are aligned (that of a filtered year is pooled over the years up to it, that of a smoothed one
    over all years), or that the two correlate less than ALIKE.

    Parameters
    ----------
    past, whole : polars.DataFrame
        Filtered and smoothed positions: cow, year, theta, sd.
    what : str
        The votes that they are from, for the log.
    log : IssueLog
        Receives the years that are left out.
    """
    both = past.join(whole, on=["cow", "year"], suffix="_smoothed")
    x, y = pl.col("theta"), pl.col("theta_smoothed")
    slope = pl.cov(x, y) / x.var()
    off = (y - y.mean() - slope * (x - x.mean())) / (slope * pl.col("sd"))
    worst = both.group_by("year").agg(
        share=(off.abs() > FAR).mean(), likeness=pl.corr(x, y).fill_nan(1.0)
    )
    bad = (pl.col("share") > FEW) | (pl.col("likeness") < ALIKE)
    failed = sorted(worst.filter(bad)["year"].to_list())
    if failed:
        years = ", ".join(str(year) for year in failed)
        log.warn(f"years in which the filter failed on {what}, left out: {years}", len(failed))
    return past.filter(~pl.col("year").is_in(failed))


def vote_data(
    rollcalls: pl.DataFrame,
    ballots: pl.DataFrame,
    matches: pl.DataFrame,
    votes: VoteSet,
    clock: Clock,
    log: IssueLog,
) -> VoteData:
    """Return the votes cast on bridged items, one for each state, item and period.

    A text can be voted on twice in one period: the first vote is kept and the rest counted
    in the log.

    Parameters
    ----------
    votes : {"all", "final-passage"}
        All roll calls, or those known to have adopted a text as a whole.
    clock : {"years", "sessions"}
        What a period is.
    """
    period = pl.col("year" if clock == "years" else "session").alias("period")
    calls = rollcalls if votes == "all" else rollcalls.filter(pl.col("final"))
    cast = ballots.filter(pl.col("vote").is_in(CHOICES)).join(
        calls.select("item", period), on="item"
    )
    item = bridged(
        cast["item"].to_numpy(), matches["later"].to_numpy(), matches["earlier"].to_numpy()
    )
    linked = cast.with_columns(linked=item).sort("item", "cow")
    once = linked.unique(["cow", "period", "linked"], keep="first", maintain_order=True)
    if len(once) < len(linked):
        log.note(
            f"second votes of a state on one repeated text within one of the {clock} "
            f"({votes} votes); the first is kept",
            len(linked) - len(once),
        )
    return VoteData(*(once[name].to_numpy() for name in ("cow", "period", "linked", "vote")))


def frame(points: IdealPoints, decimals: int = DECIMALS) -> pl.DataFrame:
    """Return estimates as a frame: cow, period, theta, sd, lo, hi, rho (rounded), n_votes."""
    numbers = {n: np.round(getattr(points, n), decimals).astype(np.float32) for n in _NUMBERS}
    made = pl.DataFrame(
        {"cow": points.state, "period": points.period, **numbers, "n_votes": points.n_votes}
    )
    return made.with_columns(pl.col("rho").fill_nan(None))


def _report(points: IdealPoints, what: str, log: IssueLog) -> None:
    found = points.diagnostics
    thin = int((points.n_votes < THIN).sum())
    log.note(f"{what}: rows that rest on fewer than {THIN} votes", thin)
    if found.uninformed:
        names = ", ".join(str(s) for s in found.uninformed)
        log.note(f"{what}: states without an informative vote: {names}", len(found.uninformed))
    if not found.converged:
        log.warn(
            f"{what}: not converged; the last step still moved a position by {found.change:.2f} sd",
            len(points),
        )
