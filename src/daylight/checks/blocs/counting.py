"""Claims about how many belong to a bloc."""

from __future__ import annotations

from datetime import date

from daylight.checks.blocs.standing import NAMES, RULE, TABLES, the
from daylight.checks.blocs.unlisted import unlisted
from daylight.checks.commands import bloc as command
from daylight.checks.known import Known, founded
from daylight.checks.terms.said_numbers import OVER, UNDER, rounding
from daylight.checks.terms.times import day_of
from daylight.checks.verdict import SOME, UNKNOWN, Figure, Verdict, agreed, silent, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import IN_LAW, Standing, holds, standings
from daylight.say.dates import day as written
from daylight.say.lines import capital, counted, listed

LOOSER = {"observer": ("observer",), "partner": ("partner",)}
NAMED = 12
"""Members up to which all are named."""


def count(claim: Claim, known: Known) -> Verdict:
    """Decide how many members a bloc had on the day, and whether those named are among them."""
    bloc = claim.blocs[0] if claim.blocs else None
    row = known.bloc(bloc) if bloc else None
    if bloc is None or claim.value is None or row is None:
        return silent("The text does not settle which bloc is counted.")
    day = day_of(claim, known)
    if "found" in claim.text.lower() and claim.window is None:
        day = founded(row).last
    statuses = _statuses(claim)
    there = [s for s in standings(known.spells(bloc), day) if s.status in statuses]
    query = (command(bloc, day),)
    if not there:
        text = f"The list names no {_noun(statuses)} of {the(bloc)} on {written(day)}."
        return silent(text, query, TABLES)
    apart = {actor.state for actor in claim.other if actor.state}
    codes = {s.cow: known.of_number(s.cow).code for s in there}
    counts = [cow for cow, code in codes.items() if code not in apart]
    missing = [a.name for a in claim.subject if a.state and a.state not in codes.values()]
    names = listed(sorted(known.name(codes[cow]) for cow in counts)) if counts else ""
    text = _text(known, bloc, day, counted(len(counts), _noun(statuses)), apart)
    text += f": {names}." if names and len(counts) <= NAMED else "."
    if missing:
        text += f" {capital(listed(missing))} {'was' if len(missing) == 1 else 'were'} not one."
    figures = _figures(there, len(counts), names)
    rule = RULE if statuses == IN_LAW else f"states with the standing of {_noun(statuses)}"
    if _fits(claim, len(counts)):
        word = agreed(("supported", "contradicted")) if missing else "supported"
        return Verdict(turned(word, claim.negated), text, rule, query, figures, TABLES)
    other = _otherwise(claim, known, bloc, day, len(apart)) if statuses == IN_LAW else None
    if other and not missing:
        word = turned(SOME, claim.negated)
        return Verdict(word, text, other, query, figures, TABLES)
    if _fits_now(claim, known, bloc, day, statuses):
        text += f" It had as many as the text says on {written(known.on)}, which may be meant."
        return Verdict(UNKNOWN, text, rule, query, figures, TABLES)
    word = turned("contradicted", claim.negated)
    return Verdict(word, text, rule, query, figures, TABLES)


def _fits_now(claim: Claim, known: Known, bloc: str, day: date, statuses: tuple[str, ...]) -> bool:
    """Whether the count is right on the day of the text, where an earlier time is named."""
    now = [s for s in standings(known.spells(bloc), known.on) if s.status in statuses]
    return day < known.on and _fits(claim, len(now))


def _statuses(claim: Claim) -> tuple[str, ...]:
    said = claim.text.lower()
    return next((found for word, found in LOOSER.items() if word in said), IN_LAW)


def _noun(statuses: tuple[str, ...]) -> str:
    return "member" if statuses == IN_LAW else NAMES[statuses[0]]


def _text(known: Known, bloc: str, day: date, many: str, apart: set[str]) -> str:
    besides = f" besides {listed(sorted(known.name(code) for code in apart))}" if apart else ""
    return f"{capital(the(bloc))} had {many}{besides} on {written(day)}"


def _figures(there: list[Standing], many: int, names: str) -> tuple[Figure, ...]:
    cited = "; ".join(dict.fromkeys(str(s.row["citation"]) for s in there[:NAMED]))
    return (Figure("members", float(many), None, None, "states", names or str(many), cited),)


def _fits(claim: Claim, many: int) -> bool:
    """Whether a count is the number of the text, or beyond it where the text says so."""
    said = float(claim.value or 0)
    words = rounding(claim)
    if any(word in words for word in OVER):
        return many >= said if "at least" in words else many > said
    if any(word in words for word in UNDER):
        return many <= said if "at most" in words else many < said
    return many == round(said)


def _otherwise(claim: Claim, known: Known, bloc: str, day: date, apart: int) -> str | None:
    """Return another rule of counting that gives the number of the text."""
    want = round(claim.value or 0) + apart
    rows = [row for row in known.spells(bloc) if holds(row, day)]
    full = sum(row["status"] in ("full", "withdrawing") for row in rows)
    law = sum(row["status"] in IN_LAW for row in rows)
    others = unlisted(bloc, day)
    if want == full != law:
        return "members that are not suspended"
    if others and law < want <= law + len(others):
        return f"with {listed(others)}, which the list of states does not hold"
    if want == law + sum(row["status"] == "candidate" for row in rows) != law:
        return "with those that had signed and were not yet members"
    if want == law - 1 and "other" in claim.text.lower():
        return "without the leading member"
    return None
