"""The table of ideal points: which votes go in, and what comes out."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
import pytest

from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas import table
from daylight.store.writer import conform
from daylight.tables.positions.ideal_points import (
    FAR,
    ideal_points,
    vote_data,
    without_failed_years,
)

STATES = (2, 20, 200, 365, 630, 710, 750, 850)
SIDE = dict(zip(STATES, np.linspace(2, -2, len(STATES)).tolist(), strict=True))
NO_MATCH = pl.DataFrame({"later": [], "earlier": []}, {"later": pl.Int32, "earlier": pl.Int32})


def world(seed: int = 3, calls: int = 24) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Eight states over three years; the last third of each year's calls is not final."""
    rng = np.random.default_rng(seed)
    rollcalls, ballots = [], []
    for k in range(3 * calls):
        year = 1990 + k // calls
        final = None if k % 3 == 2 else True
        rollcalls.append({"item": k, "year": year, "session": year - 1945, "final": final})
        slope, cut = rng.normal(), rng.normal(0, 0.7)
        for cow, side in SIDE.items():
            z = slope * side + rng.normal() - cut
            vote = 8 if rng.random() < 0.05 else 1 + int(z > -0.3) + int(z > 0.3)
            ballots.append({"item": k, "cow": cow, "vote": vote})
    return pl.DataFrame(rollcalls), pl.DataFrame(ballots)


@pytest.fixture(scope="module")
def found() -> tuple[pl.DataFrame, IssueLog]:
    log = IssueLog("ideal_points")
    rollcalls, ballots = world()
    return ideal_points(rollcalls, ballots, NO_MATCH, log), log


def test_there_are_four_sets_of_estimates_with_unique_rows(
    found: tuple[pl.DataFrame, IssueLog],
) -> None:
    made = conform(table("ideal_points"), found[0])
    assert made.n_unique(table("ideal_points").key) == len(made) == 4 * 3 * len(STATES)
    assert set(made.select("votes", "kind", "issue").unique().rows()) == {
        (votes, kind, "all")
        for votes in ("all", "final-passage")
        for kind in ("smoothed", "filtered")
    }


def test_intervals_hold_the_positions_after_rounding(found: tuple[pl.DataFrame, IssueLog]) -> None:
    made = found[0]
    assert (made["lo"] <= made["theta"]).all()
    assert (made["theta"] <= made["hi"]).all()
    assert (made["sd"] > 0).all()
    steps = made["theta"].cast(pl.Float64) * 1000
    assert ((steps - steps.round()).abs() < 0.01).all()


def test_the_anchors_give_the_sign(found: tuple[pl.DataFrame, IssueLog]) -> None:
    means = found[0].group_by("votes", "kind", "cow").agg(pl.col("theta").mean())
    for (_, _), part in means.group_by("votes", "kind"):
        theta = dict(part.select("cow", "theta").iter_rows())
        assert theta[2] > 0 > theta[850]


def test_later_votes_do_not_enter_a_filtered_estimate() -> None:
    rollcalls, ballots = world()
    early = rollcalls.filter(pl.col("year") < 1992)
    whole = ideal_points(rollcalls, ballots, NO_MATCH, IssueLog("x"))
    part = ideal_points(early, ballots.join(early, on="item", how="semi"), NO_MATCH, IssueLog("x"))
    keys = ["votes", "kind", "cow", "year"]
    both = part.filter(pl.col("kind") == "filtered").join(whole, on=keys, suffix="_whole")
    assert len(both) == 2 * 2 * len(STATES)
    assert both.select((pl.col("theta") - pl.col("theta_whole")).abs().max()).item() < 0.002
    smoothed = part.filter(pl.col("kind") == "smoothed").join(whole, on=keys, suffix="_whole")
    assert smoothed.select((pl.col("theta") - pl.col("theta_whole")).abs().max()).item() > 0.01


def test_final_passage_keeps_only_votes_known_to_be_on_the_whole() -> None:
    rollcalls, ballots = world()
    log = IssueLog("x")
    every = vote_data(rollcalls, ballots, NO_MATCH, "all", "years", log)
    final = vote_data(rollcalls, ballots, NO_MATCH, "final-passage", "years", log)
    assert {int(i) % 3 for i in final.item} == {0, 1}
    assert len(final) < len(every)
    assert set(every.vote.tolist()) == {1, 2, 3}, "absences are left out"


def test_sessions_can_be_the_clock() -> None:
    data = vote_data(*world(), NO_MATCH, "all", "sessions", IssueLog("x"))
    assert set(data.period.tolist()) == {45, 46, 47}


def test_a_repeated_text_is_one_item_and_a_second_vote_in_a_year_is_counted() -> None:
    rollcalls, ballots = world()
    matches = pl.DataFrame({"later": [1, 30], "earlier": [0, 1]})
    log = IssueLog("x")
    data = vote_data(rollcalls, ballots, matches, "all", "years", log)
    assert {1, 30}.isdisjoint(data.item.tolist())
    first = ballots.filter((pl.col("item") == 0) & (pl.col("vote") <= 3))
    kept = {
        cow: vote
        for cow, period, item, vote in zip(
            data.state.tolist(), data.period.tolist(), data.item.tolist(), data.vote.tolist(),
            strict=True,
        )
        if (period, item) == (1990, 0)
    }  # fmt: skip
    assert {c: kept[c] for c in first["cow"]} == dict(first.select("cow", "vote").iter_rows())
    noted = [i for i in log.issues if "second votes" in i.text]
    twice = ballots.filter(pl.col("item").is_in([0, 1]) & (pl.col("vote") <= 3))
    assert [i.rows for i in noted] == [len(twice) - twice["cow"].n_unique()]


def test_what_a_reader_should_know_is_noted(found: tuple[pl.DataFrame, IssueLog]) -> None:
    texts: list[Any] = [i.text for i in found[1].issues]
    assert sum("fewer than 10 votes" in t for t in texts) == 4


def yearly(theta: dict[int, list[float]]) -> pl.DataFrame:
    """Return positions of four states in each year, each known to a tenth."""
    rows = [
        (cow, year, place, 0.1)
        for year, places in theta.items()
        for cow, place in zip((2, 20, 200, 365), places, strict=True)
    ]
    return pl.DataFrame(rows, ["cow", "year", "theta", "sd"], orient="row")


def test_a_year_in_which_the_filter_failed_is_left_out_and_named() -> None:
    """Other units and another zero are no failure; another order of states is."""
    usual, other_scale, turned = [2.0, 1.0, 0.0, -1.0], [5.0, 3.0, 1.0, -1.0], [2.0, -1.0, 0.0, 1.0]
    whole = yearly(dict.fromkeys((1990, 1991, 1992), usual))
    past = yearly({1990: usual, 1991: other_scale, 1992: turned})
    log = IssueLog("x")
    kept = without_failed_years(past, whole, "all votes", log)
    assert kept.equals(past.filter(pl.col("year") < 1992))
    assert [i.text for i in log.issues if i.severity == "warning"] == [
        "years in which the filter failed on all votes, left out: 1992"
    ]


@pytest.mark.parametrize(("sds", "kept"), [(0.9 * FAR, True), (1.1 * FAR, False)])
def test_a_state_may_be_off_by_so_many_of_its_sds(sds: float, kept: bool) -> None:
    """Two states are off to either side, which leaves mean and slope of the year as they are."""
    past = yearly({1990: [1.0, 1.0, -1.0, -1.0]})
    whole = yearly({1990: [1.0 + 0.1 * sds, 1.0 - 0.1 * sds, -1.0, -1.0]})
    found = without_failed_years(past, whole, "all votes", IssueLog("x"))
    assert found.equals(past if kept else past.clear())
