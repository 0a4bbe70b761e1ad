"""The inputs of a scenario in words."""

from __future__ import annotations

from daylight.wedges.assumed.given import Scenario

WORDS = {"fixed_cost": "fixed cost", "carried_out": "carried out"}


def labels(scenario: Scenario) -> dict[str, str]:
    """Return what each input is called, by its path: ``divider, sanctions relief: kept``."""
    named = {"even": "even", "stay": "stay", "base": "measured frequency"}
    for bidder in scenario.bidders:
        who = bidder.who or bidder.path
        named |= {
            f"{bidder.path}.{n}": f"{who}: {WORDS.get(n, n)}" for n in ("worth", "fixed_cost")
        }
        for k, offer in enumerate(bidder.offers, 1):
            for name in ("value", "kept", "cost"):
                named[f"{bidder.path}.offers.{k}.{name}"] = f"{who}, {offer.name}: {name}"
        for k, threat in enumerate(bidder.threats, 1):
            for name in ("value", "carried_out"):
                at = f"{bidder.path}.threats.{k}.{name}"
                named[at] = f"{who}, {threat.name}: {WORDS.get(name, name)}"
        for k, veto in enumerate(bidder.vetoes, 1):
            named[f"{bidder.path}.vetoes.{k}.chance"] = f"{who}, veto of {veto.who}: chance"
    return named
