"""A Gibbs sampler that standardises positions on every sweep, as the published one does.

Written to find out why the published American level lies below the exact posterior. Scheme
(Bailey, Strezhnev & Voeten 2017): latent answers; positions around the last conditional mean of
the state; positions, but not items, standardised each sweep; cutpoints by Metropolis steps.

    DAYLIGHT_MIRROR=... python .../rescaling_sampler.py 66 70 3000 4.5

runs sessions 66-70 for 3000 sweeps with the USA starting at 4.5. Result there, from starts 3 and
4.5 alike: USA 2.8 to 3.0; `fit` and the exact sampler (sampler.py) 3.5 to 3.8; all positions
correlate 0.996. Sessions 1-12: 0.995, median within session 0.9987, sd ratio 0.98.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from scipy.special import ndtr, ndtri

sys.path.insert(0, str(Path(__file__).parents[1]))

from mirror import reference

from daylight.stats.ideal_points import FitOptions, fit
from daylight.stats.ideal_points.data import informative
from daylight.stats.ideal_points.layout import arrange

STEP, END = 0.2 / 3, 9.0


class Sampler:
    """State of the chain; arrays over rows (state-periods), items and votes."""

    def __init__(self, layout, american, rng):
        self.rng, self.rows, self.m = rng, len(layout.n_votes), len(layout.items)
        row, item, vote = [], [], []
        for block in layout.blocks:
            i, j, k = np.nonzero(block.cube)
            row.append(i + block.rows.start), item.append(block.items[j]), vote.append(k)
        self.row, self.item, self.vote = map(np.concatenate, (row, item, vote))
        who = layout.states[layout.row_state]
        previous, n = layout.previous, layout.n_votes
        following = np.full(self.rows, -1)
        following[previous[previous >= 0]] = np.flatnonzero(previous >= 0)
        self.lag = np.where(previous >= 0, previous, following)
        self.q = 0.5 * np.where(previous >= 0, n / (n + n[previous]), 0.5)
        self.mean = np.zeros(self.rows)
        for state, level in {2: american, 20: 3.0, 200: 3.0, 666: 3.0, 365: -2.0}.items():
            self.mean[who == state] = level
        usa, russia = (self._votes(who, state) for state in (2, 365))
        self.b = np.nan_to_num(np.sign(usa - russia))
        share = (
            np.stack(
                [np.bincount(self.item[self.vote == k], minlength=self.m) for k in range(3)], 1
            )
            + 0.5
        )
        share = np.cumsum(share, 1) / share.sum(1, keepdims=True)
        self.c1, self.c2 = ndtri(share[:, 0]), ndtri(share[:, 1])
        self.z = self._answers(np.zeros(self.rows))

    def _votes(self, who, state):
        out, mine = np.full(self.m, np.nan), who[self.row] == state
        out[self.item[mine]] = self.vote[mine]
        return out

    def _answers(self, theta):
        mean = self.b[self.item] * theta[self.row]
        c1, c2, v = self.c1[self.item], self.c2[self.item], self.vote
        lo = np.where(v == 0, -END, np.where(v == 1, c1, c2)) - mean
        hi = np.where(v == 0, c1, np.where(v == 1, c2, END)) - mean
        flip = lo > 0
        a, b = np.where(flip, -hi, lo), np.where(flip, -lo, hi)
        u = ndtr(a) + self.rng.random(len(mean)) * (ndtr(b) - ndtr(a))
        z = np.clip(ndtri(np.clip(u, 1e-300, 1 - 1e-16)), a, b)
        return np.clip(mean + np.where(flip, -z, z), -END, END)

    def _fit_of_items(self, theta, c1, c2):
        mean = self.b[self.item] * theta[self.row]
        u, w, v = c1[self.item] - mean, c2[self.item] - mean, self.vote
        middle = np.where(u > 0, ndtr(-u) - ndtr(-w), ndtr(w) - ndtr(u))
        p = np.where(v == 0, ndtr(u), np.where(v == 2, ndtr(-w), middle))
        return np.bincount(self.item, np.log(np.maximum(p, 1e-300)), self.m)

    def sweep(self):
        """One sweep; returns the standardised positions."""
        b, normal = self.b[self.item], self.rng.standard_normal
        prior = np.where(self.lag >= 0, self.mean[self.lag], 0.0)
        precision = np.bincount(self.row, b * b, self.rows) + 1 / self.q
        self.mean = (np.bincount(self.row, b * self.z, self.rows) + prior / self.q) / precision
        theta = np.clip(self.mean + normal(self.rows) / np.sqrt(precision), -5, 5)
        theta = (theta - theta.mean()) / theta.std()
        c1, c2 = self.rng.normal(self.c1, STEP), self.rng.normal(self.c2, STEP)
        gain = self._fit_of_items(theta, c1, np.maximum(c2, c1 + 1e-9))
        gain -= self._fit_of_items(theta, self.c1, self.c2)
        take = (c1 < c2) & (np.abs(c1) < 7) & (np.abs(c2) < 7)
        take &= np.log(self.rng.random(self.m)) < gain
        self.c1, self.c2 = np.where(take, c1, self.c1), np.where(take, c2, self.c2)
        self.z = self._answers(theta)
        var = 1 / (np.bincount(self.item, theta[self.row] ** 2, self.m) + 1)
        self.b = var * np.bincount(self.item, theta[self.row] * self.z, self.m)
        self.b += np.sqrt(var) * normal(self.m)
        return theta


if __name__ == "__main__":
    first, last, sweeps = map(int, sys.argv[1:4])
    full = reference()
    votes = informative(full.where((full.period >= first) & (full.period <= last)))
    layout = arrange(votes, FitOptions())
    chain = Sampler(layout, float(sys.argv[4]), np.random.default_rng(0))
    draws = np.array([chain.sweep() for _ in range(sweeps)])[sweeps // 4 :: 10]
    points, mean = fit(votes), draws.mean(0)
    usa = points.state == 2
    print("USA, sampler:", mean[usa].round(2), "fit:", points.theta[usa].round(2))
    print("correlation:", np.corrcoef(mean, points.theta)[0, 1])
    print("median sd ratio:", np.median(points.sd / draws.std(0)))
