"""Estimate ideal points anew from the votes in a folder, as in the atlas or as published."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from daylight.core.errors import BadInput
from daylight.positions.anchors import anchors
from daylight.positions.report import FitReport, Method
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import delivered, load
from daylight.stats.ideal_points import (
    FitOptions,
    IdealPoints,
    Sample,
    VoteData,
    bridged,
    reference_sample,
    sampled,
)
from daylight.stats.ideal_points.published.sampler import FEWEST
from daylight.store.given import kind as what_is
from daylight.store.schemas import PointKind, VoteSet
from daylight.tables.positions.ideal_points import KINDS, Clock, frame, vote_data
from daylight.tables.votes.ballots import join
from daylight.tables.votes.repeats import with_repeats

AS_PUBLISHED = FitOptions(clock="information", answer_bound=9.0)
"""What of the published scheme the model can have: variance by number of votes, bounded answers."""
VOETEN, UN, MATCHES = "un_votes_voeten", "un_votes_resolutions", "un_votes_matches"


@dataclass(frozen=True, slots=True)
class Estimated:
    """Ideal points estimated anew, and how the estimation went."""

    points: IdealPoints
    report: FitReport

    def to_polars(self) -> pl.DataFrame:
        """Return the frame: cow, session or year, theta, sd, lo, hi, n_votes."""
        return frame(self.points).rename({"period": self.report.clock.removesuffix("s")})


def estimate(
    folder: Path | None = None,
    votes: VoteSet = "all",
    clock: Clock = "years",
    kind: PointKind = "smoothed",
    reference: bool = False,
    sweeps: int | None = None,
    tick: Callable[[], None] = lambda: None,
) -> Estimated:
    """Estimate ideal points from the votes in `folder`.

    Parameters
    ----------
    folder : Path, optional
        Laid out as a mirror of the sources; by default ``DAYLIGHT_MIRROR`` or downloads.
    votes, clock, kind
        See :func:`daylight.tables.positions.ideal_points.vote_data`.
    reference : bool
        Use the sample that the published estimates of April 2020 rest on, in sessions, with
        :data:`AS_PUBLISHED`.
    sweeps : int, optional
        Use the published sampler instead of our fit, with so many sweeps; smoothed only. See
        :func:`daylight.stats.ideal_points.sampled`.
    tick : callable
        Called after each sweep, for a progress bar.

    Raises
    ------
    BadInput
        When `folder` is none, `reference` is asked for with another sample, or `sweeps` with
        filtered estimates or fewer than 40.
    FetchFailed, SourceChanged
        When the files are not there, or are not the declared ones.
    """
    if folder is not None and what_is(folder) != "a folder":
        raise BadInput(f"{folder} is not a folder; give one laid out as a mirror of the sources.")
    if reference and (votes, clock) != ("all", "sessions"):
        raise BadInput("The reference sample is of all votes by session; leave the others out.")
    if sweeps is not None and sweeps < FEWEST:
        raise BadInput(f"sweeps must be {FEWEST} or more; got {sweeps}.")
    if sweeps is not None and kind != "smoothed":
        raise BadInput("The published sampler has no filtered estimates; leave one of them out.")
    began = time.perf_counter()
    if reference:
        sample = reference_votes(folder)
        data, pairs = sample.votes, np.stack([sample.rollcall, sample.votes.item])
        calls = np.unique(pairs, axis=1)[1]
    else:
        data, calls = _votes(folder, votes, clock)
    reading = time.perf_counter() - began
    with threadpool_limits(1):  # matrices are small: threads fight
        if sweeps is None:
            points = KINDS[kind](data, AS_PUBLISHED if reference else FitOptions())
        else:
            points = sampled(data, sweeps, tick=tick)
    method: Method = "fit" if sweeps is None else "published sampler"
    rollcalls = int(np.isin(calls, points.items.item).sum())
    report = _report(points, votes, clock, kind, method, rollcalls, reading, reference)
    result = Estimated(points, report)
    if not reference:
        return result
    return replace(result, report=replace(report, anchors=anchors(result.to_polars())))


def reference_votes(folder: Path | None = None) -> Sample:
    """Return the votes that the published estimates of April 2020 rest on."""
    files = delivered(declaration(VOETEN), folder)
    calls = pl.read_parquet(io.BytesIO(files["rollcalls_1946_2020.parquet"]))
    cast = pl.read_parquet(io.BytesIO(files["votes_1946_2020.parquet"])).join(
        calls.select("rcid", "year", "session", "amend", "para"), on="rcid"
    )
    matches = load(MATCHES, folder).tables["matches"]
    column = {name: cast[name].fill_null(0).to_numpy() for name in cast.columns}
    return reference_sample(
        state=column["ccode"],
        rollcall=column["rcid"],
        session=column["session"],
        year=column["year"],
        vote=column["vote"],
        paragraph=column["para"],
        amendment=column["amend"],
        repeats=matches["later"].to_numpy(),
        repeated=matches["earlier"].to_numpy(),
    )


def _votes(folder: Path | None, votes: VoteSet, clock: Clock) -> tuple[VoteData, NDArray[np.int64]]:
    """Return the votes, and the item of each roll call."""
    log = IssueLog("ideal_points")
    un = load(UN, folder).tables
    tables = join(load(VOETEN, folder).tables, un, log)
    calls, known = tables["rollcalls"], load(MATCHES, folder).tables["matches"]
    matches = with_repeats(known, calls, un["texts"], log)
    used = calls if votes == "all" else calls.filter(pl.col("final"))
    later, earlier = matches["later"].to_numpy(), matches["earlier"].to_numpy()
    items = bridged(used["item"].to_numpy(), later, earlier)
    return vote_data(calls, tables["ballots"], matches, votes, clock, log), items


def _report(
    points: IdealPoints, votes: VoteSet, clock: Clock, kind: PointKind, method: Method,
    rollcalls: int, reading: float, reference: bool,
) -> FitReport:  # fmt: skip
    diagnostics = points.diagnostics
    return FitReport(
        method=method,
        sample="reference" if reference else "atlas",
        votes=votes,
        clock=clock,
        kind=kind,
        n_votes=diagnostics.votes,
        n_items=diagnostics.items,
        n_rollcalls=rollcalls,
        n_states=diagnostics.states,
        n_estimates=len(points),
        seconds_reading=round(reading, 1),
        seconds=round(diagnostics.seconds, 1),
        iterations=diagnostics.iterations,
        converged=diagnostics.converged,
        change=diagnostics.change,
        pull=diagnostics.pull,
        tilt=diagnostics.tilt,
        shift=diagnostics.shift,
        scale=diagnostics.scale,
        grid_step=diagnostics.grid_step,
        unresolved=diagnostics.unresolved,
        uninformed=tuple(int(s) for s in diagnostics.uninformed),
    )
