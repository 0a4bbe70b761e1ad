"""What is said of a bond: the sentence on how two states stand, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daylight.bonds.reasons import (
    BINDING,
    DIVIDING,
    TRADE,
    Made,
    Reason,
    no_promise,
    reasons,
    trade,
)
from daylight.bonds.records import Bond, LedgerResult, Quantity, Relationship, pointer
from daylight.bonds.stands import (
    ALLIES,
    AT_WAR,
    FEW,
    HALF,
    HIGH_CONFLICT,
    LITTLE,
    PACT,
    PLAIN,
    RIVALS,
    STRANGERS,
    TORN,
)  # fmt: skip
from daylight.bonds.written import carried_of, ledger_text, named, whole
from daylight.core.refs import in_text
from daylight.core.request import Request
from daylight.core.said import Finding, Summary
from daylight.facts.lines import written
from daylight.facts.records import Fact
from daylight.ledgers.relationship.form import ZONES
from daylight.say.lines import capital, counted, listed
from daylight.say.numbers import percent, share
from daylight.say.words import Rule, Scale, Words

LIKELY = Scale(
    "Likelihood",
    "chances in 100",
    ((90.0, "very likely"), (66.0, "likely"), (34.0, "open"), (11.0, "unlikely")),
    "very unlikely",
)
RULES: Mapping[str, Rule] = {
    AT_WAR: Rule("At war: fatal conflict between the two in the year."),
    ALLIES: Rule(
        f"Allies: a promise of defence is in force and the chance of rivalry is under {share(FEW)}."
    ),
    TORN: Rule(
        f"{capital(TORN)}: a promise of defence is in force, with {HIGH_CONFLICT:.0f} or more "
        f"points of military conflict."
    ),
    PACT: Rule(
        f"{capital(PACT)}: only a pact of more than ten states without a command holds a promise "
        f"of defence, and the chance of rivalry is under {share(FEW)}."
    ),
    RIVALS: Rule(f"Rivals: a chance of rivalry of {share(HALF)} or more."),
    STRANGERS: Rule(
        f"{capital(STRANGERS)}: under "
        + listed(
            f"{least:g} point{'s' * (least != 1)} of {named(name)}"
            for name, least in LITTLE.items()
        )
        + "."
    ),
}
"""What stands behind each word that facts and ledgers give."""
ZONE_RULE = Rule(
    "Words of the peace scale, where one zone has half of the chance: "
    + "; ".join(f"{named(zone)}, {PLAIN[zone]}" for zone in ZONES)
    + ". Between two: the ends of the middle half of the chance."
)
WORDS: Words = (*RULES.values(), ZONE_RULE, TRADE, LIKELY)
"""All of them, in the order in which the first that holds gives the word."""
HOSTILE = (AT_WAR, TORN, RIVALS, PLAIN["severe_rivalry"])
"""Words after which what divides the two is named first."""
PEACEFUL = (PLAIN["negative_peace"], PLAIN["warm_peace"])
"""Words after which it is told that no promise of defence is known."""
MOST_WORDS, MOST_REASONS, MOST_FIRST, MOST_SECOND = 25, 4, 3, 2
"""Words of the first sentence and reasons in it; of these, of the side that the word is on, and of
the other."""
MOST_CARRIED = 2
"""Ledgers of which it is told how many points are carried; the others are named."""


def summary(asked: Request, stands: Relationship, made: Made, facts: Sequence[Fact]) -> Summary:
    """Return the answer in a sentence or two, and the findings."""
    names = listed(in_text(state.name) for state in asked.states)
    first = _stands(names, asked.year, stands, made)
    second = _chances(stands)
    carried = _carried(asked.year, made)
    headline = f"{first.text}. {second.text}. {carried.text}."
    return Summary(headline, (first, second, carried, _ledgers(made), newest(facts)))


def _stands(names: str, year: int, stands: Relationship, made: Made) -> Finding:
    verb = "had" if stands.word == STRANGERS else "were"
    text = f"{names} {verb} {stands.word} in {year}"
    chosen = _reasons(stands.word, year, made, MOST_WORDS - len(text.split()))
    if chosen:
        text += f": {listed(reason.text for reason in chosen)}"
    rests = (pointer for reason in chosen for pointer in reason.evidence)
    return Finding("relationship", capital(text), ("/relationship/word", *dict.fromkeys(rests)))


def _reasons(word: str, year: int, made: Made, room: int) -> list[Reason]:
    """Return what to name, in the order in which it is told; of items as many as there is room for.

    That no promise is known, and how much trade there is, stay: the others weigh by their points.
    """
    sides = (DIVIDING, BINDING) if word in HOSTILE else (BINDING, DIVIDING)
    first, second = (reasons(made, side, year) for side in sides)
    kept = [*first[:MOST_FIRST], *second[:MOST_SECOND]][:MOST_REASONS]
    if word == TORN:  # the promise makes them allies, the conflict tears them
        kept = [*second[:1], *first[:MOST_SECOND]]
    ends = [no_promise(made) if word in PEACEFUL else None, trade(made)]
    last = [reason for reason in ends if reason is not None]
    while len(kept) > 1 and len(listed(r.text for r in (*kept, *last)).split()) > room:
        kept.remove(min(reversed(kept[1:]), key=lambda reason: reason.points))
    return [*kept, *last]


def _chances(stands: Relationship) -> Finding:
    """Say how likely rivalry is; and the zone, where it gives the word that was said."""
    if stands.probabilities is None or stands.zone is None:
        text = "No chances are given, since the peace scale codes few pairs like them"
        return Finding("chances", text, ("/relationship/word",))
    parts: list[str] = []
    pointers: list[str] = []
    if stands.word == PLAIN[stands.zone]:
        most = stands.probabilities[stands.zone]
        parts.append(f"{named(stands.zone)} is {LIKELY.word(100 * most)} ({_percent(most)} in 100)")
        pointers += ["/relationship/zone", f"/relationship/probabilities/{stands.zone}"]
    rival = stands.p_rivalry
    if rival.value is not None and rival.lo is not None and rival.hi is not None:
        parts.append(f"rivalry is {LIKELY.word(100 * rival.value)} ({_in_100(rival)})")
        pointers += [f"/relationship/p_rivalry/{end}" for end in ("value", "lo", "hi")]
    else:
        parts.append("the chance of rivalry is too uncertain for a number")
        pointers.append("/relationship/p_rivalry/status")
    return Finding("chances", f"On the peace scale {listed(parts)}", tuple(pointers))


def _in_100(q: Quantity) -> str:
    value, lo, hi = (_percent(x) for x in (q.value, q.lo, q.hi))
    return f"{value} in 100" if lo == value == hi else f"{value} in 100, {lo} to {hi}"


def _percent(chance: float | None) -> str:
    return percent(chance or 0.0).replace("<", "under ").replace(">", "over ")


def _carried(year: int, made: Made) -> Finding:
    """Say how much is carried past its source, or that all is seen."""
    old = {k: v for k, v in made.items() if carried_of(v) >= 1}
    gone = [k for k, v in made.items() if v.status == "not_published"]
    if gone:
        verb = "is" if len(gone) == 1 else "are"
        text = f"{capital(listed(map(named, gone)))} of {year} {verb} too uncertain for a number"
        return Finding("carried", text, tuple(f"{pointer(k)}/status" for k in gone))
    if not old:
        text = f"No points of {year} are carried past the end of a source"
        return Finding("carried", text, tuple(f"{pointer(k)}/carried" for k in made))
    most = sorted(old, key=lambda k: -carried_of(old[k]))
    told = [_part(old[k], k) for k in most[:MOST_CARRIED]]
    if len(most) > MOST_CARRIED:
        told.append(f"fewer points of {listed(map(named, most[MOST_CARRIED:]))}")
    pointers = tuple(f"{pointer(k)}/{end}" for k in most for end in ("carried", "value"))
    return Finding("carried", f"Carried past the end of a source: {listed(told)}", pointers)


def _part(ledger: LedgerResult, name: str) -> str:
    return f"{whole(carried_of(ledger))} of {whole(ledger.value or 0)} points of {named(name)}"


def _ledgers(made: Made) -> Finding:
    told = [f"{named(k)} {ledger_text(v)}" for k, v in made.items()]
    pointers = tuple(f"{pointer(k)}/{end}" for k in made for end in ("value", "lo", "hi", "status"))
    return Finding("ledgers", capital(f"points of 100: {listed(told)}"), pointers)


def newest(facts: Sequence[Fact]) -> Finding:
    """Say how many dated facts are known, and of when the newest is."""
    if not facts:
        return Finding("known", "No dated fact of the two is known", ("/known",))
    text = f"{counted(len(facts), 'dated fact')} of the two, the newest of {written(facts[0].when)}"
    return Finding("known", capital(text), ("/known/0/day",))


def used(bond: Bond) -> Words:
    """Return the scales and rules of the words that were said."""
    if not bond.history:
        return ()
    return RULES.get(bond.relationship.word, ZONE_RULE), TRADE, LIKELY
