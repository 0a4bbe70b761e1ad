"""Gaussian chains of blocks: solve and invert a block tridiagonal precision matrix.

The off-diagonal blocks hold at most one entry per row and column (a state meets itself in the
next period), which makes the sweeps cheap: cost is linear in periods and cubic in states.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..data import Floats, Ints

Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Link:
    """Entries of the block between period p - 1 (rows `before`) and p (rows `after`)."""

    before: Ints
    after: Ints
    value: Floats


@dataclass(frozen=True, slots=True)
class Factor:
    """Inverses of the forward Schur complements, one per period, and the links."""

    inverse: tuple[Floats, ...]
    links: tuple[Link, ...]


def factor(diagonal: list[Floats], links: list[Link]) -> Factor:
    """Eliminate forwards.

    Parameters
    ----------
    diagonal : list of ndarray, shape (n_p, n_p)
        Blocks of the periods, symmetric.
    links : list of Link
        `links[p]` joins p - 1 and p; `links[0]` is empty.
    """
    inverse: list[Floats] = []
    for p, block in enumerate(diagonal):
        left = block
        if p:
            k = links[p]
            left = block.copy()
            carried = inverse[-1][np.ix_(k.before, k.before)] * np.outer(k.value, k.value)
            left[np.ix_(k.after, k.after)] -= carried
        inverse.append(np.asarray(np.linalg.inv(left), dtype=np.float64))
    return Factor(tuple(inverse), tuple(links))


def marginals(f: Factor) -> list[Floats]:
    """Diagonal of the inverse matrix, one vector per period."""
    out: list[Floats] = []
    covariance = f.inverse[-1]
    out.append(covariance.diagonal())
    for p in range(len(f.inverse) - 2, -1, -1):
        k, inverse = f.links[p + 1], f.inverse[p]
        gain = inverse[:, k.before] * -k.value
        covariance = inverse + gain @ covariance[np.ix_(k.after, k.after)] @ gain.T
        out.append(covariance.diagonal())
    return out[::-1]


def solve(f: Factor, right: list[Singles]) -> list[Singles]:
    """Solve for right-hand sides given per period, each of shape (n_p, m), in single precision."""
    inverse = [block.astype(np.float32) for block in f.inverse]
    y = [right[0]]
    for p in range(1, len(right)):
        k = f.links[p]
        part = right[p].copy()
        part[k.after] -= k.value[:, None].astype(np.float32) * (inverse[p - 1][k.before] @ y[-1])
        y.append(part)
    x = [inverse[-1] @ y[-1]]
    for p in range(len(right) - 2, -1, -1):
        k = f.links[p + 1]
        part = y[p].copy()
        part[k.before] -= k.value[:, None].astype(np.float32) * x[-1][k.after]
        x.append(inverse[p] @ part)
    return x[::-1]
