"""A watch list in plain lines: how all ties stand, then what is new of each."""

from __future__ import annotations

from daylight.bonds.written import NO_POINT, chance_text, spanned
from daylight.core.refs import in_text
from daylight.facts.lines import block
from daylight.say.dates import day
from daylight.say.lines import capital, wrap
from daylight.store.schemas.ledgers import LEDGERS
from daylight.watches.records import Leg, Watch
from daylight.watches.words import STANDS, change_text, changed, leg_title, short

NAME = 4
CHANCES = {"p_rivalry": "rivalry", "p_warm": "warm peace"}
DIMENSIONS = tuple(dict.fromkeys(name.partition("_")[0] for name in LEDGERS))
FACTS = 8
"""New facts of a tie that a text shows."""


def lines(answer: Watch) -> list[str]:
    """Return how each tie stands, and what is new."""
    out = [*([answer.title, ""] if answer.title else []), *_ties(answer)]
    if answer.since is not None:
        out += _news(answer)
    return out


def _ties(answer: Watch) -> list[str]:
    out = wrap(f"TIES, {answer.request.year}: chances in 100; points of cooperation / conflict")
    for entry in answer.entries:
        if entry.problem:
            out += wrap(f"{entry.label}: {entry.problem}", 0, NAME)
            continue
        leg = entry.legs[0]
        words = leg.now.words
        told = [words[STANDS]] if STANDS in words else []
        told += [f"tie {words['tie']}"] if "tie" in words else []
        note = f" ({entry.note})" if entry.note else ""
        out += wrap(f"{short(entry)}: {'; '.join(told)}{note}", 0, NAME)
        out += [line for text in _values(leg) for line in wrap(text, NAME, NAME)]
        for other in entry.legs[1:]:
            out += wrap(_outside(other), NAME, NAME)
    return out


def _values(leg: Leg) -> list[str]:
    values = leg.now.values
    chances = [
        f"{title} {chance_text(values[name], '-')}"
        for name, title in CHANCES.items()
        if name in values
    ]
    points = []
    for dimension in DIMENSIONS:
        both = [f"{dimension}_cooperation", f"{dimension}_conflict"]
        told = [spanned(values[name], "-") for name in both if name in values]
        points += [f"{dimension} {' / '.join(told)}"] if told else []
    return [", ".join(part).replace(NO_POINT, "") for part in (chances, points) if part]


def _outside(leg: Leg) -> str:
    told = [leg.now.words[STANDS]] if STANDS in leg.now.words else []
    if "p_rivalry" in leg.now.values:
        told.append(f"rivalry {chance_text(leg.now.values['p_rivalry'], '-')}")
    return f"{leg.a.name} with {in_text(leg.b.name)}: {'; '.join(told) or 'watched'}"


def _news(answer: Watch) -> list[str]:
    if answer.since is None:
        return []
    when = day(answer.since.as_of)
    out = ["", f"SINCE {when}"]
    told: set[str] = set()
    for entry in answer.entries:
        for leg in entry.legs:
            title = leg_title(leg)
            if title not in told:
                told.add(title)
                out += _of_leg(title, leg)
    quiet = [short(one) for one in answer.entries if one.legs and not changed(one)]
    if quiet:
        out += wrap(f"No change known: {'; '.join(quiet)}.", 0, NAME)
    return out


def _of_leg(title: str, leg: Leg) -> list[str]:
    if leg.untold:
        return wrap(f"{title}: nothing to set it against. {leg.untold}", 0, NAME)
    if not leg.changes and not leg.facts:
        return []
    out = wrap(title)
    for change in leg.changes:
        out += wrap(f"- {capital(change_text(change))}", 2, 2)
    out += block(leg.facts[:FACTS])
    if len(leg.facts) > FACTS:
        out += wrap(f"and {len(leg.facts) - FACTS} more facts, in JSON and on the page", 2)
    return out
