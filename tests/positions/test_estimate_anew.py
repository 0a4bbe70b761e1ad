"""Estimates anew from the mirror: the published sample, and what they agree with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from daylight.core.errors import BadInput, FetchFailed
from daylight.positions.estimate import Estimated, estimate, reference_votes

INTERVALS = {
    (365, 5): (-3.38, -2.44),
    (2, 5): (1.28, 1.99),
    (365, 50): (0.97, 1.34),
    (630, 72): (-2.00, -1.21),
}
"""Published 90 % intervals (April 2020) that hold the estimate."""
NEAR = {
    (630, 45): -1.08,
    (710, 45): -0.17,
    (365, 45): -0.14,
    (630, 50): -1.59,
    (710, 50): -1.50,
    (630, 74): -1.70,
}
"""Published means that the estimate comes within 0.1 of."""
OFF = {
    (2, 45): 3.07,
    (2, 50): 3.13,
    (2, 72): 2.68,
    (2, 74): 2.69,
    (365, 72): 0.11,
    (365, 74): 0.14,
    (710, 72): -0.38,
    (710, 74): -0.33,
    (630, 5): 0.11,
}
"""Published means that it does not come near: the United States above all. See the docs."""


@pytest.fixture(scope="module")
def reference() -> Estimated:
    if not os.environ.get("DAYLIGHT_MIRROR"):
        pytest.skip("no mirror of real data: set DAYLIGHT_MIRROR to run this test")
    return estimate(clock="sessions", reference=True)


@pytest.mark.mirror
@pytest.mark.slow
def test_the_reference_sample_is_the_published_one(mirror: Path) -> None:
    assert reference_votes(mirror).counts == (797_473, 4_784, 5_733, 10_469)


@pytest.mark.mirror
@pytest.mark.slow
def test_the_report_gives_the_counts_and_converges(reference: Estimated) -> None:
    found = reference.report
    counts = (found.n_votes, found.n_items, found.n_rollcalls, found.n_estimates)
    assert counts == (797_473, 4_784, 5_733, 10_469)
    assert found.converged
    assert "797,473 votes on 4,784 items (5,733 roll calls)" in str(found)


@pytest.mark.mirror
@pytest.mark.slow
def test_anchor_values(reference: Estimated) -> None:
    frame = reference.to_polars()
    theta = {
        (cow, session): value
        for cow, session, value in frame.select("cow", "session", "theta").iter_rows()
    }
    for key, (low, high) in INTERVALS.items():
        assert low <= theta[key] <= high, key
    for key, mean in NEAR.items():
        assert abs(theta[key] - mean) < 0.1, key
    assert all(theta[key] > mean + 0.1 for key, mean in OFF.items() if key[0] != 630), (
        "an anchor that used to lie above the published value now agrees: move it"
    )


def test_a_folder_without_votes_is_told(tmp_path: Path) -> None:
    with pytest.raises(FetchFailed, match="not in"):
        estimate(tmp_path)
    with pytest.raises(BadInput, match="not a folder"):
        estimate(tmp_path / "none")


def test_the_reference_is_one_sample_only(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="by session"):
        estimate(tmp_path, "final-passage", "sessions", reference=True)
