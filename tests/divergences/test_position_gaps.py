"""Distances between positions by issue, their place among all pairs, and records."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.core.periods import as_of
from daylight.divergences.divergence import divergence
from daylight.divergences.position_gaps import _since, gap_record, position_gaps
from daylight.divergences.records import Divergence
from daylight.measures import measure
from daylight.measures.issues import SCALES
from daylight.stats.ranks import share_below
from daylight.stats.records import paths
from daylight.store.atlas import Atlas


def asked(book: Atlas, a: str, b: str, when: str) -> Divergence:
    return divergence(a, b, when, atlas=book)


def test_the_gap_over_all_votes_is_that_of_the_measure(book: Atlas) -> None:
    found = asked(book, "RUS", "IRN", "2017-02-01").positions[0]
    values = measure("ideal_point_gap_filtered").compute(book, 2016, 2016)
    row = np.flatnonzero((values.a == 365) & (values.b == 630))[0]
    assert found.issue == "all"
    assert found.gap.value == pytest.approx(values.value[row], abs=1e-3)
    place = share_below(values.value[[row]], values.value)[0]
    assert found.percentile.value == pytest.approx(place, abs=0.06)


def test_scales_are_on_one_metric_with_votes_behind_them(book: Atlas) -> None:
    found = {p.issue: p for p in asked(book, "RUS", "IRN", "2017-02-01").positions}
    assert set(found) == set(SCALES)
    for p in found.values():
        assert p.gap.lo is not None
        assert p.gap.lo <= (p.gap.value or 0) <= (p.gap.hi or 0)
        assert 0 <= (p.percentile.lo or 0) <= (p.percentile.value or 0) <= 100
        assert p.gap.n
    near, far = found["hr"].gap, found["nu"].gap
    assert (near.hi or 9) < (far.lo or 0), "close on human rights, far apart on nuclear questions"


def test_an_issue_without_votes_has_no_row(book: Atlas) -> None:
    """The US list of important votes ends in 2017."""
    issues = {p.issue for p in asked(book, "RUS", "IRN", "2020-06-01").positions}
    assert "important" not in issues
    assert "all" in issues


def test_the_order_of_states_does_not_matter(book: Atlas) -> None:
    one, two = (asked(book, *pair, "2017-02-01") for pair in (("RUS", "IRN"), ("IRN", "RUS")))
    assert one.positions == two.positions


def test_the_break_of_the_agenda_makes_no_record(book: Atlas) -> None:
    found = asked(book, "RUS", "IRN", "2026-03-01").record
    assert found is not None
    assert (found.closest, found.closest_since) == (None, None)
    assert "2025" in found.reason


def test_later_votes_do_not_enter(book: Atlas) -> None:
    day = as_of("2017-02-01", book.last)
    found = gap_record(book, 365, 630, day)
    assert found is not None
    assert (found.year, found.kind) == (2016, "filtered")


def test_a_long_fall_is_a_record_and_a_thin_year_is_none() -> None:
    years = list(range(2000, 2020))
    falling = np.abs(paths(np.linspace(5, 1, 20), np.full(20, 0.05)))
    assert _since(falling, years, lowest=True) == 2000
    assert _since(falling, years, lowest=False) is None
    flat = np.full(20, 2.0)
    flat[-1] = 1.5
    sd = np.full(20, 0.1)
    sd[-1] = 1.5
    assert _since(np.abs(paths(flat, sd)), years, lowest=True) is None


def test_states_without_votes_have_no_distance(book: Atlas) -> None:
    day = as_of("1930-01-01", book.last)
    assert position_gaps(book, 200, 220, day.year) == ()
    assert gap_record(book, 200, 220, day) is None
