"""Fit the model by EM: levels summed out exactly, loadings and steadiness maximised."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_array

from daylight.core.errors import BadInput

from .chain import sums
from .levels import levels
from .model import GRID, STEADIEST, Factor, improve, start
from .panel import MISSING, Panel

FIRST_STEADINESS = 0.95
TOLERANCE = 5e-3
"""Largest change of a loading or of the steadiness at which the fit stops."""
MOST_STEPS = 200
SPLITS = 8
"""Of the indicators in halves. A single one depends on which happen to stand together."""


@dataclass(frozen=True, slots=True)
class FactorFit:
    """A fitted model and how the fit went.

    Attributes
    ----------
    factor : Factor
    steps : int
        Rounds of EM.
    change : float
        Largest last change of a loading or of the steadiness.
    converged : bool
    log_likelihood : tuple of float
        Before each step; it must not fall, up to the single precision of the sums.
    """

    factor: Factor
    steps: int
    change: float
    converged: bool
    log_likelihood: tuple[float, ...]


def fit(panel: Panel, seed: int = 0, most_steps: int = MOST_STEPS) -> FactorFit:
    """Estimate loadings, thresholds and the steadiness of the level.

    Parameters
    ----------
    panel : Panel
        At least three indicators, each seen in at least two categories.
    seed : int
        Of the simulation that calibrates the intervals.
    most_steps : int
        Stop there at the latest; the result says that it did not converge.

    Returns
    -------
    FactorFit

    Raises
    ------
    BadInput
        When an indicator never varies, or there are fewer than three.

    References
    ----------
    Bock & Aitkin 1981, Psychometrika 46:443-459 (EM over a grid). Joreskog & Moustaki 2001,
    Multivariate Behavioral Research 36:347-387 (factor models of ordinal variables).
    """
    _check(panel)
    factor = Factor(start(panel), FIRST_STEADINESS)
    trail: list[float] = []
    change, steps = np.inf, 0
    while change > TOLERANCE and steps < most_steps:
        steps += 1
        new, value = _step(panel, factor)
        trail.append(value)
        change = max(
            abs(new.steadiness - factor.steadiness),
            *(
                abs(x.loading - y.loading)
                for x, y in zip(new.loadings, factor.loadings, strict=True)
            ),
        )
        factor = new
    factor = replace(factor, strain=strain(panel, factor, seed))
    return FactorFit(factor, steps, float(change), change <= TOLERANCE, tuple(trail))


def _check(panel: Panel) -> None:
    if len(panel.sizes) < 3:
        raise BadInput("A level needs at least three indicators to be told from their errors.")
    for k in range(len(panel.sizes)):
        seen = np.unique(panel.category[:, :, k])
        if (seen != MISSING).sum() < 2:
            raise BadInput(f"Indicator {k} has one category only; leave it out.")


def _step(panel: Panel, factor: Factor) -> tuple[Factor, float]:
    patterns, which = panel.patterns
    counts = np.zeros((len(patterns), len(GRID)))
    value = square = product = moves = 0.0
    for part in sums(panel, factor):
        cells = part.both.reshape(-1, len(GRID))
        counts += _by_pattern(which[part.units].T.ravel(), len(patterns)) @ cells
        value += part.log_likelihood
        second = part.both @ (GRID**2).astype(np.float32)
        square += float(second[:-1].sum() + second[1:].sum())
        product += float(np.nansum(part.product))
        moves += second[1:].size
    loadings = []
    for k, one in enumerate(factor.loadings):
        seen = np.stack([counts[patterns[:, k] == c].sum(0) for c in range(panel.sizes[k])])
        loadings.append(improve(one, seen, panel.signs[k]))
    return Factor(tuple(loadings), _steadiness(square / moves, product / moves)), value


def _steadiness(squares: float, product: float) -> float:
    """Return the likeliest correlation of neighbouring times.

    `squares` is the mean of the summed squares of two neighbours, `product` that of their
    product; both have variance one in the model.
    """

    def loss(r: float) -> float:
        return float(np.log1p(-r * r) + (squares - 2 * r * product) / (1 - r * r))

    return float(minimize_scalar(loss, bounds=(0.0, STEADIEST), method="bounded").x)


def _by_pattern(which: NDArray[np.int64], size: int) -> csr_array:
    """Return the 0/1 matrix that adds cells up by pattern."""
    columns = np.arange(len(which))
    return csr_array((np.ones(len(which), np.float32), (which, columns)), (size, len(which)))


def strain(panel: Panel, factor: Factor, seed: int) -> float:
    """Return how much more two halves of the indicators disagree than the model allows.

    The indicators are split in two, SPLITS times; each half alone gives a level for every unit
    and time. The mean square of their difference is compared with that in data simulated from the
    model, with the same cells missing. Indicators that hang together beyond the level, or stay
    the same for decades for reasons of their own, raise it above one.

    Parameters
    ----------
    panel : Panel
    factor : Factor
        Fitted to `panel`; its own strain plays no part.
    seed : int
        Of the simulation and the splits.

    Returns
    -------
    float
        Root of the ratio of the two mean squares, at least 1.
    """
    plain, rng = replace(factor, strain=1.0), np.random.default_rng(seed)
    made = simulated(panel, plain, rng)
    pairs = [_halves(plain, rng) for _ in range(SPLITS)]
    seen, allowed = (
        np.mean([_disagreement(p, plain, two) for two in pairs]) for p in (panel, made)
    )
    return float(max(np.sqrt(seen / allowed), 1.0))


def _halves(factor: Factor, rng: np.random.Generator) -> tuple[list[int], list[int]]:
    """Split the indicators in two of like weight: of neighbours by loading, one each."""
    by_size = np.argsort([-abs(one.loading) for one in factor.loadings])
    turn = rng.integers(2, size=(len(by_size) + 1) // 2)
    first = [int(k) for place, k in enumerate(by_size) if (place + turn[place // 2]) % 2 == 0]
    return first, [int(k) for k in by_size if k not in first]


def _disagreement(panel: Panel, factor: Factor, halves: tuple[list[int], list[int]]) -> float:
    """Mean square of the difference between the levels that each half gives, where both can."""
    one, two = halves
    one_level, other_level = [levels(panel.without(np.array(rest)), factor) for rest in (two, one)]
    seen = [(panel.category[:, :, half] != MISSING).any(axis=2) for half in (one, two)]
    both = seen[0] & seen[1]
    return float(((one_level.mean - other_level.mean)[both] ** 2).mean())


def simulated(panel: Panel, factor: Factor, rng: np.random.Generator) -> Panel:
    """Return a panel drawn from the model, of the shape of `panel` and missing where it is."""
    units, times, _ = panel.category.shape
    eta = np.empty((units, times))
    eta[:, 0] = rng.standard_normal(units)
    spread = np.sqrt(1 - factor.steadiness**2)
    for t in range(1, times):
        eta[:, t] = factor.steadiness * eta[:, t - 1] + spread * rng.standard_normal(units)
    category = np.empty_like(panel.category)
    for k, one in enumerate(factor.loadings):
        z = one.loading * eta + rng.standard_normal(eta.shape)
        category[:, :, k] = np.searchsorted(one.cuts, z)
    category[panel.category == MISSING] = MISSING
    return replace(panel, category=category)
