"""Claims that states may join a bloc: candidates, applicants, and those that are talked of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from daylight.checks.as_then import dated, note_then
from daylight.checks.blocs.standing import (
    TABLES,
    WAITING,
    Case,
    cases,
    figures,
    spell,
    standing,
    unsettled,
)  # fmt: skip
from daylight.checks.commands import bloc as command
from daylight.checks.known import Known
from daylight.checks.terms.times import OPEN, day_of, within
from daylight.checks.verdict import UNKNOWN, Verdict, Word, agreed, silent, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import IN_LAW, Row, holds
from daylight.say.dates import day as written
from daylight.say.lines import capital

OFFICIAL = re.compile(
    r"(?:official|formal) candidate|candidate status|status of a candidate|"
    r"(?:made|named|became|granted|been an?|accepted as) (?:[a-z]+ )?candidate"
)
APPLIED = re.compile(r"appl(?:y|ied|ication)|bid\b")
BECAME = re.compile(r"\b(?:applied|granted|made|named|became|accepted|received|got|given)\b")
"""Words of an act that came at a time, not of what somebody was then."""
ADDRESS = re.compile(r" ?\([^()]*(?:https?:|page|press release)[^()]*\)*")
RULE = "a wish, application or discussion of membership that is on record"


def candidate(claim: Claim, known: Known) -> Verdict:
    """Decide whether states were candidates, had applied, or were said to consider joining."""
    found = cases(claim, known)
    if found is None:
        return silent(unsettled(claim, known))
    day = day_of(claim, known)
    decided = [_decided(case, claim, day, known) for case in found]
    return Verdict(
        agreed(word for word, _, _ in decided),
        " ".join(capital(text) for _, text, _ in decided),
        RULE,
        tuple(dict.fromkeys(command(case.bloc, day) for case in found)),
        tuple(
            figure
            for case, (_, _, row) in zip(found, decided, strict=True)
            for figure in figures(case, [row], known)
        ),
        TABLES,
    )


def _decided(case: Case, claim: Claim, day: date, known: Known) -> tuple[Word, str, Row | None]:
    wanted = _wanted(claim)
    rows = list(_rows(case, claim, day))
    fits = next((row for row in rows if row["status"] in wanted), None)
    row = fits or next(iter(rows), None)
    if row is None:
        return UNKNOWN, f"{_unlisted(case, day, known)}.", None
    sure = fits is not None or row["status"] in (*IN_LAW, *WAITING)
    if claim.negated and fits is None and row["status"] in IN_LAW:
        return "supported", f"{_sentence(case, row, day, known)}.", row
    word: Word = "supported" if fits else "contradicted" if sure else "mixed"
    if fits is not None and not _began_then(claim, fits):
        word = "contradicted"
    return turned(word, claim.negated), f"{_sentence(case, row, day, known)}.", row


def _began_then(claim: Claim, row: Row) -> bool:
    """Whether a standing began when a text has it that a state applied, or was made a candidate."""
    window = claim.window
    if window is None or window.how != "in" or not BECAME.search(claim.text):
        return True
    start = dated(row["start"], row["start_precision"])
    return start is None or within(start, window)


def _rows(case: Case, claim: Claim, day: date) -> Iterator[Row]:
    """Yield the rows that hold at the time of a claim."""
    window = claim.window
    if claim.negated and "never" in claim.text.lower():
        yield from case.rows
    elif window is not None and window.how not in OPEN and window.last <= day:
        for row in case.rows:
            if row["start"] <= window.last and (row["end"] is None or row["end"] > window.first):
                yield row
    else:
        yield from (row for row in case.rows if holds(row, day))


def _wanted(claim: Claim) -> tuple[str, ...]:
    """Return the standings that the words of a text mean."""
    said = claim.text.lower()
    if OFFICIAL.search(said):
        return ("candidate",)
    return ("applicant", "candidate") if APPLIED.search(said) else WAITING


def _unlisted(case: Case, day: date, known: Known) -> str:
    text = f"the list does not name {case.name} as a candidate of {case.the_bloc} on {written(day)}"
    last = next((row for row in reversed(case.rows) if row["status"] in WAITING), None)
    return f"{text}; it was {standing(last, case.bloc)} {spell(last, known.on)}" if last else text


def _sentence(case: Case, row: Row, day: date, known: Known) -> str:
    if row["status"] in IN_LAW:
        return f"{case.name} was already a member of {case.the_bloc} on {written(day)}"
    text = f"{case.name} was {standing(row, case.bloc)} on {written(day)}"
    if row["status"] != "contemplated":
        return f"{text} ({spell(row, known.on)})"
    noted = _said(note_then(row["note"], known.on))
    return f"{text} ({noted})" if noted else text


def _said(note: str) -> str:
    """Return the first part of a note, which says who spoke of it, without addresses."""
    plain = ADDRESS.sub("", note)
    first = plain.split("; ")[0].strip()
    return first if first.startswith("said") else ""
