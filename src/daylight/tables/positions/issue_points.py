"""Rows of ideal points by issue: positions on parts of the votes, on the metric of all."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.sources.kit.issues import IssueLog
from daylight.stats.ideal_points import (
    Scale,
    VoteData,
    bridged,
    fit,
    issue_filtered,
    issue_scale,
)
from daylight.tables.positions.ideal_points import THIN, vote_data, without_failed_years
from daylight.tables.positions.parallel import side_by_side
from daylight.tables.votes.ballots import CODES

SETS = (*CODES, "important")
"""Columns of the roll calls that mark the votes of a scale."""
WITHOUT = {"nu": "all-but-nu"}
"""Name of the scale of all votes but those of a set."""
DECIMALS = 2
"""Third decimals would add a third to the table and are far below any sd."""
_NUMBERS = ("theta", "sd", "lo", "hi")


def issue_points(
    rollcalls: pl.DataFrame,
    ballots: pl.DataFrame,
    matches: pl.DataFrame,
    points: pl.DataFrame,
    log: IssueLog,
) -> pl.DataFrame:
    """Return smoothed and filtered positions by issue, in the columns of `points`.

    Codes after 2020 are those of our own mapping. A roll call whose code is unknown counts as
    not on the issue. The smoothed common fit is made once more, for its items.

    Parameters
    ----------
    rollcalls, ballots, matches
        As for :func:`daylight.tables.positions.ideal_points.ideal_points`.
    points : polars.DataFrame
        What that function returned: its filtered rows from all votes are used.
    log : IssueLog
        Receives what ties each scale to the common one, thin rows, and fits that did not converge.
    """
    data = vote_data(rollcalls, ballots, matches, "all", "years", IssueLog("again"))
    linked = bridged(
        rollcalls["item"].to_numpy(), matches["later"].to_numpy(), matches["earlier"].to_numpy()
    )
    calls = rollcalls.with_columns(linked=linked)
    common, before = fit(data), _filtered(points)
    masks = {name: on_issue(calls, data, name) for name in SETS}
    chosen = [name for name, m in masks.items() if _divides(data, m) and _divides(data, ~m)]
    for name in SETS:
        if name not in chosen:
            log.note(f"ideal points on {name}: too few votes on or off it, no scale", 0)
    found = side_by_side(
        job
        for name in chosen
        for job in (
            (issue_scale, (data, masks[name], common)),
            (issue_filtered, (data, masks[name], before)),
        )
    )
    parts = []
    for name, whole, past in zip(chosen, found[::2], found[1::2], strict=True):
        log.note(
            f"ideal points on {name}: deviations from the common scale have sd {whole.tau:.2f} "
            f"and correlation {whole.rho:.2f} from year to year",
            len(whole.points),
        )
        for kind, one in (("smoothed", whole), ("filtered", past)):
            if not one.converged:
                log.warn(f"{kind} ideal points on {name}: not converged", len(one.points))
        parts += _both(name, whole.points, past.points, log)
        if name in WITHOUT:
            parts += _both(WITHOUT[name], whole.others, past.others, log)
    made = pl.concat([points.clear(), *parts], how="diagonal_relaxed")
    return made.cast(points.schema)


def on_issue(calls: pl.DataFrame, data: VoteData, name: str) -> NDArray[np.bool_]:
    """Return which votes are on an issue; `calls` has the bridged item as `linked`.

    An item carries a code in a year if any of its roll calls of that year does.
    """
    marked = (
        calls.filter(pl.col(name))
        .select(item=pl.col("linked").cast(pl.Int64), period=pl.col("year").cast(pl.Int64))
        .unique()
        .with_columns(marked=pl.lit(True))
    )
    cast = pl.DataFrame({"item": data.item.astype(np.int64), "period": data.period})
    both = cast.join(marked, on=["item", "period"], how="left", maintain_order="left")
    return both["marked"].fill_null(False).to_numpy()


def _divides(data: VoteData, mask: NDArray[np.bool_]) -> bool:
    """Whether any item of these votes found more than one answer."""
    pairs = np.unique(np.stack([data.item[mask], data.vote[mask]]), axis=1)
    return len(np.unique(pairs[0])) < pairs.shape[1]


def _filtered(points: pl.DataFrame) -> Scale:
    rows = points.filter(
        (pl.col("votes") == "all") & (pl.col("kind") == "filtered") & (pl.col("issue") == "all")
    ).sort("year", "cow")
    theta, sd, lo, hi = (rows[name].to_numpy().astype(np.float64) for name in _NUMBERS)
    cow, year, n = (rows[name].to_numpy().astype(np.int64) for name in ("cow", "year", "n_votes"))
    return Scale(cow, year, theta, sd, lo, hi, n)


def _both(issue: str, smoothed: Scale, filtered: Scale, log: IssueLog) -> list[pl.DataFrame]:
    """Return the rows of both kinds; filtered years in which the filter failed are left out."""
    whole, past = _frame(smoothed, issue, "smoothed"), _frame(filtered, issue, "filtered")
    kept = without_failed_years(past, whole, issue, log)
    for kind, part in (("smoothed", whole), ("filtered", kept)):
        thin = part.filter(pl.col("n_votes") < THIN)
        log.note(
            f"{kind} ideal points on {issue}: rows that rest on fewer than {THIN} votes", len(thin)
        )
    return [whole, kept]


def _frame(scale: Scale, issue: str, kind: str) -> pl.DataFrame:
    numbers = {n: np.round(getattr(scale, n), DECIMALS).astype(np.float32) for n in _NUMBERS}
    keys = {"cow": scale.state, "year": scale.period}
    frame = pl.DataFrame({**keys, **numbers, "n_votes": scale.n_votes})
    return frame.with_columns(votes=pl.lit("all"), kind=pl.lit(kind), issue=pl.lit(issue))
