"""Raw values of items in words: what was promised, how many troops, how alike the votes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from daylight.ledgers import items_economic, items_military
from daylight.say.numbers import fixed

Raw = Sequence[float | None]
Say = Callable[[float], str]
NONE = "none"
PROMISES = {
    items_military.DEFENCE: "a promise of defence",
    items_military.PACT_OF_MANY: "a promise of defence, in a pact of many",
    items_military.BROAD: "a broad pledge of defence",
    items_military.NEUTRALITY: "a promise of neutrality",
    items_military.CONSULTATION: "a promise to consult",
    items_military.NONAGGRESSION: "a promise not to attack",
}
HOSTILITY = ((4.5, "war"), (3.5, "use of force"), (2.5, "show of force"), (0.0, "threat"))


def _levels(words: dict[float, str]) -> Say:
    return lambda raw: words.get(raw, NONE)


def _hostility(raw: float) -> str:
    word = next(text for least, text in HOSTILITY if raw >= least)
    return NONE if raw <= 0 else f"{word}, or what is left of worse" if raw < 5 else word


def _troops(raw: float) -> str:
    if raw <= 0:
        return NONE
    if abs(raw - 10 / 3) < 0.01:
        return "troops or a base, without a count"
    return f"about {float(f'{10**raw:.2g}'):,.0f} troops"


def _dollars(millions: float) -> str:
    if millions <= 0:
        return NONE
    text = f"{millions / 1000:.2g} bn" if millions >= 1000 else f"{millions:.2g} m"
    if millions >= 100_000:
        text = f"{millions / 1000:,.0f} bn"
    return f"{text} dollars of 2015"


def _share(part: float) -> str:
    return f"{100 * part:.2g} % of its trade" if part >= 0.0001 else "under .01 % of its trade"


def _agreements(raw: float) -> str:
    return NONE if raw <= 0 else f"{fixed(raw, 1).removesuffix('.0')} in force (sector: half)"


def _exercises(raw: float) -> str:
    return NONE if raw <= 0 else f"{fixed(raw, 1).removesuffix('.0')} a year"


SAYS: dict[str, Say] = {
    "promise": _levels(PROMISES),
    "organisation": _levels({1.0: "a standing body", 2.0: "a command in peacetime"}),
    "defence_agreements": _agreements,
    "exercises": _exercises,
    "arms": _levels({1.0: "minor supplier", 2.0: "major supplier"}),
    "troops": _troops,
    "side_by_side": lambda raw: (
        "troops in battle for the other" if raw > 2.9 else "fought on one side" if raw else NONE
    ),
    "disputes": _hostility,
    "fatal_conflict": _hostility,
    "crises": lambda raw: "a crisis" if raw >= 2.95 else "an earlier crisis" if raw else NONE,
    "for_rebels": lambda raw: "troops for rebels against the other" if raw else NONE,
    "dated_force": lambda raw: "use of force" if raw >= 3.95 else "earlier use of force",
    "vote_kappa": lambda raw: f"kappa {fixed(raw, 2)} over three years",
    "nearness": lambda raw: f"{fixed(raw, 2)} sd apart over three years",
    "organisations": lambda raw: f"weight {fixed(raw, 0)}",
    "blocs": _levels({1.0: "a bloc", 2.0: "a close bloc", 3.0: "the EU"}),
    "rivalry": lambda raw: "rivals" if raw else NONE,
    "relations": _levels({1.0: "downgraded", 2.0: "broken"}),
    "trade_volume": _dollars,
    "trade_share": _share,
    "agreement": lambda raw: f"depth {fixed(raw, 1).removesuffix('.0')} of 7" if raw else NONE,
    "customs_union": _levels({2.0: f"{' or '.join(items_economic.CUSTOMS)}", 3.0: "the EU"}),
    "investment_treaty": lambda raw: "in force" if raw else NONE,
    "sanctions": lambda raw: f"severity {fixed(raw, 0)} of 100" if raw else NONE,
}
"""From one raw value, of one direction, to words."""


def says(item: str, raw: Raw, names: Sequence[str]) -> str:
    """Return raw values in words.

    Parameters
    ----------
    item : str
    raw : sequence
        One value, or two where the tie is directed: of the first state, and of the second.
    names : sequence of str
        Names of the two states.
    """
    known = [(x, name) for x, name in zip(raw, names, strict=False) if x is not None]
    if not known:
        return "not known"
    told = [(SAYS[item](x), name) for x, name in known]
    if len(raw) == 1:
        return told[0][0]
    texts = {text for text, _ in told}
    if len(told) == 2 and len(texts) == 1:
        text = texts.pop()
        return text if text == NONE else f"{text}, both ways"
    some = [f"{name}: {text}" for text, name in told if text != NONE]
    return "; ".join(some) if some else NONE
