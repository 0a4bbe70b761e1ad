"""Ideal points in several dimensions: the field's usual baseline for votes by issue.

The model of :mod:`daylight.stats.ideal_points` with a point x in place of a position: a state says
yes with probability Phi(c1 - b.x) and no with Phi(b.x - c2), and x walks from year to year. Priors
and metric are those of the package in each dimension: pooled mean 0, pooled covariance the
identity. Points are normal given the votes (Gaussian variational inference over whole paths),
items at their mode. With one dimension it is the model of the package, computed in another way.

Bailey and Voeten 2018 (Public Choice 176:33-55) discuss two dimensions of UN votes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from votes_space import Cast, Space, lines, slopes, step_of_items

from daylight.stats.ideal_points import FitOptions, VoteData
from daylight.stats.ideal_points.data import informative

SETTLED = 0.003
"""Stop when expected answers move by less than this, root mean square in probit units."""
FAR = 4.0
"""Farther than this from its cutpoints an answer is certain: it may move without end."""
START_SD, FEW, FIRST_STEPS = 0.3, 20, 8
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def fit_space(
    votes: VoteData, dimensions: int = 2, options: FitOptions | None = None, most: int = 100
) -> Space:
    """Estimate points and items in turn until expected answers settle, `most` rounds at most."""
    options = options or FitOptions()
    votes = informative(votes)
    votes = votes.where(np.argsort(votes.vote, kind="stable"))
    states, s = np.unique(votes.state, return_inverse=True)
    items, j = np.unique(votes.item, return_inverse=True)
    first = int(votes.period.min())
    cell, r = np.unique((votes.period - first) * len(states) + s, return_inverse=True)
    year, who = np.divmod(cell, len(states))
    one, at = np.ones(len(votes)), np.arange(len(votes))
    sums = (csr_array((one, (k, at)), shape=(k.max() + 1, len(votes))) for k in (r, j))
    cast = Cast(votes.vote, r, j, *sums)
    mean = _start(s, j, votes.vote, dimensions)[who]
    cov = np.tile(START_SD**2 * np.eye(dimensions), (len(cell), 1, 1))
    flat = np.zeros((len(items), dimensions)), np.tile([-0.5, 0.5], (len(items), 1))
    space = Space(states[who], year + first, mean, cov, items, *flat)
    for _ in range(FIRST_STEPS - 1):
        space = step_of_items(space, cast, options)
    told = _told(space, cast)
    while space.rounds < most and space.change > SETTLED:
        space = step_of_items(space, cast, options)
        space = _standardised(_walk(space, *_said(space, cast), who, year, options))
        before, told = told, _told(space, cast)
        change = float(np.sqrt(np.mean((told - before) ** 2)))
        space = replace(space, rounds=space.rounds + 1, change=change)
    return space


def _start(s: Ints, j: Ints, vote: Ints, dimensions: int) -> Floats:
    """One constant point per state: leading components of voting together, as in the package."""
    shape = (s.max() + 1, j.max() + 1)
    cast = csr_array((np.ones(len(s)), (s, j)), shape=shape)
    usual = np.bincount(j, vote) / np.bincount(j)
    off = csr_array((vote - usual[j], (s, j)), shape=shape)
    together = (off @ off.T).toarray() / np.maximum((cast @ cast.T).toarray(), FEW)
    found = np.linalg.eigh(together)[1][:, ::-1][:, :dimensions]
    return (found - found.mean(0)) / found.std(0)


def _told(space: Space, cast: Cast) -> Floats:
    middle = space.cuts.mean(1)[cast.item]
    return np.clip(lines(space, cast.row, cast.item)[0] - middle, -FAR, FAR)


def _said(space: Space, cast: Cast) -> tuple[Floats, Floats]:
    """Return what the votes of each row say of its point: precision and precision times mean."""
    g1, g2, h11, h12, h22 = slopes(space, cast)
    b = space.slope[cast.item]
    k = b.shape[1]
    square = (b[:, :, None] * b[:, None]).reshape(-1, k * k)
    precision = (cast.by_row @ ((h11 + 2 * h12 + h22)[:, None] * square)).reshape(-1, k, k)
    pull = cast.by_row @ (-(g1 + g2)[:, None] * b)
    return precision, pull + (precision @ space.mean[:, :, None])[:, :, 0]


def _walk(
    space: Space, precision: Floats, weighted: Floats, who: Ints, year: Ints, options: FitOptions
) -> Space:
    """Smooth the paths of all states at once (Kalman filter and Rauch-Tung-Striebel smoother)."""
    shape = (year.max() + 1, who.max() + 1)
    eye = np.eye(weighted.shape[1])
    seen, told = np.zeros((*shape, *eye.shape)), np.zeros((*shape, len(eye), 1))
    seen[year, who], told[year, who] = precision, weighted[:, :, None]
    entry = np.full(shape[1], shape[0])
    np.minimum.at(entry, who, year)
    mean, cov, before = np.zeros_like(told), np.empty_like(seen), np.empty_like(seen)
    ahead = np.zeros_like(told)
    for t in range(shape[0]):
        old = (entry < t)[:, None, None]
        if t:
            ahead[t] = np.where(old, mean[t - 1], 0)
        before[t] = np.where(old, cov[t - 1] + options.innovation * eye, options.entry_sd**2 * eye)
        prior = np.linalg.inv(before[t])
        cov[t] = np.linalg.inv(prior + seen[t])
        mean[t] = cov[t] @ (prior @ ahead[t] + told[t])
    for t in range(shape[0] - 2, -1, -1):
        gain = np.where((entry <= t)[:, None, None], cov[t] @ np.linalg.inv(before[t + 1]), 0)
        mean[t] += gain @ (mean[t + 1] - ahead[t + 1])
        cov[t] += gain @ (cov[t + 1] - before[t + 1]) @ gain.transpose(0, 2, 1)
    return replace(space, mean=mean[year, who][:, :, 0], cov=cov[year, who])


def _standardised(space: Space) -> Space:
    """Bring points to pooled mean 0 and covariance 1 without any change of b.x - c."""
    centre = space.mean.mean(0)
    root = np.linalg.cholesky(np.atleast_2d(np.cov(space.mean.T, bias=True)))
    back = np.linalg.inv(root)
    return replace(
        space,
        mean=(space.mean - centre) @ back.T,
        cov=back @ space.cov @ back.T,
        slope=space.slope @ root,
        cuts=space.cuts - (space.slope @ centre)[:, None],
    )
