"""How the items' uncertainty widens that of positions."""

import numpy as np

from daylight.stats.ideal_points import FitOptions, fit

from .world import simulate


def test_repeated_items_beyond_the_most_count_as_new(monkeypatch):
    """What is not followed from period to period makes intervals wider, never narrower."""
    votes = simulate(8, states=30, periods=5, items=20, bridged=0.5).votes
    options = FitOptions(anchors={0: 1})
    followed = fit(votes, options)
    monkeypatch.setattr("daylight.stats.ideal_points.inference.item_uncertainty._MOST_REPEATED", 0)
    alone = fit(votes, options)
    assert np.array_equal(alone.theta, followed.theta)
    assert (alone.sd > 0.999 * followed.sd).all()
    assert np.median(alone.sd / followed.sd) > 1.002
