"""The step of the table of ideal points."""

from __future__ import annotations

import polars as pl

from daylight.tables.positions.ideal_points import ideal_points
from daylight.tables.positions.issue_points import issue_points
from daylight.tables.step import Inputs, Step
from daylight.tables.votes.repeats import with_repeats
from daylight.tables.votes.steps import BALLOTS


def _make(inputs: Inputs) -> pl.DataFrame:
    log, ballots = inputs.log("ideal_points"), inputs.result(BALLOTS)
    matches = with_repeats(
        inputs.source("un_votes_matches")["matches"],
        ballots["rollcalls"],
        inputs.source("un_votes_resolutions")["texts"],
        log,
    )
    points = ideal_points(**ballots, matches=matches, log=log)
    by_issue = issue_points(**ballots, matches=matches, points=points, log=log)
    return pl.concat([points, by_issue])


STEPS = (
    Step(
        "ideal_points",
        _make,
        sources=("un_votes_matches", "un_votes_resolutions"),
        needs=(BALLOTS,),
    ),
)
