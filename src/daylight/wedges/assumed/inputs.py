"""The inputs of a scenario by their place in it, and values drawn for them."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from daylight.core.estimate import Z
from daylight.wedges.assumed.given import Bidder, Scenario
from daylight.wedges.assumed.prior import Prior

Floats = NDArray[np.float64]
Base = tuple[float, float, float]
"""A measured frequency, and the ends of its 90 % interval."""
LEAST, MOST = 1e-6, 0.499
"""Bounds of a frequency that can be an anchor: it has to stay apart from none and from half."""


def of_the_chance(scenario: Scenario) -> dict[str, Prior]:
    """Return the inputs that the chance of leaving rests on, by path, in the order of the file."""
    found = {} if scenario.even is None else {"even": scenario.even}
    found["stay"] = scenario.stay
    for bidder in scenario.bidders:
        found |= _of_bids(bidder)
    return found


def of_the_price(scenario: Scenario) -> dict[str, Prior]:
    """Return the inputs that only prices rest on: what a bidder gains, and what giving costs."""
    found: dict[str, Prior] = {}
    for bidder in scenario.bidders:
        own = {"worth": bidder.worth, "fixed_cost": bidder.fixed_cost}
        own |= {f"offers.{k}.cost": offer.cost for k, offer in enumerate(bidder.offers, 1)}
        found |= {f"{bidder.path}.{name}": prior for name, prior in own.items() if prior}
    return found


def _of_bids(bidder: Bidder) -> dict[str, Prior]:
    found: dict[str, Prior] = {}
    for k, offer in enumerate(bidder.offers, 1):
        found |= {f"offers.{k}.value": offer.value, f"offers.{k}.kept": offer.kept}
    for k, threat in enumerate(bidder.threats, 1):
        found[f"threats.{k}.value"] = threat.value
        found[f"threats.{k}.carried_out"] = threat.carried_out
    for k, veto in enumerate(bidder.vetoes, 1):
        found[f"vetoes.{k}.chance"] = veto.chance
    return {f"{bidder.path}.{name}": prior for name, prior in found.items()}


def base_at(base: Base, part: Floats) -> Floats:
    """Return the frequencies below which lie these parts of what the measured one leaves open.

    On the scale of z two halves of normals, so that the middle and both ends of the interval are
    as measured.
    """
    z, lo, hi = (NormalDist().inv_cdf(min(max(b, LEAST), MOST)) for b in base)
    away = ndtri(part) / Z
    return np.asarray(np.clip(ndtr(z + away * np.where(part < 0.5, z - lo, hi - z)), LEAST, MOST))


def middles(priors: dict[str, Prior], base: Base | None) -> dict[str, float]:
    """Return every input at its middle, and the measured frequency."""
    found = {path: prior.middle for path, prior in priors.items()}
    return found if base is None else {**found, "base": base[0]}


def drawn(
    priors: dict[str, Prior], base: Base | None, parts: dict[str, Floats]
) -> dict[str, Floats | float]:
    """Return every input at its part of what is held possible; single numbers as they are.

    Parameters
    ----------
    parts : dict of str to ndarray
        By path; also of ``base``, if there is one.
    """
    found: dict[str, Floats | float] = {
        path: prior.low if prior.single else prior.quantile(parts[path])
        for path, prior in priors.items()
    }
    if base is None:
        return found
    return {**found, "base": base_at(base, parts["base"]) if "base" in parts else base[0]}


def uncertain(priors: dict[str, Prior], base: Base | None) -> tuple[str, ...]:
    """Return the paths of inputs that are more than one number."""
    known = tuple(path for path, prior in priors.items() if not prior.single)
    return known if base is None or base[1] == base[2] else (*known, "base")


def spread(names: tuple[str, ...], draws: int, rng: np.random.Generator) -> dict[str, Floats]:
    """Return parts for each name, one in each of `draws` equal steps, in an order of its own.

    So the quantiles of a single input are exact (McKay, Beckman and Conover 1979, A comparison of
    three methods for selecting values of input variables, Technometrics 21: 239-245).
    """
    middle = (np.arange(draws) + 0.5) / draws
    return {name: rng.permutation(middle) for name in names}
