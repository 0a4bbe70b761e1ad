"""The steps of the tables of votes."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.load import Tables
from daylight.tables.step import Inputs, Step
from daylight.tables.votes.ballots import join
from daylight.tables.votes.counts import held, issue_votes, votes

BALLOTS = "un_ballots"
SOURCES = ("un_votes_voeten", "un_votes_resolutions")


def _ballots(inputs: Inputs) -> Tables:
    voeten, resolutions = (inputs.source(name) for name in SOURCES)
    return join(voeten, resolutions, inputs.log("un_votes"))


def _votes(inputs: Inputs) -> pl.DataFrame:
    return votes(**inputs.result(BALLOTS))


def _issue_votes(inputs: Inputs) -> pl.DataFrame:
    return issue_votes(**inputs.result(BALLOTS))


def _rollcalls(inputs: Inputs) -> pl.DataFrame:
    return held(**inputs.result(BALLOTS))


STEPS = (
    Step(BALLOTS, _ballots, sources=SOURCES, stored=False),
    Step("votes", _votes, needs=(BALLOTS,)),
    Step("issue_votes", _issue_votes, needs=(BALLOTS,)),
    Step("rollcalls", _rollcalls, needs=(BALLOTS,)),
)
