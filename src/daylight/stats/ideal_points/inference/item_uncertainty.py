"""How much the uncertainty of the items widens the uncertainty of the states.

The grid posterior takes the items as known. They are not: an item is learned from the same
votes, and where one state decides it (the only no) its parameters and that state's position move
together. Here positions and items are taken jointly, as a normal with the expected information
of all votes at the fit, and the items are integrated out exactly: within a period by a Schur
complement, across periods through the states' random walks, and for items voted in several
periods as extra columns. The result is standardised like the positions themselves. The pull that
holds the metric is left out there: it is solved, not known, and counted as knowledge it would say
that a small assembly as a whole neither moves nor spreads.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular

from daylight.stats.student import t_quantile

from ..data import Floats, Ints
from ..model.information import information, item_prior_information, repeated_items
from ..model.layout import Layout, tail
from ..options import FitOptions
from .block_tridiagonal import Factor, Link, factor, marginals, solve
from .em import Converged

_Part = TypeVar("_Part", Floats, NDArray[np.float32])

_LEARNED = 3
"""Parameters of an item."""
_ENDS = 0.95
"""Student's quantile is taken there, whatever the coverage asked for: most ask for 90 %."""
_MOST_REPEATED = 1200
"""Beyond this many repeated items the rest count as new in each period, learned from that period's
votes alone: wider, not narrower."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of every period with stand-ins for states that miss it between two appearances.

    `real[p]` counts the observed rows; `links[p]` joins periods with precision -1/variance;
    `walk[p]` is what the random walk adds to the diagonal.
    """

    real: list[int]
    links: list[Link]
    walk: list[Floats]


@dataclass(frozen=True, slots=True)
class _Border:
    """Cross information of a period's rows with its repeated items, by column."""

    column: Ints
    value: NDArray[np.float32]


def inflation(layout: Layout, fit: Converged, options: FitOptions, since: int = 0) -> Floats:
    """Return the ratio, at least 1, by which to multiply the sd of each row.

    Parameters
    ----------
    layout : Layout
    fit : Converged
        To `layout`.
    options : FitOptions
    since : int
        Only rows from the period of this number on are returned, and only their joint uncertainty
        is followed; what the votes before say about the items counts all the same.

    Returns
    -------
    ndarray, shape (n,)
    """
    shared = _shared_information(layout, fit, options)
    layout, means = tail(layout, since), fit.moments.mean
    theta = means[len(means) - len(layout.n_votes) :]
    rows = _with_gaps(layout)
    repeated = repeated_items(layout.blocks, len(layout.items))[:_MOST_REPEATED]
    column = np.full(len(layout.items), -1)
    column[repeated] = np.arange(len(repeated))
    alone = np.zeros(len(layout.items), dtype=bool)
    alone[repeated_items(layout.blocks, len(layout.items))[_MOST_REPEATED:]] = True
    prior = item_prior_information(fit.items, options)
    known, unknown, border = [], [], []
    for p, block in enumerate(layout.blocks):
        info = information(block, fit.items, theta[block.rows], options.answer_bound)
        pull = np.zeros(len(rows.walk[p]))
        pull[: rows.real[p]] = fit.reversion.pull * layout.weight[block.rows]
        own = np.zeros(len(pull))
        own[: rows.real[p]] = info.own
        own[: rows.real[p]] += (layout.previous[block.rows] < 0) / options.entry_sd**2
        if layout.lean is not None:
            own[: rows.real[p]] += np.isfinite(layout.lean[block.rows]) / options.background_sd**2
        known.append(np.diag(own + pull + rows.walk[p]))
        once = column[block.items] < 0
        mine = np.where(
            alone[block.items, None, None], prior[block.items] + info.shared, shared[block.items]
        )
        taken = _explained(info.cross[:, once], mine[once], own)
        unknown.append(np.diag(own + rows.walk[p]) - taken)
        border.append(_border(info.cross[:, ~once], column[block.items[~once]]))
    given = np.concatenate(_real(marginals(factor(known, rows.links)), rows))
    joint = factor(unknown, rows.links)
    basis = np.stack([np.ones(len(theta)), (theta - means.mean()) / means.std()], 1)
    total = _standardised(joint, border, shared[repeated], basis, len(means), rows)
    return np.asarray(np.sqrt(np.maximum(total / given, 1.0)) * _few(layout))


def _few(layout: Layout) -> Floats:
    """Return what few voters add to the width of each row's interval, shape (n,).

    Three parameters of each item are learned from the votes of those present, as the residual
    variance and the slopes of a regression are: so the variance is divided by what is left, and
    the quantile is Student's. With 190 voters the factor is 1.01, with 40 1.07, with 10 1.36.
    """
    out = np.ones(len(layout.n_votes))
    normal = NormalDist().inv_cdf(_ENDS)
    for block in layout.blocks:
        voters = np.ceil(block.chose.sum() / max(len(block.items), 1))
        left = np.array([max(voters - _LEARNED, 1.0)])
        stretch = np.sqrt(max(voters, 1.0) / left) * t_quantile(left, _ENDS) / normal
        out[block.rows] = stretch
    return out


def _with_gaps(layout: Layout) -> _Rows:
    """Let every walk step from period to period, also where its state has no row."""
    count = len(layout.periods)
    size = [b.rows.stop - b.rows.start for b in layout.blocks]
    real, start = list(size), [b.rows.start for b in layout.blocks]
    joins: list[list[tuple[int, int, float]]] = [[] for _ in range(count)]
    for row in np.flatnonzero(layout.previous >= 0).tolist():
        old = int(layout.previous[row])
        first, last = int(layout.row_period[old]), int(layout.row_period[row])
        tight = (last - first) / float(layout.clock[row])
        left_at = old - start[first]
        for p in range(first + 1, last + 1):
            arrives = row - start[p] if p == last else size[p]
            size[p] += p != last
            joins[p].append((left_at, arrives, tight))
            left_at = arrives
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
        place = fit.moments.mean[block.rows]
        out[block.items] += information(block, fit.items, place, options.answer_bound).shared
    return out


def _explained(cross: Floats, shared: Floats, own: Floats) -> Floats:
    """Information about the rows that the items' uncertainty takes away."""
    out = np.zeros((len(own), len(own)))
    root = np.linalg.cholesky(np.linalg.inv(shared))
    part = np.einsum("njk,jkl->njl", cross, root).reshape(len(cross), -1)
    out[: len(cross), : len(cross)] = part @ part.T
    return out


def _border(cross: Floats, column: Ints) -> _Border:
    place = (3 * column[:, None] + np.arange(3)).ravel()
    return _Border(place, cross.reshape(len(cross), -1).astype(np.float32))


def _standardised(
    joint: Factor, border: list[_Border], shared: Floats, basis: Floats, count: int, rows: _Rows
) -> Floats:
    """Marginal variances with repeated items integrated out and the pooled metric imposed.

    `basis`, shape (n, 2), by `count` are the weights of the rows in the pooled mean and scale.
    """
    edges = np.cumsum([0, *rows.real])
    width = 3 * len(shared)
    right = []
    for p, part in enumerate(border):
        # single precision: half the memory of the largest arrays, and only a ratio is wanted
        columns = np.zeros((len(rows.walk[p]), width + 2), dtype=np.float32)
        columns[: rows.real[p], part.column] = part.value
        columns[: rows.real[p], width:] = basis[edges[p] : edges[p + 1]]
        right.append(columns)
    x = np.concatenate(_real(solve(joint, right), rows))
    var = np.concatenate(_real(marginals(joint), rows))
    moved, metric = x[:, :width], x[:, width:].astype(float)
    if width:
        left = _remaining(border, moved, shared, edges)
        root = np.linalg.cholesky(left).astype(np.float32)
        var = var + (solve_triangular(root, moved.T, lower=True) ** 2).sum(0)
        metric = metric + moved @ np.linalg.solve(left, moved.T @ basis)
    cross = basis.T @ metric / count**2
    return np.asarray(var - 2 * (basis * metric).sum(1) / count + ((basis @ cross) * basis).sum(1))


def _remaining(
    border: list[_Border], moved: NDArray[np.float32], shared: Floats, edges: Ints
) -> Floats:
    """Information about the repeated items once the rows are integrated out."""
    left = np.zeros((3 * len(shared), 3 * len(shared)))
    for p, part in enumerate(border):
        left[part.column] -= part.value.T @ moved[edges[p] : edges[p + 1]]
    for k, block in enumerate(shared):
        left[3 * k : 3 * k + 3, 3 * k : 3 * k + 3] += block
    return (left + left.T) / 2


def _real(parts: list[_Part], rows: _Rows) -> list[_Part]:
    return [part[:n] for part, n in zip(parts, rows.real, strict=True)]
