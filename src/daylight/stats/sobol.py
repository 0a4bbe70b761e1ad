"""How much of the spread of a result comes from each of its inputs (Sobol indices).

The inputs are independent. The first index of an input is the part of the variance that would go
if it alone were known, the total index the part that would be left if all others were. Indices
by pick-freeze from two sets of draws A and B, and A with one column of B at a time: the first as in
Saltelli et al. 2010 (Variance based sensitivity analysis of model output, Computer Physics
Communications 181: 259-270), the total as in Jansen 1999.

SciPy has the same as ``scipy.stats.sobol_indices``, against which this is tested. It is not called:
to import it takes a second, its seeds mean other draws in other versions, and it gives no error of
the indices without drawing anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Result = Callable[[Mapping[str, Floats]], Floats]
WEIGHTINGS, TAIL = 200, 0.05
STILL = 1e-20
"""Variance, of results whose range is one, below which they do not vary."""


@dataclass(frozen=True, slots=True)
class Index:
    """Part of a variance, with the 90 % interval of its calculation from random draws."""

    value: float
    lo: float
    hi: float


def sobol(
    result: Result,
    a: Mapping[str, Floats],
    b: Mapping[str, Floats],
    rng: np.random.Generator,
) -> dict[str, tuple[Index, Index]]:
    """Return first and total index of each input; of none where the result does not vary.

    Parameters
    ----------
    result : callable
        From n values of each input by name to n results.
    a, b : mapping of str to ndarray, shape (n,)
        Two independent sets of draws of every input.
    rng : Generator
        For the interval.

    Notes
    -----
    The interval weights the draws at random (Rubin 1981, The Bayesian bootstrap, Annals of
    Statistics 9: 130-134).
    """
    inputs = tuple(a)
    if not inputs:
        return {}
    mixed = np.stack([result({**a, name: b[name]}) for name in inputs], axis=1)
    fa, fb, mixed = _scaled(result(a), result(b), mixed)
    centre = (fa.mean() + fb.mean()) / 2
    if np.mean((fa - centre) ** 2 + (fb - centre) ** 2) < STILL:
        return {}
    columns = np.column_stack(
        [
            (fb - centre)[:, None] * (mixed - fa[:, None]),
            (mixed - fa[:, None]) ** 2 / 2,
            (fa + fb) / 2 - centre,
            ((fa - centre) ** 2 + (fb - centre) ** 2) / 2,
        ]
    )
    weights = rng.standard_exponential((WEIGHTINGS, len(fa)))
    drawn = weights @ columns / weights.sum(axis=1, keepdims=True)
    means = np.vstack([columns.mean(axis=0), drawn])
    parts = means[:, :-2] / (means[:, -1] - means[:, -2] ** 2)[:, None]
    lo, hi = np.quantile(parts[1:], (TAIL, 1 - TAIL), axis=0)
    found = [Index(*map(float, x)) for x in zip(parts[0], lo, hi, strict=True)]
    return {name: (found[k], found[len(inputs) + k]) for k, name in enumerate(inputs)}


def _scaled(*results: Floats) -> list[Floats]:
    """Return results less their least, and with a range of one, so that no square is lost."""
    least = min(one.min() for one in results)
    span = max(one.max() for one in results) - least
    return [(one - least) / span if span > 0 else np.zeros_like(one) for one in results]
