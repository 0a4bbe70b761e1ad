"""Scales by issue on the real votes: what is known of some pairs, as one statement about them."""

from __future__ import annotations

import os

import numpy as np
import pytest

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.stats.ideal_points import (
    Interval,
    IssueScale,
    bridged,
    change,
    distance,
    fit,
    issue_scale,
)
from daylight.tables.positions.ideal_points import vote_data
from daylight.tables.positions.issue_points import on_issue
from daylight.tables.votes.ballots import join

pytestmark = [pytest.mark.mirror, pytest.mark.slow]
USA, UK, RUSSIA, IRAN, ISRAEL = 2, 200, 365, 630, 666


@pytest.fixture(scope="module")
def scales() -> dict[str, IssueScale]:
    if "DAYLIGHT_MIRROR" not in os.environ:
        pytest.skip("DAYLIGHT_MIRROR is not set: no real votes to read")
    log = IssueLog("x")
    un = join(load("un_votes_voeten").tables, load("un_votes_resolutions").tables, log)
    matches = load("un_votes_matches").tables["matches"]
    calls = un["rollcalls"]
    data = vote_data(calls, un["ballots"], matches, "all", "years", log)
    linked = bridged(*(x.to_numpy() for x in (calls["item"], matches["later"], matches["earlier"])))
    calls, common = calls.with_columns(linked=linked), fit(data)
    return {
        code: issue_scale(data, on_issue(calls, data, code), common) for code in ("me", "nu", "hr")
    }


def pair(scale: IssueScale, a: int, b: int, year: int = 2016) -> tuple[Interval, Interval]:
    points = scale.points
    rows = [np.flatnonzero((points.state == s) & (points.period == year)) for s in (a, b)]
    first, second = (Interval(points.theta[k], points.lo[k], points.hi[k]) for k in rows)
    return first, second


def test_the_scales_are_tied_and_settled(scales: dict[str, IssueScale]) -> None:
    for scale in scales.values():
        assert scale.converged
        assert scale.slope == pytest.approx(1.0, abs=0.01)
        assert 0.15 < scale.tau < 1.2
    assert scales["me"].tau > scales["nu"].tau > scales["hr"].tau


def test_russia_and_iran_are_nearer_on_human_rights_than_on_nuclear_questions(
    scales: dict[str, IssueScale],
) -> None:
    found = change(pair(scales["nu"], RUSSIA, IRAN), pair(scales["hr"], RUSSIA, IRAN))
    assert 1.5 < found.value[0] < 3.5
    assert found.lo[0] > 1.0
    near = distance(*pair(scales["hr"], RUSSIA, IRAN))
    assert near.hi[0] < 1.5


def test_allies_of_the_united_states_part_by_issue(scales: dict[str, IssueScale]) -> None:
    nuclear, east = (pair(scales[k], USA, UK) for k in ("nu", "me"))
    assert change(east, nuclear).lo[0] > 0.5
    first, second = pair(scales["me"], ISRAEL, UK)
    assert first.lo[0] > second.hi[0], "Israel stands far from Britain on the Middle East"
