"""The tie of co-sponsorship: phi over the texts of a year, groups and thin states left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.spells import cover, spells
from daylight.sources.un_votes_resolutions.ties import END, FEWEST, START, TIE, cosponsorship

SPONSORS: dict[str, Any] = {
    "symbol": pl.String,
    "year": pl.Int16,
    "cow": pl.Int16,
    "group": pl.Boolean,
}
FILL = range(100, 106)
"""Texts that only 900 and 920 sponsor, so that no state sponsors all."""


def table(by_state: dict[int, range], year: int = 2022, group: bool = False) -> pl.DataFrame:
    rows = [(f"t{k}", year, cow, group) for cow, texts in by_state.items() for k in texts]
    return pl.DataFrame(rows, SPONSORS, orient="row")


def values(sponsors: pl.DataFrame) -> dict[tuple[int, int], float]:
    found = cosponsorship(sponsors)
    return {(a, b): value for a, b, _, value in found.iter_rows()}


def test_phi_by_hand() -> None:
    # 20 texts: 2 sponsors 10, 20 sponsors 10, 5 together: no more than chance
    base = table({2: range(10), 20: range(5, 15), 200: range(10, 20), 900: range(15, 20)})
    found = values(base)
    assert found[2, 20] == 0.0
    assert found[2, 200] == -1.0
    # n = 20, n_a = 10, n_b = 5, n_ab = 5
    assert found[200, 900] == pytest.approx((20 * 5 - 10 * 5) / (10 * 5 * 10 * 15) ** 0.5, abs=5e-4)


def test_the_same_texts_give_one() -> None:
    assert values(table({2: range(6), 20: range(6), 900: FILL, 920: FILL}))[2, 20] == 1.0


def test_a_state_that_sponsors_nearly_all_is_not_near_everyone() -> None:
    busy = {2: range(39), 20: range(0, 40, 2), 200: range(1, 40, 2)}
    found = values(table(busy))
    assert abs(found[2, 20]) < 0.2 and abs(found[2, 200]) < 0.2


def test_thin_states_and_states_that_sponsor_everything_have_no_value() -> None:
    thin = {2: range(FEWEST - 1), 20: range(FEWEST), 200: range(40), 900: range(20, 40)}
    assert set(values(table(thin))) == {(20, 900)}


def test_signing_for_a_group_does_not_count() -> None:
    own = table({2: range(6), 20: range(6), 900: FILL, 920: FILL})
    group = table({2: FILL}, group=True)
    assert values(pl.concat([own, group])) == values(own)


def test_years_are_apart_and_an_empty_table_gives_none() -> None:
    one = table({2: range(6), 20: range(6), 900: FILL})
    other = table({2: range(6), 20: range(10, 16)}, year=2023)
    found = cosponsorship(pl.concat([one, other]))
    assert found.filter(pl.col("cow") == 2, pl.col("partner") == 20).select(
        "year", "value"
    ).rows() == [(2022, 1.0), (2023, -1.0)]
    assert cosponsorship(one.clear()).is_empty()


@given(st.integers(0, 10_000))
def test_phi_is_bounded_and_does_not_depend_on_the_order_of_rows(seed: int) -> None:
    rng = np.random.default_rng(seed)
    signed = rng.random((5, 24)) < rng.random((5, 1))
    rows = [(f"t{k}", 2022, 2 + c, False) for c in range(5) for k in range(24) if signed[c, k]]
    sponsors = pl.DataFrame(rows, SPONSORS, orient="row")
    found = cosponsorship(sponsors)
    assert found["value"].is_between(-1, 1).all()
    assert (found["cow"] < found["partner"]).all()
    assert found.equals(cosponsorship(sponsors.sample(fraction=1.0, shuffle=True, seed=seed)))


def test_only_whole_years_are_given_and_other_pairs_are_missing() -> None:
    years = [table({2: range(6), 20: range(6), 900: FILL}, y) for y in (START - 1, START, END + 1)]
    made = TIE.make({"un_votes_resolutions": {"sponsors": pl.concat(years)}}, IssueLog("ties"))
    assert made.rows["year"].unique().to_list() == [START]
    assert cover(TIE, made).is_empty()


@pytest.mark.mirror
def test_mirror(mirror: Path) -> None:
    log = IssueLog("ties")
    made = TIE.make({"un_votes_resolutions": load("un_votes_resolutions").tables}, log)
    rows = made.rows
    assert rows["year"].unique().sort().to_list() == list(range(START, END + 1))
    assert not log.issues
    assert len(spells(TIE, made, log)) > 90_000 and not log.issues, "all are in the state system"
    value = {(a, b, y): v for a, b, y, v in rows.iter_rows()}
    assert value[365, 370, 2024] == pytest.approx(0.65, abs=0.005)
    assert value[365, 630, 2025] == pytest.approx(0.44, abs=0.005)
    assert value[365, 369, 2023] == pytest.approx(-0.25, abs=0.005)
    assert value[2, 365, 2024] == pytest.approx(-0.17, abs=0.005)
