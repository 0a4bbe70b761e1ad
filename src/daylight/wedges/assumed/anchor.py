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

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from daylight.wedges.assumed.given import Bidder, Scenario

Floats = NDArray[np.float64]
Values = Mapping[str, Floats | float]
"""Values of inputs by their path, and of ``base``: numbers, or arrays of one length."""
NONE = np.zeros(())


@dataclass(frozen=True, slots=True)
class Stake:
    """What a bidder puts before the target.

    Attributes
    ----------
    bidder : Bidder
    promised : ndarray
        What its offers are worth to the target.
    threatened : ndarray
        What its threats take from the target that does not do as it wants.
    passes : ndarray
        Chance that nobody stops its offers.
    """

    bidder: Bidder
    promised: Floats
    threatened: Floats
    passes: Floats


def stake(bidder: Bidder, x: Values) -> Stake:
    """Return what a bidder puts before the target."""
    at = bidder.path
    gain, threat, passes = NONE, NONE, np.ones(())
    for k in range(1, len(bidder.offers) + 1):
        gain = gain + np.multiply(x[f"{at}.offers.{k}.value"], x[f"{at}.offers.{k}.kept"])
    for k in range(1, len(bidder.threats) + 1):
        one = f"{at}.threats.{k}"
        threat = threat + np.multiply(x[f"{one}.value"], x[f"{one}.carried_out"])
    for k in range(1, len(bidder.vetoes) + 1):
        passes = passes * np.subtract(1.0, x[f"{at}.vetoes.{k}.chance"])
    return Stake(bidder, gain, threat, passes)


def stakes(scenario: Scenario, x: Values) -> tuple[Stake, ...]:
    """Return what each bidder puts before the target."""
    return tuple(stake(bidder, x) for bidder in scenario.bidders)


@dataclass(frozen=True, slots=True)
class Cases:
    """Every way in which offers may be stopped, one a row.

    Attributes
    ----------
    weight : ndarray, shape (c, 1) or (c, n)
        Chance of each.
    nets : dict of str to ndarray, shape (c, 1) or (c, n)
        Net gain from leaving to each who wants that, by its path.
    """

    weight: Floats
    nets: dict[str, Floats]

    @property
    def best(self) -> Floats:
        """The largest of the net gains."""
        return largest(self.nets)


def cases(all_: tuple[Stake, ...], x: Values) -> Cases:
    """Return every way in which offers may be stopped, with its chance and net gains."""
    stopped = [s.bidder.path for s in all_ if s.bidder.vetoes and s.bidder.offers]
    ways = np.array(list(product((1.0, 0.0), repeat=len(stopped)))).T[..., None]
    on = dict(zip(stopped, ways, strict=True))
    weight = np.ones((2 ** len(stopped), 1))
    for one in all_:
        if one.bidder.path in on:
            open_ = on[one.bidder.path]
            weight = weight * (open_ * one.passes + (1 - open_) * (1 - one.passes))
    found = _nets(all_, x, on)
    return Cases(weight, {path: np.atleast_2d(net) for path, net in found.items()})


def nets(all_: tuple[Stake, ...], x: Values) -> dict[str, Floats]:
    """Return the net gain from leaving to each who wants that, when nobody stops an offer."""
    return _nets(all_, x, {})


def _nets(all_: tuple[Stake, ...], x: Values, on: Mapping[str, Floats]) -> dict[str, Floats]:
    common = -np.asarray(x["stay"], float)
    gains = {}
    for one in all_:
        path, gain = one.bidder.path, one.promised
        if path in on:
            gain = on[path] * gain
        if one.bidder.wants == "leave":
            gains[path] = gain
            common = common + one.threatened
        else:
            common = common - gain - one.threatened
    return {path: common + gain for path, gain in gains.items()}


def largest(found: Mapping[str, Floats]) -> Floats:
    """Return the largest of net gains."""
    first, *rest = found.values()
    for other in rest:
        first = np.maximum(first, other)
    return np.asarray(first)


def chance_at(net: Floats, x: Values) -> Floats:
    """Return the chance of leaving at a net gain."""
    with np.errstate(over="ignore"):
        return np.asarray(ndtr(ndtri(x["base"]) * (1 - net / np.asarray(x["even"], float))))


def chance_of(all_: tuple[Stake, ...], x: Values) -> Floats:
    """Return the chance that the target leaves its partner, for whomever."""
    found = cases(all_, x)
    return _mean(found.weight, chance_at(found.best, x), x)


def p_leave(scenario: Scenario, x: Values) -> Floats:
    """Return the chance that the target leaves its partner, for whomever."""
    return chance_of(stakes(scenario, x), x)


def p_to(scenario: Scenario, x: Values) -> dict[str, Floats]:
    """Return the chance that the target leaves for each who wants that; equal offers share it."""
    found = cases(stakes(scenario, x), x)
    best = found.best
    tied = {path: np.asarray(net >= best, float) for path, net in found.nets.items()}
    chance = chance_at(best, x) / sum(tied.values(), NONE)
    return {path: _mean(found.weight, chance * among, x) for path, among in tied.items()}


def _mean(weight: Floats, chance: Floats, x: Values) -> Floats:
    """Return the mean over the ways in which offers may be stopped: n numbers, or one."""
    return as_given(np.sum(weight * chance, axis=0), x)


def as_given(result: Floats, x: Values) -> Floats:
    """Return a result of shape (n,), or as one number where all values are."""
    return np.asarray(result if any(np.ndim(value) for value in x.values()) else result[0])
