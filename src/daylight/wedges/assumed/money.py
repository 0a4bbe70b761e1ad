"""Records of the partner's reply and of the divider's price, or why they are not known."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from daylight.wedges.assumed import bidding
from daylight.wedges.assumed.bands import band
from daylight.wedges.assumed.given import Scenario
from daylight.wedges.assumed.records import Price, Reply
from daylight.wedges.assumed.reply import extra, lacking, left_of, price, rate_of

Floats = NDArray[np.float64]
Middle = Mapping[str, float]
Draws = Mapping[str, Floats | float]
NO_PRICE = "no price is known: a promise that is never kept buys nothing"
NOT_ALL_COSTS = "not given: partner.offers each with a cost"
NOTHING_TO_UNDO = "the chance is no higher than the measured frequency"


def replied(scenario: Scenario, x: Middle, drawn: Draws) -> Reply:
    """Return the partner's least further promise, what it costs, and whether it can afford it."""
    value, each = extra(scenario, x), extra(scenario, drawn)
    partner, made = scenario.partner, band(value, each)
    reason = NOTHING_TO_UNDO if value == 0 else None
    if all(offer.cost is None for offer in partner.offers):
        return Reply(made, None, None, None, None, reason or lacking(partner))
    cost = bidding.spent(value, rate_of(partner, x), 0.0)
    costs = bidding.spent(each, rate_of(partner, drawn), 0.0)
    if partner.worth is None or any(offer.cost is None for offer in partner.offers):
        gone = lacking(partner) or NOT_ALL_COSTS
        return Reply(made, band(cost, costs), None, None, None, reason or gone)
    left, lefts = left_of(partner, x), left_of(partner, drawn)
    undone = bool(cost <= left) if value > 0 else None
    part = float(np.mean(costs <= lefts))
    return Reply(made, band(cost, costs), band(left, lefts), undone, part, reason)


def priced(scenario: Scenario, x: Middle, drawn: Draws) -> Price:
    """Return what the divider has to spend, and whether the target's leaving is worth that."""
    divider = scenario.divider
    worth = None
    if divider.worth is not None:
        worth = band(np.asarray(x["divider.worth"]), np.asarray(drawn["divider.worth"]))
    gone = lacking(divider, scenario.partner)
    if gone:
        return Price(None, None, worth, None, None, gone)
    least, leasts = (price(scenario, values, 0.0) for values in (x, drawn))
    match, half = band(least, leasts), None
    if scenario.even is not None:
        least, leasts = (price(scenario, values, values["even"]) for values in (x, drawn))
        half = band(least, leasts)
    reason = None if np.isfinite(least) else NO_PRICE
    if worth is None:
        return Price(match, half, None, None, None, reason or "not given: divider.worth")
    pays, part = least <= x["divider.worth"], np.mean(leasts <= drawn["divider.worth"])
    return Price(match, half, worth, bool(pays), float(part), reason)
