"""Reference posterior by Hamiltonian Monte Carlo, for the calibration test.

Samples positions and items jointly from the model's own posterior (same priors, pull and tilt
held at the values of the fit), with no approximation but Monte Carlo error, then standardises
each draw. Far too slow for use; kept so that the stored summaries can be made again:

    python tests/stats/ideal_points/artefacts/sampler.py simulated
    DAYLIGHT_MIRROR=... python tests/stats/ideal_points/artefacts/sampler.py 44 50
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
from scipy.special import ndtr

sys.path.insert(0, str(Path(__file__).parents[1]))

from mirror import reference
from world import simulate

from daylight.stats.ideal_points import FitOptions, VoteData
from daylight.stats.ideal_points.data import informative
from daylight.stats.ideal_points.inference.em import iterate
from daylight.stats.ideal_points.inference.start import from_votes
from daylight.stats.ideal_points.model.layout import arrange

HERE = Path(__file__).parent
DENSITY = 1 / np.sqrt(2 * np.pi)


class Target:
    """Log density and gradient at x = (theta, b, c1, log gap)."""

    def __init__(self, layout, options, reversion):
        self.n, self.m, self.o, self.back = (
            len(layout.n_votes),
            len(layout.items),
            options,
            reversion,
        )
        self.weight = layout.weight
        self.later = np.flatnonzero(layout.previous >= 0)
        self.earlier = layout.previous[self.later]
        self.entry = np.flatnonzero(layout.previous < 0)
        self.q = layout.clock[self.later]
        row, item, vote = [], [], []
        for block in layout.blocks:
            i, j, k = np.nonzero(block.cube)
            row.append(i + block.rows.start), item.append(block.items[j]), vote.append(k)
        self.row, self.item = np.concatenate(row), np.concatenate(item)
        vote = np.concatenate(vote)
        self.yes, self.neither, self.no = (np.flatnonzero(vote == k) for k in range(3))

    def __call__(self, x):
        n, m = self.n, self.m
        th, b, c1, lg = x[:n], x[n : n + m], x[n + m : n + 2 * m], x[n + 2 * m :]
        gap = np.exp(lg)
        c2 = c1 + gap
        line = b[self.item] * th[self.row]
        g1, g2 = np.zeros(len(line)), np.zeros(len(line))
        i = self.yes
        u = c1[self.item[i]] - line[i]
        p = np.maximum(ndtr(u), 1e-300)
        value, g1[i] = np.log(p).sum(), np.exp(-0.5 * u * u) * DENSITY / p
        i = self.no
        u = c2[self.item[i]] - line[i]
        p = np.maximum(ndtr(-u), 1e-300)
        value, g2[i] = value + np.log(p).sum(), -np.exp(-0.5 * u * u) * DENSITY / p
        i = self.neither
        u, v = c1[self.item[i]] - line[i], c2[self.item[i]] - line[i]
        p = np.maximum(np.where(u > 0, ndtr(-u) - ndtr(-v), ndtr(v) - ndtr(u)), 1e-300)
        value += np.log(p).sum()
        g1[i] = -np.exp(-0.5 * u * u) * DENSITY / p
        g2[i] = np.exp(-0.5 * v * v) * DENSITY / p
        both = g1 + g2
        gt = -np.bincount(self.row, both * b[self.item], n)
        gb = -np.bincount(self.item, both * th[self.row], m)
        gc = np.bincount(self.item, both, m)
        gg = np.bincount(self.item, g2, m) * gap
        d = th[self.later] - th[self.earlier]
        sb, sc, se = self.o.discrimination_sd, self.o.cutpoint_sd, self.o.entry_sd
        w = self.weight
        value += -(d * d / (2 * self.q)).sum() - (th[self.entry] ** 2).sum() / (2 * se**2)
        value += (w * (self.back.tilt * th - self.back.pull * th * th / 2)).sum()
        value += -(b @ b) / (2 * sb**2) - (c1 @ c1 + c2 @ c2) / (2 * sc**2) + lg.sum()
        gt += w * (self.back.tilt - self.back.pull * th)
        np.add.at(gt, self.later, -d / self.q)
        np.add.at(gt, self.earlier, d / self.q)
        gt[self.entry] -= th[self.entry] / se**2
        gb -= b / sb**2
        gc -= (c1 + c2) / sc**2
        gg += 1 - c2 * gap / sc**2
        return value, np.concatenate([gt, gb, gc, gg])


def sample(target, x, scale, draws, steps, rng, size=0.15):
    """Draw with diagonal scaling; a quarter more tunes the step size and is dropped."""
    value, slope = target(x)
    warm, kept = draws // 4, []
    for k in range(draws + warm):
        p = rng.standard_normal(len(x))
        before, xn, vn, gn = value - 0.5 * p @ p, x, value, slope
        eps = size * rng.uniform(0.7, 1.1) * scale
        for _ in range(int(steps * rng.uniform(0.6, 1.4))):
            p = p + 0.5 * eps * gn
            xn = xn + eps * p
            vn, gn = target(xn)
            p = p + 0.5 * eps * gn
        accept = np.exp(min(0.0, vn - 0.5 * p @ p - before)) if np.isfinite(vn) else 0.0
        if rng.random() < accept:
            x, value, slope = xn, vn, gn
        if k < warm:
            size *= np.exp(0.1 * (accept - 0.8) / np.sqrt(1 + k / 20))
        else:
            kept.append(x[: target.n].copy())
        if k % 500 == 0:
            print(k, round(value, 1), round(accept, 2), round(time.process_time()), flush=True)
    return np.array(kept)


def main(name, votes, draws, steps):
    """Fit, sample, store."""
    options = FitOptions(tolerance=0.001, clock="calendar")
    layout = arrange(informative(votes), options)
    fit = iterate(layout, from_votes(layout), options)
    target = Target(layout, options, fit.reversion)
    gap = fit.items[:, 2] - fit.items[:, 1]
    per_item = np.bincount(target.item, minlength=len(gap))
    spread = 2 / np.sqrt(per_item)
    x = np.concatenate([fit.moments.mean, fit.items[:, 0], fit.items[:, 1], np.log(gap)])
    scale = np.concatenate([np.sqrt(fit.moments.var), spread, spread, np.minimum(spread / gap, 1)])
    draws = sample(target, x, scale, draws, steps, np.random.default_rng(1))
    half = [np.std(d.mean(0)) for d in np.array_split(draws, 2)]
    draws = (draws - draws.mean(1, keepdims=True)) / draws.std(1, keepdims=True)
    print("spread of the means, first and second half:", half)
    np.savez_compressed(
        HERE / f"posterior_{name}.npz",
        state=layout.states[layout.row_state],
        period=layout.periods[layout.row_period],
        mean=draws.mean(0).astype("f4"),
        sd=draws.std(0).astype("f4"),
        lo=np.quantile(draws, 0.05, 0).astype("f4"),
        hi=np.quantile(draws, 0.95, 0).astype("f4"),
    )


if __name__ == "__main__":
    if sys.argv[1] == "simulated":
        votes = simulate(7, states=40, periods=12, items=25, thin={5: 3}).votes
        main("simulated", votes, 3000, 25)
    else:
        first, last = map(int, sys.argv[1:3])
        full = reference()
        some = full.where((full.period >= first) & (full.period <= last))
        main(
            f"sessions_{first}_{last}",
            VoteData(some.state, some.period, some.item, some.vote),
            int(sys.argv[3]),
            25,
        )
