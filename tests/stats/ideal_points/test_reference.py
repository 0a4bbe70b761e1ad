"""Bridging, and the published sample and anchor values on real votes."""

import numpy as np
import pytest

from daylight.core.errors import BadInput
from daylight.stats.ideal_points import bridged, filtered, fit

from .mirror import reference, reference_sample_from_mirror


def test_chains_lead_to_the_earliest():
    calls = np.array([1, 2, 3, 4, 3])
    assert bridged(calls, np.array([3, 2]), np.array([2, 1])).tolist() == [1, 1, 1, 4, 1]


def test_circle_is_refused():
    with pytest.raises(BadInput, match="circle"):
        bridged(np.array([1]), np.array([1, 2]), np.array([2, 1]))


@pytest.mark.mirror
def test_reference_sample_is_exact():
    assert reference_sample_from_mirror().counts == (797_473, 4_784, 5_733, 10_469)


ANCHORS = {  # state, session: published mean, 5 %, 95 % (release of April 2020)
    (365, 5): (-2.88, -3.38, -2.44),
    (365, 50): (1.16, 0.97, 1.34),
    (365, 45): (-0.14, -0.36, 0.09),
    (2, 5): (1.62, 1.28, 1.99),
    (630, 72): (-1.59, -2.00, -1.21),
}
MEANS = {(630, 45): -1.08, (630, 50): -1.59, (630, 74): -1.70, (710, 45): -0.17, (710, 50): -1.50}


@pytest.fixture(scope="module")
def points():
    return fit(reference())


def value(points, key):
    return float(points.theta[(points.state == key[0]) & (points.period == key[1])][0])


@pytest.mark.mirror
@pytest.mark.slow
def test_published_anchor_values(points):
    """Within the published intervals, or 0.1 of the mean where only that is known."""
    for key, (_, lo, hi) in ANCHORS.items():
        assert lo <= value(points, key) <= hi, key
    for key, mean in MEANS.items():
        assert abs(value(points, key) - mean) < 0.1, key


@pytest.mark.mirror
@pytest.mark.slow
@pytest.mark.xfail(
    strict=True,
    reason="the American level is higher in the exact posterior than the published sampler has it",
)
@pytest.mark.parametrize("session, hi", [(45, 3.26), (50, 3.38), (72, 2.88), (74, 2.87)])
def test_published_american_level(points, session, hi):
    assert value(points, (2, session)) <= hi


@pytest.mark.mirror
@pytest.mark.slow
def test_filtered_agrees_within_sessions(points):
    one = filtered(reference())
    r = [
        np.corrcoef(one.theta[one.period == p], points.theta[points.period == p])[0, 1]
        for p in np.unique(points.period)
    ]
    assert np.median(r) > 0.99
    assert min(r) > 0.98
    assert one.diagnostics.converged
    assert np.abs(one.items.discrimination).max() < 6
