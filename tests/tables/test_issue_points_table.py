"""Rows of ideal points by issue: which votes go in, and what comes out."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas import table
from daylight.store.writer import conform
from daylight.tables.positions import ideal_points
from daylight.tables.positions.ideal_points import KINDS, frame, vote_data
from daylight.tables.positions.issue_points import issue_points, on_issue
from daylight.tables.votes.ballots import CODES

STATES = (2, 20, 200, 365, 630, 710, 750, 770, 840, 850)
NO_MATCH = pl.DataFrame({"later": [], "earlier": []}, {"later": pl.Int32, "earlier": pl.Int32})


def world(seed: int = 3, calls: int = 24) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Ten states over three years; a third of the calls is on nuclear questions, where others
    are apart; important votes are known in 1991 only; one call is on human rights."""
    rng = np.random.default_rng(seed)
    side = np.linspace(2, -2, 10)
    other = 0.8 * side + 0.7 * rng.permutation(side)
    rollcalls, ballots = [], []
    for k in range(3 * calls):
        year, nuclear = 1990 + k // calls, k % 3 == 0
        codes = dict.fromkeys(CODES, False) | {"nu": nuclear, "hr": True if k == 4 else None}
        important = k % 2 == 0 if year == 1991 else None
        call = {"item": k, "year": year, "session": year - 1945, "final": True}
        rollcalls.append(call | codes | {"important": important})
        slope, cut = rng.choice([-1, 1]) * rng.uniform(0.7, 1.5), rng.normal(0, 0.7)
        for cow, place in zip(STATES, other if nuclear else side, strict=True):
            z = slope * place + rng.normal() - cut
            ballots.append({"item": k, "cow": cow, "vote": 1 + int(z > -0.3) + int(z > 0.3)})
    return pl.DataFrame(rollcalls, infer_schema_length=None), pl.DataFrame(ballots)


def common(rollcalls: pl.DataFrame, ballots: pl.DataFrame) -> pl.DataFrame:
    """Stand in for the table of the common scale."""
    data = vote_data(rollcalls, ballots, NO_MATCH, "all", "years", IssueLog("x"))
    parts = []
    for kind, estimate in KINDS.items():
        labels = {"votes": pl.lit("all"), "kind": pl.lit(kind), "issue": pl.lit("all")}
        parts.append(frame(estimate(data)).with_columns(**labels).rename({"period": "year"}))
    return pl.concat(parts).cast({"cow": pl.Int16})


@pytest.fixture(scope="module")
def found() -> tuple[pl.DataFrame, IssueLog]:
    log, votes = IssueLog("ideal_points"), world()
    return issue_points(*votes, NO_MATCH, common(*votes), log), log


def test_rows_fit_the_table_and_are_unique(found: tuple[pl.DataFrame, IssueLog]) -> None:
    made = conform(table("ideal_points"), found[0])
    assert made.n_unique(table("ideal_points").key) == len(made)
    assert set(made["votes"]) == {"all"}
    assert made["rho"].null_count() == len(made)


def test_rows_can_be_put_below_those_of_the_common_scale(
    found: tuple[pl.DataFrame, IssueLog],
) -> None:
    points = common(*world())
    assert len(pl.concat([points, found[0]])) == len(points) + len(found[0])


def test_only_issues_with_votes_have_rows(found: tuple[pl.DataFrame, IssueLog]) -> None:
    made, log = found
    assert set(made["issue"]) == {"nu", "all-but-nu", "important", "hr"}
    assert any("on me: no vote that divides the states" in i.text for i in log.issues)


def test_an_unknown_flag_is_absent_and_not_zero(found: tuple[pl.DataFrame, IssueLog]) -> None:
    important = found[0].filter(pl.col("issue") == "important")
    assert set(important["year"]) == {1991}
    assert (important["n_votes"] > 0).all()


def test_intervals_hold_the_positions_after_rounding(found: tuple[pl.DataFrame, IssueLog]) -> None:
    made = found[0]
    assert ((made["lo"] <= made["theta"]) & (made["theta"] <= made["hi"])).all()
    steps = made["theta"].cast(pl.Float64) * 100
    assert ((steps - steps.round()).abs() < 0.01).all()


def test_the_two_sides_split_the_votes_and_differ(found: tuple[pl.DataFrame, IssueLog]) -> None:
    smoothed = found[0].filter(pl.col("kind") == "smoothed")
    nu, rest = (smoothed.filter(pl.col("issue") == i) for i in ("nu", "all-but-nu"))
    both = nu.join(rest, on=["cow", "year"], suffix="_rest")
    assert (both["n_votes"] + both["n_votes_rest"] <= 24).all()
    assert len(both) == 3 * len(STATES)
    assert both.select((pl.col("theta") - pl.col("theta_rest")).abs().max()).item() > 0.5


def test_a_repeated_text_is_on_the_issue_only_where_a_call_says_so() -> None:
    rollcalls, ballots = world()
    matches = pl.DataFrame({"later": [25], "earlier": [0]})
    data = vote_data(rollcalls, ballots, matches, "all", "years", IssueLog("x"))
    linked = pl.Series([0 if item == 25 else item for item in rollcalls["item"]])
    mask = on_issue(rollcalls.with_columns(linked=linked), data, "nu")
    assert mask[(data.item == 0) & (data.period == 1990)].all()
    assert not mask[(data.item == 0) & (data.period == 1991)].any()
    assert mask.sum() == len(STATES) * 24


def test_what_ties_a_scale_is_noted(found: tuple[pl.DataFrame, IssueLog]) -> None:
    texts = [i.text for i in found[1].issues]
    assert sum("correlation with all votes" in t for t in texts) == 4
    assert any("fewer than 10 votes" in t for t in texts)


def test_an_issue_may_fail_in_every_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its smoothed rows stay, and the filtered ones are left out with a warning."""
    monkeypatch.setattr(ideal_points, "FAR", -1.0)
    votes, log = world(), IssueLog("ideal_points")
    made = issue_points(*votes, NO_MATCH, common(*votes), log)
    assert set(made["kind"]) == {"smoothed"}
    assert any("filter failed on nu, left out: 1990, 1991, 1992" in i.text for i in log.issues)
