"""The chance that a target leaves, anchored to how often such ties break.

The target leaves if its net gain, with a shock that nobody sees, passes what usually keeps such a
tie: net + sigma e > even, e standard normal. So the chance is Phi((net - even) / sigma). With
nothing beyond the usual, net = 0, it has to be the measured frequency b = Phi(z): sigma is
even / -z, and the chance is Phi(z (1 - net / even)). At net = 0 it is b, at net = even one in two.
Data on choices tell b but not sigma; `even` is the one number of that kind, and is asked for.

Offers and threats count by the part that is kept or carried out, since the target weighs them
before it knows. A veto falls before the target chooses: the chance is the mean of those with and
without the offers, not that of an offer made smaller. Where several want the target to leave, it
looks at the best of their offers, and the same shock: so a bidder who offers nothing changes
nothing. Threats of all who want it to leave are costs of staying.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from daylight.wedges.given import Bidder, Scenario

Floats = NDArray[np.float64]
Values = Mapping[str, Floats | float]
"""Values of inputs by their path, and of ``base``: numbers, or arrays of one length."""


def promised(bidder: Bidder, x: Values) -> Floats:
    """Return what the offers of a bidder are worth to the target."""
    at = f"{bidder.path}.offers"
    each = (np.multiply(x[f"{at}.{k}.value"], x[f"{at}.{k}.kept"]) for k in _of(bidder.offers))
    return sum(each, np.zeros(()))


def threatened(bidder: Bidder, x: Values) -> Floats:
    """Return what the threats of a bidder take from the target that does not do as it wants."""
    at = f"{bidder.path}.threats"
    each = (
        np.multiply(x[f"{at}.{k}.value"], x[f"{at}.{k}.carried_out"]) for k in _of(bidder.threats)
    )
    return sum(each, np.zeros(()))


def _of(parts: tuple[object, ...]) -> range:
    return range(1, len(parts) + 1)


def nets(scenario: Scenario, x: Values, stopped: frozenset[str] = frozenset()) -> dict[str, Floats]:
    """Return the net gain from leaving to each who wants that, by its path.

    Parameters
    ----------
    stopped : frozenset of str
        Paths of bidders whose offers are stopped.
    """
    common = -np.asarray(x["stay"], float)
    gains = {}
    for bidder in scenario.bidders:
        leave, gain = bidder.wants == "leave", np.zeros(())
        if bidder.path not in stopped:
            gain = promised(bidder, x)
        if leave:
            gains[bidder.path] = gain
        common = common + (threatened(bidder, x) if leave else -gain - threatened(bidder, x))
    return {path: common + gain for path, gain in gains.items()}


def best(found: Mapping[str, Floats]) -> Floats:
    """Return the largest of net gains."""
    return np.asarray(np.max(np.stack(np.broadcast_arrays(*found.values())), axis=0))


def cases(scenario: Scenario, x: Values) -> Iterator[tuple[Floats, frozenset[str]]]:
    """Return every way in which offers may be stopped, with its chance."""
    ways = []
    for bidder in scenario.bidders:
        if bidder.vetoes:
            each = (x[f"{bidder.path}.vetoes.{k}.chance"] for k in _of(bidder.vetoes))
            passes = np.ones(())
            for chance in each:
                passes = passes * np.subtract(1.0, chance)
            ways.append(((bidder.path, 1 - passes), ("", passes)))
    for way in product(*ways):
        weight = np.ones(())
        for _, chance in way:
            weight = weight * chance
        yield weight, frozenset(path for path, _ in way if path)


def chance_at(net: Floats, x: Values) -> Floats:
    """Return the chance of leaving at a net gain."""
    with np.errstate(over="ignore"):
        return np.asarray(ndtr(ndtri(x["base"]) * (1 - net / np.asarray(x["even"], float))))


def p_leave(scenario: Scenario, x: Values) -> Floats:
    """Return the chance that the target leaves its partner, for whomever."""
    each = (weight * chance_at(best(nets(scenario, x, s)), x) for weight, s in cases(scenario, x))
    return sum(each, np.zeros(()))


def p_to(scenario: Scenario, x: Values) -> dict[str, Floats]:
    """Return the chance that the target leaves for each who wants that; equal offers share it."""
    total = {b.path: np.zeros(()) for b in scenario.bidders if b.wants == "leave"}
    for weight, stopped in cases(scenario, x):
        found = nets(scenario, x, stopped)
        most = best(found)
        tied = {path: np.asarray(net >= most, float) for path, net in found.items()}
        chance = weight * chance_at(most, x) / sum(tied.values())
        for path, among in tied.items():
            total[path] = total[path] + chance * among
    return total
