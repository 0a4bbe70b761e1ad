"""The weighted mean of what is known."""

from __future__ import annotations

import numpy as np

from daylight.stats.composite import weighted

NAN = np.nan


def test_a_weighted_mean_leaves_gaps_out() -> None:
    result = weighted(np.array([[10, 20], [10, NAN], [NAN, NAN]]), np.array([1.0, 3.0]))
    np.testing.assert_allclose(result, [17.5, 10, NAN])
    assert np.isnan(weighted(np.array([[NAN, 20.0]]), np.array([1.0, 0.0]))).all()
