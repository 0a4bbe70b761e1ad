"""From filtered to smoothed levels of one series: the backward pass of a linear model."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def smoothed(
    mean: Floats, sd: Floats, time: NDArray[np.integer[Any]], steadiness: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return smoothed means and sds, and correlations with the entry before.

    The series is a stationary first-order autoregression with mean 0 and variance 1, of which
    filtered moments are known; what was seen at a time is in its filtered moments already, so
    nothing else is needed. Exact for normal posteriors.

    Parameters
    ----------
    mean, sd : ndarray, shape (T,)
        Filtered moments.
    time : ndarray of int, shape (T,)
        Increasing; a gap of g times multiplies the steadiness to the power g.
    steadiness : float
        Correlation of neighbouring times.

    Returns
    -------
    mean, sd, rho : ndarray, shape (T,)
        In standard deviations of the series; `rho` is a correlation, NaN at the first time.

    References
    ----------
    Rauch, Tung & Striebel 1965, AIAA Journal 3:1445-1450.
    """
    best, var = mean.astype(float).copy(), sd.astype(float) ** 2
    rho = np.full(len(best), np.nan)
    for t in range(len(best) - 2, -1, -1):
        a = steadiness ** int(time[t + 1] - time[t])
        ahead = a * a * float(sd[t]) ** 2 + 1 - a * a
        gain = a * float(sd[t]) ** 2 / ahead
        covariance = gain * var[t + 1]
        best[t] = mean[t] + gain * (best[t + 1] - a * mean[t])
        var[t] = float(sd[t]) ** 2 + gain * gain * (var[t + 1] - ahead)
        rho[t + 1] = covariance / np.sqrt(var[t] * var[t + 1])
    return best, np.sqrt(var), np.clip(rho, -1.0, 1.0)
