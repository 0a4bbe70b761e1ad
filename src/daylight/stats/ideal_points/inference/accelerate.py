"""Anderson acceleration of a fixed-point iteration.

Anderson 1965, Journal of the ACM 12:547-560. Walker & Ni 2011, SIAM Journal on Numerical Analysis
49:1715-1735.
"""

from __future__ import annotations

import numpy as np

from ..data import Floats

_RIDGE = 1e-10
"""Share of the trace added to the diagonal: late steps are nearly alike."""


class Anderson:
    """Combine the last `memory` steps of x -> g(x) so that their residuals cancel.

    The history is dropped when the residual grows more than `patience` times beyond the
    smallest seen, so that a bad combination costs a few plain steps, not the fit.
    """

    def __init__(self, memory: int = 8, patience: float = 4.0) -> None:
        self._memory, self._patience = memory, patience
        self._x: list[Floats] = []
        self._f: list[Floats] = []
        self._best = np.inf

    def step(self, x: Floats, g: Floats) -> Floats:
        """Return the next point to try after x led to g; both of shape (n,)."""
        f = g - x
        norm = float(np.linalg.norm(f))
        if norm > self._patience * self._best:
            self._x.clear()
            self._f.clear()
            self._best = norm
        self._best = min(self._best, norm)
        self._x.append(x)
        self._f.append(f)
        del self._x[: -self._memory - 1], self._f[: -self._memory - 1]
        if len(self._f) == 1:
            return g
        df = np.diff(np.array(self._f), axis=0).T
        dx = np.diff(np.array(self._x), axis=0).T
        gram = df.T @ df
        gram += _RIDGE * np.trace(gram) * np.eye(len(gram))
        weights = np.linalg.solve(gram, df.T @ f)
        return np.asarray(g - (dx + df) @ weights)
