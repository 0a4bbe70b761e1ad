"""How much the uncertainty of the items widens the uncertainty of the states.

The grid posterior takes the items as known. They are not: an item is learned from the same
votes, and where one state decides it (the only no) its parameters and that state's position move
together. Here positions and items are taken jointly, as a normal with the expected information
of all votes at the fit, and the items are integrated out exactly: within a period by a Schur
complement, across periods through the states' random walks, and for items voted in several
periods as extra columns. The result is standardised like the positions themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve, solve_triangular

from .blocktri import Factor, Link, factor, marginals, solve
from .data import Floats, Ints
from .em import Converged
from .information import information, item_prior_information, repeated_items
from .layout import Layout
from .options import FitOptions

_MOST_REPEATED = 1200
"""Beyond this many repeated items the rest are treated as new each period: wider, not narrower."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of every period with stand-ins for states that miss it between two appearances.

    `real[p]` counts the observed rows; `links[p]` joins periods with precision -1/variance;
    `walk[p]` is what the random walk adds to the diagonal.
    """

    real: list[int]
    links: list[Link]
    walk: list[Floats]


def inflation(layout: Layout, fit: Converged, options: FitOptions) -> Floats:
    """Ratio, at least 1, by which to multiply each row's sd; shape (N,)."""
    rows = _with_gaps(layout)
    shared = _shared_information(layout, fit, options)
    repeated = repeated_items(layout.blocks, len(layout.items))[:_MOST_REPEATED]
    column = np.full(len(layout.items), -1)
    column[repeated] = np.arange(len(repeated))
    known, unknown, border = [], [], []
    for p, block in enumerate(layout.blocks):
        info = information(block, fit.items, fit.found.mean[block.rows])
        own = np.zeros(len(rows.walk[p]))
        own[: rows.real[p]] = info.own + fit.reversion.pull * layout.weight[block.rows]
        own[: rows.real[p]] += (layout.previous[block.rows] < 0) / options.entry_sd**2
        diagonal = np.diag(own + rows.walk[p])
        known.append(diagonal)
        once = column[block.items] < 0
        unknown.append(diagonal - _explained(info.cross[:, once], shared[block.items[once]], own))
        border.append(
            _columns(info.cross[:, ~once], column[block.items[~once]], len(own), len(repeated))
        )
    given = np.concatenate(_real(marginals(factor(known, rows.links)), rows))
    joint = factor(unknown, rows.links)
    total = _standardised(joint, border, shared[repeated], fit.found.mean, rows)
    return np.asarray(np.sqrt(np.maximum(total / given, 1.0)))


def _with_gaps(layout: Layout) -> _Rows:
    count = len(layout.periods)
    size = [b.rows.stop - b.rows.start for b in layout.blocks]
    real, start = list(size), [b.rows.start for b in layout.blocks]
    joins: list[list[tuple[int, int, float]]] = [[] for _ in range(count)]
    for row in np.flatnonzero(layout.previous >= 0).tolist():
        before = int(layout.previous[row])
        first, last = int(layout.row_period[before]), int(layout.row_period[row])
        tight = (last - first) / float(layout.clock[row])
        here = before - start[first]
        for p in range(first + 1, last + 1):
            there = row - start[p] if p == last else size[p]
            size[p] += p != last
            joins[p].append((here, there, tight))
            here = there
    walk = [np.zeros(n) for n in size]
    links = []
    for p, join in enumerate(joins):
        table = np.array(join, dtype=float).reshape(-1, 3)
        before, after = table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)
        if p:
            walk[p - 1][before] += table[:, 2]
        walk[p][after] += table[:, 2]
        links.append(Link(before, after, -table[:, 2]))
    return _Rows(real, links, walk)


def _shared_information(layout: Layout, fit: Converged, options: FitOptions) -> Floats:
    out = item_prior_information(fit.items, options)
    for block in layout.blocks:
        out[block.items] += information(block, fit.items, fit.found.mean[block.rows]).shared
    return out


def _explained(cross: Floats, shared: Floats, own: Floats) -> Floats:
    """Information about the rows that the items' uncertainty takes away."""
    out = np.zeros((len(own), len(own)))
    root = np.linalg.cholesky(np.linalg.inv(shared))
    part = np.einsum("njk,jkl->njl", cross, root).reshape(len(cross), -1)
    out[: len(cross), : len(cross)] = part @ part.T
    return out


def _columns(cross: Floats, column: Ints, size: int, repeated: int) -> Floats:
    out = np.zeros((size, repeated, 3))
    out[: len(cross), column] = cross
    return out.reshape(size, -1)


def _standardised(
    joint: Factor, border: list[Floats], shared: Floats, theta: Floats, rows: _Rows
) -> Floats:
    """Marginal variances with repeated items integrated out and the pooled metric imposed."""
    edges = np.cumsum([0, *rows.real])
    z = (theta - theta.mean()) / theta.std()
    right = []
    for p, columns in enumerate(border):
        metric = np.zeros((len(columns), 2))
        metric[: rows.real[p], 0] = 1.0
        metric[: rows.real[p], 1] = z[edges[p] : edges[p + 1]]
        right.append(np.concatenate([columns, metric], 1))
    x = np.concatenate(_real(solve(joint, right), rows))
    var = np.concatenate(_real(marginals(joint), rows))
    moved, metric = x[:, :-2], x[:, -2:]
    if len(shared):
        b = np.concatenate(_real(border, rows))
        left = -(b.T @ moved)
        for k, block in enumerate(shared):
            left[3 * k : 3 * k + 3, 3 * k : 3 * k + 3] += block
        chol = cho_factor((left + left.T) / 2, lower=True)
        var = var + (solve_triangular(chol[0], moved.T, lower=True) ** 2).sum(0)
        basis = np.stack([np.ones(len(z)), z], 1)
        metric = metric + moved @ cho_solve(chol, moved.T @ basis)
    basis = np.stack([np.ones(len(z)), z], 1)
    cross = basis.T @ metric / len(z) ** 2
    return np.asarray(var - 2 * (basis * metric).sum(1) / len(z) + ((basis @ cross) * basis).sum(1))


def _real(parts: list[Floats], rows: _Rows) -> list[Floats]:
    return [part[:n] for part, n in zip(parts, rows.real, strict=True)]
