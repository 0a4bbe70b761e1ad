"""Rows of ideal points by issue: positions on parts of the votes, on the metric of all."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.sources.kit.issues import IssueLog
from daylight.stats.ideal_points import Background, FitOptions, IdealPoints, VoteData, bridged
from daylight.store.schemas import PointKind
from daylight.tables.positions.ideal_points import (
    KINDS,
    THIN,
    frame,
    vote_data,
    without_failed_years,
)
from daylight.tables.positions.parallel import side_by_side
from daylight.tables.votes.ballots import CODES

SETS = (*CODES, "important")
"""Columns of the roll calls that mark the votes of a scale."""
WITHOUT = {"all-but-nu": "nu"}
"""Scales of all votes but those of a set."""
OPTIONS: dict[PointKind, FitOptions] = {
    "smoothed": FitOptions(),
    "filtered": FitOptions(background_sd=1.0),
}
"""With past votes only, the items of an issue are known so little that positions by all votes have
to guide more: at the width of the smoothed scales the 1970s turn over from one year to the next."""
DECIMALS = 2
"""Third decimals would add a third to the table and are far below any sd."""


def issue_points(
    rollcalls: pl.DataFrame,
    ballots: pl.DataFrame,
    matches: pl.DataFrame,
    points: pl.DataFrame,
    log: IssueLog,
) -> pl.DataFrame:
    """Return smoothed and filtered positions by issue, in the columns of `points`.

    Each scale is a fit to the votes on the issue alone, with the positions on all votes as a weak
    guide, and put on their metric. Codes after 2020 are those of our own mapping. A roll call
    whose code is unknown counts as not on the issue.

    Parameters
    ----------
    rollcalls, ballots, matches
        As for :func:`daylight.tables.positions.ideal_points.ideal_points`.
    points : polars.DataFrame
        What that function returned: its rows from all votes are the background.
    log : IssueLog
        Receives how far each scale goes with that of all votes, thin rows, and fits that did not
        converge.
    """
    data = vote_data(rollcalls, ballots, matches, "all", "years", IssueLog("again"))
    linked = bridged(
        rollcalls["item"].to_numpy(), matches["later"].to_numpy(), matches["earlier"].to_numpy()
    )
    masks = scales(rollcalls.with_columns(linked=linked), data)
    for name in sorted(name for name, mask in masks.items() if not _divides(data, mask)):
        log.note(f"ideal points on {name}: no vote that divides the states, no scale", 0)
        del masks[name]
    behind = {kind: _background(points, kind) for kind in KINDS}
    jobs = [(name, kind) for kind in reversed(KINDS) for name in masks]  # longest first
    made = side_by_side(
        (_estimate, (data.where(masks[name]), kind, behind[kind])) for name, kind in jobs
    )
    done: dict[tuple[str, PointKind], IdealPoints] = dict(zip(jobs, made, strict=True))
    parts = [_rows(name, {k: done[name, k] for k in KINDS}, points, log) for name in masks]
    return pl.concat([points.clear(), *parts], how="diagonal_relaxed").cast(points.schema)


def scales(calls: pl.DataFrame, data: VoteData) -> dict[str, NDArray[np.bool_]]:
    """Return which votes each scale is of; `calls` has the bridged item as `linked`."""
    masks = {name: on_issue(calls, data, name) for name in SETS}
    return masks | {name: ~masks[left] for name, left in WITHOUT.items()}


def _estimate(votes: VoteData, kind: PointKind, background: Background) -> IdealPoints:
    return KINDS[kind](votes, OPTIONS[kind], background=background)


def _background(points: pl.DataFrame, kind: PointKind) -> Background:
    rows = of_all_votes(points, kind)
    cow, year = (rows[name].to_numpy().astype(np.int64) for name in ("cow", "year"))
    return Background(cow, year, rows["theta"].to_numpy().astype(np.float64))


def of_all_votes(points: pl.DataFrame, kind: PointKind) -> pl.DataFrame:
    """Return the rows of one kind that rest on all votes."""
    all_votes = (pl.col("votes") == "all") & (pl.col("issue") == "all")
    return points.filter(all_votes & (pl.col("kind") == kind))


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


def _rows(
    name: str, made: dict[PointKind, IdealPoints], points: pl.DataFrame, log: IssueLog
) -> pl.DataFrame:
    """Return the rows of both kinds; filtered years in which the filter failed are left out."""
    rows = {}
    for kind, estimates in made.items():
        if not estimates.diagnostics.converged:
            log.warn(f"{kind} ideal points on {name}: not converged", len(estimates))
        labels = {"votes": pl.lit("all"), "kind": pl.lit(kind), "issue": pl.lit(name)}
        numbers = frame(estimates, DECIMALS).rename({"period": "year"})
        rows[kind] = numbers.with_columns(rho=pl.lit(None, pl.Float32), **labels)
    past = without_failed_years(rows["filtered"], rows["smoothed"], name, log)
    for kind, part in (("smoothed", rows["smoothed"]), ("filtered", past)):
        thin = len(part.filter(pl.col("n_votes") < THIN))
        log.note(f"{kind} ideal points on {name}: rows that rest on fewer than {THIN} votes", thin)
    likeness = _within_a_year(rows["smoothed"], of_all_votes(points, "smoothed"))
    log.note(f"ideal points on {name}: correlation with all votes {likeness:.2f} in a year", 0)
    return pl.concat([rows["smoothed"], past])


def _within_a_year(issue: pl.DataFrame, whole: pl.DataFrame) -> float:
    """Return the median over years of the correlation of positions."""
    both = issue.join(whole, on=["cow", "year"], suffix="_whole")
    years = both.group_by("year").agg(r=pl.corr("theta", "theta_whole"))
    return float(np.nanmedian(years["r"].to_numpy()))
