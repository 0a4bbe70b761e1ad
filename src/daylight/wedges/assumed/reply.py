"""The partner's answer to a bid, and what a bid costs that the partner cannot undo."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.wedges.assumed import bidding
from daylight.wedges.assumed.anchor import Values, as_given, cases, chance_at, stakes
from daylight.wedges.assumed.given import Bidder, Scenario

Floats = NDArray[np.float64]
STEPS = 40


def extra(scenario: Scenario, x: Values) -> Floats:
    """Return the least further value to the target by which the chance is the measured one.

    Nobody stops this promise. It is zero where the chance is no larger; where no offer can be
    stopped, it is the net gain from leaving.
    """
    found = cases(stakes(scenario, x), x)
    best = found.best
    high = np.maximum(best.max(axis=0), 0.0)
    if len(found.weight) > 1:
        low = np.zeros_like(high)
        for _ in range(STEPS):
            middle = (low + high) / 2
            chance = np.sum(found.weight * chance_at(best - middle, x), axis=0)
            above = chance > np.asarray(x["base"], float)
            low, high = np.where(above, middle, low), np.where(above, high, middle)
    return as_given(high, x)


def rate_of(bidder: Bidder, x: Values) -> Floats:
    """Return what a unit of value to the target costs by the cheapest of a bidder's offers.

    It is infinite where none has a cost; see :func:`lacking`.
    """
    at = f"{bidder.path}.offers"
    each = [
        bidding.rate(x[f"{at}.{k}.cost"], x[f"{at}.{k}.kept"])
        for k, offer in enumerate(bidder.offers, 1)
        if offer.cost is not None
    ]
    return np.asarray(np.min(np.stack(np.broadcast_arrays(np.inf, *each)), axis=0))


def fixed_of(bidder: Bidder, x: Values) -> Floats | float:
    """Return the fixed cost of a bidder; what is not named costs nothing further."""
    return x.get(f"{bidder.path}.fixed_cost", 0.0)


def left_of(bidder: Bidder, x: Values) -> Floats:
    """Return what a bidder's gain leaves after its fixed cost and the cost of its offers."""
    at = f"{bidder.path}.offers"
    each = (
        np.multiply(x[f"{at}.{k}.value"], x[f"{at}.{k}.cost"])
        for k, _ in enumerate(bidder.offers, 1)
    )
    paid = sum(each, np.asarray(fixed_of(bidder, x), float))
    return np.asarray(x[f"{bidder.path}.worth"] - paid)


def price(scenario: Scenario, x: Values, even: Floats | float) -> Floats:
    """Return what a net gain of `even` costs the divider when the partner bids all that it can.

    It is max(0, even + stay + the best of those who want the target to stay - threats) times
    cost / kept, and the fixed cost: the price of two bidders, where staying is worth `even` more
    by what is usual. The scenario has to tell what the two give and at what cost: see
    :func:`lacking`.
    """
    divider, partner = scenario.divider, scenario.partner
    most = bidding.reach(x["partner.worth"], fixed_of(partner, x), rate_of(partner, x))
    held = np.asarray(x["stay"], float) + even
    for one in stakes(scenario, x):
        if one.bidder.wants == "leave":
            held = held - one.threatened
        else:
            bid = np.maximum(most, one.promised) if one.bidder is partner else one.promised
            held = held + one.threatened + bid
    given = bidding.given_to_leave(held, 0.0)
    return bidding.spent(given, rate_of(divider, x), fixed_of(divider, x))


def lacking(*bidders: Bidder) -> str | None:
    """Say what is not given: a cost of an offer of each bidder, or the gain of the last."""
    gone = [
        f"{bidder.path}.offers with a cost"
        for bidder in bidders
        if all(offer.cost is None for offer in bidder.offers)
    ]
    if bidders[-1].worth is None:
        gone.append(f"{bidders[-1].path}.worth")
    return f"not given: {', '.join(gone)}" if gone else None
