"""Claims about who belongs to a bloc, and in which standing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from daylight.checks.blocs.candidates import OFFICIAL
from daylight.checks.blocs.joined_or_left import moved
from daylight.checks.blocs.standing import (
    RULE,
    TABLES,
    Case,
    cases,
    figures,
    members,
    spell,
    standing,
    unsettled,
)  # fmt: skip
from daylight.checks.commands import bloc as command
from daylight.checks.known import Known, founded
from daylight.checks.terms.times import OPEN, day_of
from daylight.checks.verdict import SOME, Verdict, Word, agreed, silent, turned
from daylight.claims.records import Actor, Claim, Window
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
FIRST = 3
ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth")  # fmt: skip
ORDINAL = re.compile(
    rf"\b(?:(?P<n>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)})) (?:full )?member\b",
    re.IGNORECASE,
)
"""Words for the how manieth member a state is."""
LASTING = re.compile(r"\b(?:belong\w*|been|sat|sits?|stayed|remained)\b")
FOUNDING = ("founding", "original", "charter", "founder")
LOOSE = "part of"
"""Words by which a partner or an observer may be meant too."""


def membership(claim: Claim, known: Known) -> Verdict:
    """Decide who belonged to what at a time."""
    several = next((actor for actor in claim.subject if len(actor.ids) > 1), None)
    if several is not None:
        return _either(claim, several, known)
    found = cases(claim, known)
    if found is None:
        return silent(unsettled(claim, known))
    decide = moved if claim.relation in ("join", "leave") and not _lasting(claim) else _stood
    verdict = _together([decide(case, claim, known) for case in found])
    return _numbered(verdict, found[0], claim, known) if len(found) == 1 else verdict


def _numbered(verdict: Verdict, case: Case, claim: Claim, known: Known) -> Verdict:
    """Add whether a state was the tenth, or whichever, to come in, where a text says so."""
    said = ORDINAL.search(claim.text)
    if said is None or verdict.word not in ("supported", SOME) or claim.negated or not case.inside:
        return verdict
    wanted = int(said["n"]) if said["n"] else ORDINALS.index(said["word"].lower()) + FIRST
    there = members(known, case.bloc, case.inside[0]["start"])
    text = f"{verdict.answer} With it there were {there} members."
    word = verdict.word if there == wanted else "mixed"
    return replace(verdict, word=word, answer=text, definition=RULE)


def _lasting(claim: Claim) -> bool:
    """Whether a text has a state in a bloc since a time, and not that it came in since."""
    since = claim.window is not None and claim.window.how == "since"
    return claim.relation == "join" and since and bool(LASTING.search(claim.text))


def _either(claim: Claim, actor: Actor, known: Known) -> Verdict:
    """Decide a claim about a name that more than one state has: it may hold of one of them."""
    tried = []
    for code in actor.ids:
        one = Actor(actor.kind, actor.name, (code,))
        subject = tuple(one if other is actor else other for other in claim.subject)
        tried.append((code, membership(replace(claim, subject=subject), known)))
    true = [(code, verdict) for code, verdict in tried if verdict.word in ("supported", SOME)]
    if not true or len(true) == len(tried):
        return _together([verdict for _, verdict in tried])
    code, verdict = true[0]
    return replace(verdict, word=SOME, definition=f"{actor.name} taken for {known.name(code)}")


def _stood(case: Case, claim: Claim, known: Known) -> Verdict:
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


def _together(verdicts: list[Verdict]) -> Verdict:
    """Bring the verdicts on several states or blocs together."""
    return Verdict(
        agreed(verdict.word for verdict in verdicts),
        " ".join(dict.fromkeys(verdict.answer for verdict in verdicts)),
        next((verdict.definition for verdict in verdicts if verdict.definition), None),
        tuple(dict.fromkeys(query for verdict in verdicts for query in verdict.query)),
        tuple(figure for verdict in verdicts for figure in verdict.figures),
        TABLES,
    )
