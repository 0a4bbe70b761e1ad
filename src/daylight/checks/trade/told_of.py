"""What amounts of goods in dollars do not decide: a part of trade, other money, other prices."""

from __future__ import annotations

import re

from daylight.checks.verdict import Verdict, silent
from daylight.claims.records import Claim

GOODS = (
    "oil|gas|petroleum|crude|coal|fuel|energy|arms|weapons?|military|defen[cs]e|nuclear|food|farm|"
    "agricultural|wheat|grain|rice|sugar|beef|wine|fish|timber|cotton|steel|iron|copper|gold|"
    "diamonds?|minerals?|rare earths?|cars?|chips?|textiles?|drugs?|technology|machinery|"
    "electronics?|services?|tourism|illegal|illicit|contraband|border|barter|non-oil"
)
TRADE = "trade|commerce|exports?|imports?|sales|shipments|purchases|business|supplier|deliveries"
WHOSE = r"(?! (?:states?|producers?|exporters?|kingdoms?|countr|powers?|nations?))"
PART = re.compile(
    rf"\b(?:{GOODS})(?: [a-z]+)? (?:{TRADE})\b|"
    rf"\b(?:{TRADE}) (?:in|of) (?:[a-z]+ )?(?:{GOODS})\b{WHOSE}|\bsmuggl\w+|\bblack[- ]market",
    re.IGNORECASE,
)
"""Words of a part of trade, which is not kept apart here."""
MONEY = re.compile(
    r"€|£|¥|\b(?:euros?|pounds?|sterling|yen|yuan|renminbi|roubles?|rubles?|francs?|rupees?|lire|"
    r"pesos?|rials?|dinars?|marks|crowns|lira|zlot\w+)\b",
    re.IGNORECASE,
)
"""Words of money other than dollars."""
REAL = re.compile(r"purchasing[- ]power|\bPPP\b|per (?:head|person|capita)|constant|real terms")


def a_part(claim: Claim) -> Verdict | None:
    """Return that the data do not decide it, where it is about a part of trade."""
    if PART.search(claim.text):
        return silent("It is about a part of trade; only goods of all kinds together are kept.")
    return None


def other_money(claim: Claim) -> Verdict | None:
    """Return that the data do not decide it, where an amount is in other money or other prices."""
    if claim.unit == "percent":
        return None
    if MONEY.search(claim.sentence):
        return silent("It is in other money; amounts are kept in dollars of the year.")
    if REAL.search(claim.sentence):
        return silent("It is in other prices; amounts are kept in dollars of the year.")
    return None
