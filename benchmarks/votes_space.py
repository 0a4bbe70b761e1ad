"""States and items in a space of several dimensions: what votes say, and a step of the items."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.special import erfcx, ndtr

from daylight.stats.ideal_points import FitOptions
from daylight.stats.ideal_points.model.response import FLOOR, REACH

NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(3)
LONGEST_STEP = 2.0
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Space:
    """Points of states, an entry per state and year, and the items.

    `mean` (N, K) and `cov` (N, K, K) are the posterior given the items, `slope` (J, K) and `cuts`
    (J, 2) the items, `rounds` how many it took, `change` the last move of expected answers.
    """

    state: NDArray[Any]
    period: Ints
    mean: Floats
    cov: Floats
    item: NDArray[Any]
    slope: Floats
    cuts: Floats
    rounds: int = 0
    change: float = np.inf


@dataclass(frozen=True, slots=True)
class Cast:
    """Votes in order of their code, with the row and the item of each and sums over these."""

    vote: Ints
    row: Ints
    item: Ints
    by_row: csr_array
    by_item: csr_array


def lines(space: Space, row: Ints, item: Ints) -> tuple[Floats, Floats]:
    """Return mean and sd of b.x for votes given as places of their row and their item."""
    b, cov = space.slope[item], space.cov[row]
    variance = (b * (cov @ b[:, :, None])[:, :, 0]).sum(1)
    return (b * space.mean[row]).sum(1), np.sqrt(variance)


def slopes(space: Space, cast: Cast) -> Floats:
    """Return expected slopes of log p in c1 and c2 and its bends (11, 12, 22), shape (5, n)."""
    centre, sd = lines(space, cast.row, cast.item)
    c1, c2 = space.cuts[cast.item].T
    yes, no = np.searchsorted(cast.vote, [2, 3])
    out = np.zeros((5, len(centre)))
    for node, weight in zip(NODES, WEIGHTS / WEIGHTS.sum(), strict=True):
        line = centre + node * sd
        for part, u, sign, g, h in (
            (slice(0, yes), c1[:yes] - line[:yes], 1, 0, 2),
            (slice(no, None), line[no:] - c2[no:], -1, 1, 4),
        ):
            ratio = np.sqrt(2 / np.pi) / erfcx(-u / np.sqrt(2))
            out[g, part] += sign * weight * ratio
            out[h, part] += weight * ratio * (ratio + u)
        u1, u2 = (np.clip(c[yes:no] - line[yes:no], -REACH, REACH) for c in (c1, c2))
        p = np.where(u1 > 0, ndtr(-u1) - ndtr(-u2), ndtr(u2) - ndtr(u1))
        f1, f2 = (
            np.exp(-0.5 * u * u) / np.sqrt(2 * np.pi) / np.maximum(p, FLOOR) for u in (u1, u2)
        )
        bends = np.maximum(f1 * (f1 - u1), 0), -f1 * f2, np.maximum(f2 * (f2 + u2), 0)
        out[:, yes:no] += weight * np.stack([-f1, f2, *bends])
    return out


def step_of_items(space: Space, cast: Cast, options: FitOptions) -> Space:
    """Take one damped Newton step for all items; their cutpoints stay in order."""
    g1, g2, h11, h12, h22 = slopes(space, cast)
    k = space.slope.shape[1]
    mean, cov = space.mean[cast.row], space.cov[cast.row]
    bend = h11 + 2 * h12 + h22
    ahead = (cov @ space.slope[cast.item][:, :, None])[:, :, 0]
    gradient = cast.by_item @ np.column_stack(
        [-(g1 + g2)[:, None] * mean - bend[:, None] * ahead, g1, g2]
    )
    square = (mean[:, :, None] * mean[:, None] + cov).reshape(-1, k * k)
    curve = np.empty((len(space.item), k + 2, k + 2))
    curve[:, :k, :k] = (cast.by_item @ (bend[:, None] * square)).reshape(-1, k, k)
    for at, h in ((k, h11 + h12), (k + 1, h22 + h12)):
        curve[:, :k, at] = curve[:, at, :k] = -(cast.by_item @ (h[:, None] * mean))
    curve[:, k:, k:] = (cast.by_item @ np.column_stack([h11, h12, h12, h22])).reshape(-1, 2, 2)
    tight = np.repeat([options.discrimination_sd**-2, options.cutpoint_sd**-2], [k, 2])
    now = np.column_stack([space.slope, space.cuts])
    gap = now[:, -1] - now[:, -2]
    gradient -= tight * now
    gradient[:, k:] += np.array([-1, 1]) / gap[:, None]
    curve += np.diag(tight)
    curve[:, k:, k:] += np.array([[1, -1], [-1, 1]]) / gap[:, None, None] ** 2
    step = np.linalg.solve(curve, gradient[:, :, None])[:, :, 0]
    closer = step[:, k] - step[:, k + 1]
    part = np.minimum(1, 0.8 * gap / np.maximum(closer, 0.8 * gap))
    part = np.minimum(part, LONGEST_STEP / np.maximum(np.abs(step).max(1), LONGEST_STEP))
    now = now + part[:, None] * step
    return replace(space, slope=now[:, :k], cuts=now[:, k:])
