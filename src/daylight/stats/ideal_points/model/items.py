"""Item parameters given where the states are: one damped Newton step for all items at once."""

from __future__ import annotations

import numpy as np

from ..data import Floats
from ..options import FitOptions
from .answer_bound import bound_effect
from .layout import Layout
from .response import Curves

NEUTRAL = (0.0, -0.5, 0.5)
"""Start of every item: discriminates nothing, abstention in the middle."""
_LONGEST_STEP = 2.0
"""A step moves no parameter farther than this: far from the mode curvature misleads."""


def tallies(layout: Layout, posterior: Floats, said: Floats | None = None) -> Floats:
    """Count the yes, abstain and no votes expected from each grid position.

    Parameters
    ----------
    layout : Layout
    posterior : ndarray, shape (N, G)
        Weights of each row's position on the grid.
    said : ndarray, shape (J, 3, G), optional
        With it absences count too: as what an absent state would have said.

    Returns
    -------
    ndarray, shape (J, 3, G)
        All that the items need of votes and positions.
    """
    out = np.zeros((len(layout.items), 3, posterior.shape[1]))
    for block in layout.blocks:
        part = block.chose.T @ posterior[block.rows]
        out[block.items] += part.reshape(len(block.items), 3, posterior.shape[1])
        if block.away is not None and said is not None:
            out[block.items] += (block.away.T @ posterior[block.rows])[:, None] * said[block.items]
    return out


def log_prior(items: Floats, options: FitOptions) -> float:
    """Log prior density of the items up to a constant.

    The term log(c2 - c1) is the Jacobian that turns the mode of the log gap into an estimate
    for the gap: without it an item on which nobody abstains has no gap at all.
    """
    b, c1, c2 = items.T
    sb, sc = options.discrimination_sd, options.cutpoint_sd
    return float((-b * b / (2 * sb**2) - (c1**2 + c2**2) / (2 * sc**2) + np.log(c2 - c1)).sum())


def newton(
    items: Floats, tally: Floats, at: Curves, grid: Floats, options: FitOptions
) -> tuple[Floats, Floats]:
    """Take one Newton step on the expected log posterior, which is concave in each item.

    Parameters
    ----------
    items : ndarray, shape (J, 3)
        Rows (b, c1, c2).
    tally : ndarray, shape (J, 3, G)
        See :func:`tallies`.
    at : Curves
        The items' curves on `grid`.
    grid : ndarray, shape (G,)
        Positions.
    options : FitOptions
        For the priors of the items and the bound of answers.

    Returns
    -------
    items : ndarray, shape (J, 3)
        New items; the cutpoints stay ordered.
    covariance : ndarray, shape (J, 3, 3)
        Inverse of the curvature at the old items.
    """
    gradient, curvature = _derivatives(items, tally, at, grid, options)
    covariance = np.asarray(np.linalg.inv(curvature), dtype=np.float64)
    step = np.einsum("jkl,jl->jk", covariance, gradient)
    gap, change = items[:, 2] - items[:, 1], step[:, 2] - step[:, 1]
    part = np.where(change < 0, np.minimum(1, -0.8 * gap / np.minimum(change, -1e-300)), 1.0)
    part = np.minimum(part, _LONGEST_STEP / np.maximum(np.abs(step).max(1), _LONGEST_STEP))
    return items + part[:, None] * step, covariance


def _derivatives(
    items: Floats, tally: Floats, at: Curves, grid: Floats, options: FitOptions
) -> tuple[Floats, Floats]:
    b, c1, c2 = items.T
    gap = c2 - c1
    yes, neither, no = (tally[:, k] / at.p[:, k] for k in range(3))
    yes, no = yes * at.f1, no * at.f2
    low, high = neither * at.f1, neither * at.f2
    inverse = 1 / at.p[:, 1]
    # negative second derivatives in u1 and u2; clipped where the floor breaks concavity
    h11 = yes * _positive(at.u1 + at.f1 / at.p[:, 0]) + low * _positive(at.f1 * inverse - at.u1)
    h22 = no * _positive(at.f2 / at.p[:, 2] - at.u2) + high * _positive(at.u2 + at.f2 * inverse)
    h12 = -low * at.f2 * inverse
    powers = np.stack([np.ones_like(grid), grid, grid**2], 1)
    g1, g2 = (yes - low) @ powers[:, :2], (high - no) @ powers[:, :2]
    m11, m22, m12 = h11 @ powers, h22 @ powers, h12 @ powers
    tb, tc = options.discrimination_sd**-2, options.cutpoint_sd**-2
    gradient = np.stack(
        [
            -(g1[:, 1] + g2[:, 1]) - b * tb,
            g1[:, 0] - c1 * tc - 1 / gap,
            g2[:, 0] - c2 * tc + 1 / gap,
        ],
        1,
    )
    h = np.empty((len(items), 3, 3))
    h[:, 0, 0] = (m11 + m22 + 2 * m12)[:, 2] + tb
    h[:, 1, 1] = m11[:, 0] + tc + gap**-2
    h[:, 2, 2] = m22[:, 0] + tc + gap**-2
    h[:, 1, 2] = h[:, 2, 1] = m12[:, 0] - gap**-2
    h[:, 0, 1] = h[:, 1, 0] = -(m11 + m12)[:, 1]
    h[:, 0, 2] = h[:, 2, 0] = -(m22 + m12)[:, 1]
    if options.answer_bound is not None:
        off, cast = bound_effect(items[:, :1] * grid, options.answer_bound), tally.sum(1)
        gradient[:, 0] -= (cast * off.slope) @ grid
        h[:, 0, 0] += (cast * off.bend) @ grid**2
    return gradient, h


def _positive(x: Floats) -> Floats:
    return np.maximum(x, 0.0)
