"""What a state was to a bloc at a time, against the standing that a text names."""

from __future__ import annotations

import re
from datetime import date

from daylight.checks.blocs.candidates import OFFICIAL
from daylight.checks.blocs.standing import (
    RULE,
    TABLES,
    Case,
    figures,
    spell,
    standing,
)  # fmt: skip
from daylight.checks.commands import bloc as command
from daylight.checks.known import Known, founded
from daylight.checks.terms.times import OPEN, day_of
from daylight.checks.verdict import Verdict, Word, turned
from daylight.claims.records import Claim, Window
from daylight.cohesion.spells import IN_LAW, Row, holds
from daylight.say.dates import day as written
from daylight.say.lines import capital

OUTSIDE = re.compile(r"\boutside\b", re.IGNORECASE)
"""A word that denies membership without a "not"."""
STANDINGS = {
    "observer": ("observer",), "partner": ("partner",), "dialogue": ("partner",),
    "associate": ("partner", "observer"), "candidate": ("candidate", "applicant"),
    "candidacy": ("candidate", "applicant"), "applicant": ("applicant", "candidate"),
    "prospective": ("candidate", "applicant", "contemplated"),
}  # fmt: skip
"""Words of a text, and the standings that they mean."""
FOUNDING = ("founding", "original", "charter", "founder")
LOOSE = "part of"
"""Words by which a partner or an observer may be meant too."""


def stood(case: Case, claim: Claim, known: Known) -> Verdict:
    """Decide what a state was to a bloc at a time."""
    wanted = _wanted(claim)
    negated = claim.negated or bool(OUTSIDE.search(claim.text))
    window = _window(case, claim, known)
    day = day_of(claim, known)
    never = claim.negated and "never" in claim.text.lower()
    spells = [
        row
        for row in case.rows
        if row["status"] in wanted and (never or _touches(row, window, day))
    ]
    there = case.on(day)
    shown = spells[-1] if spells else there
    text = f"{case.name} {_told(there, case, day, known.on)}"
    if spells and there not in spells:
        text = f"{case.name} was {standing(spells[-1], case.bloc)} {spell(spells[-1], known.on)}"
    word: Word = turned("supported" if spells else "contradicted", negated)
    if not spells and there is not None and LOOSE in claim.text.lower():
        word = "mixed"
    rule = RULE if wanted == IN_LAW else f"{' or '.join(wanted)} on the day, by the list of blocs"
    if spells and _earlier(spells[0], window) and word == "supported":
        word, rule = "mixed", "it was all of that time, but had been longer"
    return Verdict(word, f"{capital(text)}.", rule, (command(case.bloc, day),),
                   figures(case, [shown], known), TABLES)  # fmt: skip


def _window(case: Case, claim: Claim, known: Known) -> Window | None:
    """Return the time to look at: that of the beginning for founders, all the past for "was"."""
    row = known.bloc(case.bloc)
    if row is None:
        return claim.window
    if any(word in claim.word("word") for word in FOUNDING):
        return Window(founded(row).first, founded(row).last, "day", "in", 0, 0)
    small = f" {claim.text.lower()} "
    if claim.window is None and (" was " in small or " were " in small):
        return Window(founded(row).first, known.on, "span", "in", 0, 0)
    return claim.window


def _touches(row: Row, window: Window | None, day: date) -> bool:
    """Whether a row holds at the time that a text names."""
    if window is None:
        return holds(row, day)
    if window.how in (*OPEN, "by"):
        return bool(row["start"] <= window.last and (row["end"] is None or row["end"] > day))
    first = date.min if window.how == "before" else window.first
    return bool(row["start"] <= window.last and (row["end"] is None or row["end"] > first))


def _earlier(row: Row, window: Window | None) -> bool:
    """Whether a row had begun well before the time since which a text has it."""
    return (
        window is not None and window.how == "since" and row["start"].year < window.first.year - 1
    )


def _wanted(claim: Claim) -> tuple[str, ...]:
    """Return the standings that the words of a text mean."""
    said = f"{claim.word('word')} {claim.text.lower()}"
    if "full member" in said:
        return IN_LAW
    if OFFICIAL.search(said):
        return ("candidate",)
    return next((found for word, found in STANDINGS.items() if word in said), IN_LAW)


def _told(row: Row | None, case: Case, day: date, on: date) -> str:
    if row is None:
        over = [old for old in case.rows if old["end"] is not None and old["end"] <= day]
        last = (
            f"; it had been {standing(over[-1], case.bloc)} {spell(over[-1], on)}" if over else ""
        )
        return f"had no standing in {case.the_bloc} on {written(day)}{last}"
    return f"was {standing(row, case.bloc)} on {written(day)} ({spell(row, on)})"
