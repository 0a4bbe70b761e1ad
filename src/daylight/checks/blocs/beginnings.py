"""Claims about when a bloc began or ended."""

from __future__ import annotations

import re

from daylight.checks.as_then import at, note_then
from daylight.checks.blocs.standing import TABLES, members, the
from daylight.checks.commands import bloc as command
from daylight.checks.known import Known, ended, founded
from daylight.checks.terms.times import within
from daylight.checks.verdict import SOME, Verdict, fact, silent, turned
from daylight.claims.numbers import SMALL
from daylight.claims.records import Claim
from daylight.cohesion.spells import Row
from daylight.core.partial import PartialDate
from daylight.say.dates import day as written
from daylight.say.dates import partly
from daylight.say.lines import capital, counted

ENDS = ("dissolv", "disband", "wound up", "wind up", "ended", "abolish")
DECIDED = re.compile(
    r"\b(?:vot\w+|agree\w*|decid\w+|resolv\w+|plan\w*|promis\w+|talk\w*)\b[^.;]{0,30}\b"
    r"(?:to|on|of) (?:dissolv|disband|wind|end|abolish)",
    re.IGNORECASE,
)
"""Words of a decision to end a bloc, which is not its end."""
WHEN_ONLY = "the date only, not by whom or where"
MORE = re.compile(r"\b(?:by|in|at) (?:[A-Z]|[a-z]+ (?:states|countries|members|nations)\b)")
"""Words that say by whom or where it was."""
FOUNDERS = re.compile(r"\bby (?P<n>\w+) (?:states|countries|members|nations)\b")
"""Words that say how many began it."""
EXACT = ("day", "month")


def beginning(claim: Claim, known: Known) -> Verdict:
    """Decide when a bloc began, or when it ended."""
    row = known.bloc(claim.blocs[0]) if claim.blocs else None
    if row is None or claim.window is None:
        return silent("The text does not settle which bloc, or which time, is meant.")
    over = any(word in claim.word("word") for word in ENDS)
    when = ended(row) if over else founded(row)
    query = (command(row["bloc"], known.on),)
    if over and DECIDED.search(claim.text):
        return silent("The list has when a bloc ended, not when that was decided.", query, TABLES)
    name = capital(the(row["bloc"]))
    if when is None or when.first > known.on:
        text = f"{name} had not ended by {written(known.on)}."
        figure = fact(row["bloc"], f"began {at(founded(row))}", row["citation"])
        word = turned("contradicted", claim.negated)
        return Verdict(word, text, None, query, (figure,), TABLES)
    text = f"{name} {'ended' if over else 'began'} {at(when)}"
    figures = (fact(row["bloc"], partly(when), row["citation"]),)
    if within(when, claim.window):
        word = turned("supported", claim.negated)
        rule = WHEN_ONLY if MORE.search(claim.text) else None
        said = None if over else FOUNDERS.search(claim.sentence)
        there = members(known, row["bloc"], when.last)
        if said is not None and there != SMALL.get(said["n"].lower(), there):
            word, text = "mixed", f"{text}, with {counted(there, 'member')}"
        return Verdict(word, f"{text}.", rule, query, figures, TABLES)
    other = None if over else _otherwise(claim, row, known)
    if other is not None:
        word = turned(SOME, claim.negated)
        return Verdict(word, f"{text}; {other[0]}.", other[1], query, figures, TABLES)
    word = turned("contradicted", claim.negated)
    return Verdict(word, f"{text}.", None, query, figures, TABLES)


def _otherwise(claim: Claim, row: Row, known: Known) -> tuple[str, str] | None:
    """Return what happened at the time of the text that may be meant, and what it is."""
    window = claim.window
    if window is None or (window.precision in EXACT and "into" in claim.word("word")):
        return None
    signed = [PartialDate.read(s["signed"]) for s in known.spells(row["bloc"]) if s["signed"]]
    first = next(
        (day for day in sorted(signed, key=lambda d: d.first) if within(day, window)), None
    )
    if first is not None and first.last <= known.on:
        told = f"its treaty had been signed {at(first)}"
        return told, "the day of signature, not the day on which it came into force"
    year = str(window.first.year)
    noted = note_then(row["note"], known.on)
    if window.precision not in EXACT and year in noted:
        return noted, f"what the list of blocs notes of {year}"
    return None
