"""The metric: where zero is, how long a unit is, which end is positive.

Votes identify positions only up to a common shift, scale and sign. Bailey, Strezhnev & Voeten
(2017) standardise the pooled state-periods on every sweep of their sampler. Doing that to a
converged fit only hides the question: the priors push the scale each time, states whose votes
cannot resist (a bloc at one end of nearly every item) run away, and rescaling squeezes the rest.
Here the same condition is built into the model. Each state-period carries a factor
``exp(w (tilt theta - pull theta**2 / 2))`` with w its share of the votes, as the rescaling of a
sampler acts through the precision of the votes; pull and tilt are solved so that the pooled
posterior has mean 0 and second moment 1 by itself. It is the prior of largest entropy that meets
the condition, and with it a level that votes do not identify stays finite and wide.

How far levels depend on it (reference sample, full against a tenth of the pull): USSR in session 5
-2.9 against -3.5, in session 30 -2.3 against -3.7; USA in session 5 1.3 against 1.9, in session 45
3.8 against 3.3. Order within a session hardly moves. The published sampler has the USA lower (3.1
in session 45, 2.7 in session 72), mostly because it cuts latent answers at 9 (see
:mod:`..model.answer_bound`), partly because standardising on every sweep holds back what mixes
slowly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..data import Floats, Ints
from ..model.layout import Layout

_GAIN_CAP = 10.0
"""Longest step per unit by which the metric is off: pooled variances near 0 would ask for more."""
_CHAINING = 1.5
"""How much more a chain of periods yields than a single one, roughly; sets the step size."""


@dataclass(frozen=True, slots=True)
class Reversion:
    """Mean reversion: `pull` >= 0 and `tilt`."""

    pull: float
    tilt: float

    def log_factor(self, weight: Floats, grid: Floats) -> Floats:
        """Log factor of rows with `weight`, shape (N,), on `grid`: shape (N, G)."""
        return weight[:, None] * (self.tilt * grid - self.pull * grid**2 / 2)


@dataclass(frozen=True, slots=True)
class Moments:
    """Posterior mean and variance of each row, shape (N,), and the pooled metric.

    `shift` and `scale` are mean and sd of the rows' positions pooled, the posterior variances
    counted: those of all draws, if there were any.
    """

    mean: Floats
    var: Floats
    shift: float
    scale: float


def moments(posterior: Floats, grid: Floats, pooled: NDArray[np.bool_] | None = None) -> Moments:
    """Summarise grid weights of shape (N, G); only the rows `pooled` count for the scale."""
    mean = posterior @ grid
    var = np.maximum(posterior @ grid**2 - mean**2, 1e-12)
    rows = slice(None) if pooled is None else pooled
    shift = float(mean[rows].mean())
    scale = float(np.sqrt((var[rows] + (mean[rows] - shift) ** 2).mean()))
    return Moments(mean, var, shift, scale)


def next_reversion(old: Reversion, current: Moments, weight: Floats, fixed: bool) -> Reversion:
    """Move pull and tilt towards pooled mean 0 and second moment 1.

    Parameters
    ----------
    old : Reversion
    current : Moments
        Of the posterior under `old`.
    weight : ndarray, shape (N,)
        Shares of the rows, mean 1.
    fixed : bool
        Leave the pull as it is.
    """
    give = _CHAINING * float((weight * current.var).mean())
    spread = weight * (2 * current.mean**2 * current.var + current.var**2)
    bend = _CHAINING * float(spread.mean())
    tilt = old.tilt - min(_GAIN_CAP, 0.5 / give) * current.shift
    if fixed:
        return Reversion(old.pull, tilt)
    pull = old.pull + min(_GAIN_CAP, 0.5 / bend) * (current.scale**2 - 1)
    return Reversion(max(pull, 0.0), tilt)


def rescale(items: Floats, shift: float, scale: float) -> Floats:
    """Return items, rows (b, c1, c2), for positions (theta - shift) / scale.

    The curves stay the same.
    """
    out = items.copy()
    out[:, 1:] -= out[:, :1] * shift
    out[:, 0] *= scale
    return out


def sign(
    layout: Layout, theta: Floats, anchors: Mapping[Any, int], rows: Ints | None = None
) -> int:
    """Return +1 or -1, by which to multiply so that the anchors lie on their side of the mean.

    Where positions by other votes are given, these fix the sign instead. With neither, nor an
    anchor among the states, the end where states say no more often becomes positive, so
    that flipping every vote flips the sign.

    Parameters
    ----------
    layout : Layout
    theta : ndarray, shape (n,)
        Positions.
    anchors : mapping of state to +1 or -1
    rows : ndarray of int, shape (n,), optional
        Rows of the layout that `theta` belongs to; all of them by default.
    """
    if layout.lean is not None:
        other = np.nan_to_num(layout.lean if rows is None else layout.lean[rows])
        return -1 if float((other * (theta - theta.mean())).sum()) < 0 else 1
    side = np.array([anchors.get(s, 0) for s in layout.states.tolist()], dtype=float)
    rows = np.arange(len(layout.n_votes)) if rows is None else rows
    lean = float((side[layout.row_state[rows]] * (theta - theta.mean())).sum())
    if lean == 0:
        noes = np.concatenate(
            [b.cube[:, :, 2].sum(1) - b.cube[:, :, 0].sum(1) for b in layout.blocks]
        )
        share = (noes / layout.n_votes)[rows]
        lean = float(((share - share.mean()) * (theta - theta.mean())).sum())
    return -1 if lean < 0 else 1
