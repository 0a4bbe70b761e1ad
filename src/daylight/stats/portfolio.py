"""Similarity of alliance portfolios: S, kappa, pi and tau-b for all pairs of one year.

A portfolio is a state's vector of commitments to every state. All measures come from one
array: for each pair of states the table of shares P, P[a, b] = share of states towards which
the first has commitment a and the second b. With margins r and q, pooled margin m and a
matrix of distances D, o = sum(P * D): S = 1 - 2 o, kappa = 1 - o / (r'Dq),
pi = 1 - o / (m'Dm).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.choices import one_of
from daylight.core.errors import BadInput
from daylight.stats.sums import dot, on_grid, product, repeated
from daylight.stats.valued import TOP

Floats = NDArray[np.float64]
Distance = Literal["nominal", "absolute", "squared"]
Margins = Literal["cohen", "scott"]
Own = int | Literal["max", "drop"]

DISTANCES: tuple[Distance, ...] = ("nominal", "absolute", "squared")
MARGINS: tuple[Margins, ...] = ("cohen", "scott")


@dataclass(frozen=True, slots=True)
class Similarity:
    """Similarity of every pair of portfolios: symmetric n x n matrices.

    Attributes
    ----------
    s, s_squared : ndarray
        Signorino and Ritter's S with absolute and with squared distances, -1 to 1.
    s_weighted : ndarray or None
        S with absolute distances and the states weighted; None without weights.
    kappa, pi : ndarray
        Chance-corrected, squared distances, at most 1; NaN where undefined.
    kappa_binary, pi_binary : ndarray
        The same on any commitment against none.
    """

    s: Floats
    s_squared: Floats
    s_weighted: Floats | None
    kappa: Floats
    pi: Floats
    kappa_binary: Floats
    pi_binary: Floats


def similarity(
    commitments: NDArray[np.integer],
    self_commitment: Own = "max",
    weights: Floats | None = None,
    d_max: int = TOP,
) -> Similarity:
    """Return all measures of similarity for one system-year.

    Parameters
    ----------
    commitments, self_commitment, weights, d_max
        As for :func:`joint_shares`, errors too. Weights enter `s_weighted` only.

    Returns
    -------
    Similarity

    Notes
    -----
    Most states have no commitment to most others, so S is near 1 for almost all pairs; kappa
    and pi correct for that and are preferred by Haege. Kappa and pi are NaN when both
    portfolios hold one and the same commitment throughout.

    References
    ----------
    Signorino & Ritter 1999, ISQ 43:115-144. Haege 2011, Political Analysis 19:287-305.
    """
    shares = joint_shares(commitments, self_commitment, None, d_max)
    heavy = None if weights is None else joint_shares(commitments, self_commitment, weights, d_max)
    pair = binary(shares)
    return Similarity(
        s=s_score(shares, "absolute"),
        s_squared=s_score(shares, "squared"),
        s_weighted=None if heavy is None else s_score(heavy, "absolute"),
        kappa=corrected(shares, "squared", "cohen"),
        pi=corrected(shares, "squared", "scott"),
        kappa_binary=corrected(pair, "nominal", "cohen"),
        pi_binary=corrected(pair, "nominal", "scott"),
    )


def joint_shares(
    commitments: NDArray[np.integer],
    self_commitment: Own = "max",
    weights: Floats | None = None,
    d_max: int = TOP,
) -> Floats:
    """Return the table of joint shares of every pair of portfolios.

    Parameters
    ----------
    commitments : ndarray of int, shape (n, n)
        ``commitments[i, k]`` is i's commitment to k, 0 to `d_max`. The diagonal is ignored.
    self_commitment : {"max", "drop"} or int
        A state's commitment to itself: ``max`` is `d_max`, the field's usual convention;
        ``drop`` leaves the pair's own two columns out. It changes results: S of
        Germany and Russia in 1914 is 0.40 with ``max`` and 0.56 with ``drop``.
    weights : ndarray of float, shape (n,), optional
        Weight of each state as an object of commitments, such as renormalised CINC; they
        must sum to one. None weighs all alike.
    d_max : int
        Largest commitment.

    Returns
    -------
    ndarray of float, shape (n, n, d_max + 1, d_max + 1)
        Each table sums to one; NaN where no weight is left for the pair.

    Raises
    ------
    BadInput
        When the matrix is not square, or a commitment or the weights are out of range.
    """
    array = np.array(commitments)
    _check(array, self_commitment, weights, d_max)
    n, levels = len(array), d_max + 1
    own = d_max if self_commitment in ("max", "drop") else self_commitment
    np.fill_diagonal(array, own)
    codes = (array[:, None, :] == np.arange(levels)[:, None]).astype(float)
    if self_commitment == "drop":
        codes[np.arange(n), :, np.arange(n)] = 0
    flat = codes.reshape(n * levels, n)
    # Both products are exact: of counts, and of multiples of one small step.
    if weights is None:
        joint = repeated(1 / n, n)[(flat @ flat.T).astype(np.intp)]
    else:
        joint = (flat * on_grid(weights)) @ flat.T
    tables = np.ascontiguousarray(joint.reshape(n, levels, n, levels).swapaxes(1, 2))
    if self_commitment != "drop":
        return tables
    # Below this the sum is rounding error, not weight.
    total = tables.sum(axis=(2, 3), keepdims=True)
    return np.divide(tables, total, out=np.full(tables.shape, np.nan), where=total > 1e-12)


def _check(array: NDArray[np.integer], own: Own, weights: Floats | None, d_max: int) -> None:
    if array.ndim != 2 or array.shape[0] != array.shape[1]:
        raise BadInput(f"Commitments must be a square matrix, not of shape {array.shape}.")
    off = array[~np.eye(len(array), dtype=bool)]
    if not np.issubdtype(array.dtype, np.integer) or (off.size and not _within(off, d_max)):
        raise BadInput(f"A commitment must be a whole number from 0 to {d_max}.")
    if isinstance(own, str):
        one_of(own, ("max", "drop"), "self_commitment")
    elif not 0 <= own <= d_max:
        raise BadInput(f"self_commitment {own} must be from 0 to {d_max}, 'max' or 'drop'.")
    if weights is None:
        return
    if weights.shape != (len(array),):
        raise BadInput(f"{len(array)} states need {len(array)} weights; got {weights.shape}.")
    if not (np.isfinite(weights).all() and (weights >= 0).all() and abs(weights.sum() - 1) < 1e-6):
        raise BadInput("Weights must be known, not negative, and sum to one; see renormalise().")


def _within(values: NDArray[np.integer], d_max: int) -> bool:
    return bool((values >= 0).all() and (values <= d_max).all())


def binary(shares: Floats) -> Floats:
    """Collapse tables of shares, (..., levels, levels), to two levels: none, any commitment."""
    some = (np.arange(shares.shape[-1]) > 0).astype(float)
    fold = np.stack([1 - some, some])
    cells = np.einsum("xi,yj->ijxy", fold, fold).reshape(-1, 4)
    return product(_flat(shares), cells).reshape(*shares.shape[:-2], 2, 2)


def s_score(shares: Floats, distance: Distance = "absolute") -> Floats:
    """Return S = 1 - 2 o, -1 to 1, for tables of shares, (..., levels, levels)."""
    return np.asarray(1 - 2 * _observed(shares, _distances(shares, distance)))


def corrected(shares: Floats, distance: Distance = "squared", margins: Margins = "cohen") -> Floats:
    """Return kappa (Cohen's margins) or pi (Scott's pooled margins) for tables of shares.

    Parameters
    ----------
    shares : ndarray, shape (..., levels, levels)
        See :func:`joint_shares`.
    distance : {"nominal", "absolute", "squared"}
        Between levels; all are at most 1.
    margins : {"cohen", "scott"}

    Returns
    -------
    ndarray, shape (...)
        At most 1; NaN where no disagreement is expected: both portfolios constant at the same
        level.

    Raises
    ------
    BadInput
        When `distance` or `margins` is not one of the choices.
    """
    one_of(margins, MARGINS, "margins")
    d = _distances(shares, distance)
    first, second = _margins(shares)
    if margins == "scott":
        first = second = (first + second) / 2
    expected = _inner(product(first, d), second)
    ratio = np.full(expected.shape, np.nan)
    # An expected disagreement this small is rounding error around zero.
    np.divide(_observed(shares, d), expected, out=ratio, where=expected > 1e-12)
    return 1 - ratio


def tau_b(shares: Floats) -> Floats:
    """Return Kendall's tau-b for tables of shares; NaN where a portfolio does not vary.

    Kept for comparison with older work: it compares ranks, not commitments, and
    Signorino & Ritter 1999 and Haege 2011 advise against it as a measure of similarity.
    """
    levels = np.arange(shares.shape[-1])
    signs = np.sign(np.subtract.outer(levels, levels)).astype(float)
    pairs = product(_flat(shares), np.kron(signs, signs).T)
    surplus = _inner(_flat(shares), pairs)
    untied = [1 - _inner(m, m) for m in _margins(shares)]
    spread = np.sqrt(np.maximum(untied[0], 0) * np.maximum(untied[1], 0))
    tau = np.full(spread.shape, np.nan)
    np.divide(surplus, spread, out=tau, where=spread > 1e-12)
    return tau


def _distances(shares: Floats, distance: Distance) -> Floats:
    """Matrix of distances between levels, scaled to at most one."""
    one_of(distance, DISTANCES, "distance")
    levels = np.arange(shares.shape[-1], dtype=float)
    step = np.abs(np.subtract.outer(levels, levels)) / levels[-1]
    if distance == "nominal":
        return (step > 0).astype(float)
    return step if distance == "absolute" else step**2


def _flat(shares: Floats) -> Floats:
    """View each table as one row of cells, to sum over."""
    return shares.reshape(*shares.shape[:-2], -1)


def _margins(shares: Floats) -> tuple[Floats, Floats]:
    return _total(shares), _total(shares.swapaxes(-1, -2))


def _total(values: Floats) -> Floats:
    return dot(values, np.ones(values.shape[-1]))


def _inner(one: Floats, other: Floats) -> Floats:
    return _total(one * other)


def _observed(shares: Floats, d: Floats) -> Floats:
    return dot(_flat(shares), d.ravel())
