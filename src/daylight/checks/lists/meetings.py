"""Claims that people or states met at a place and time, against a list with citations.

The list is no census: that it holds no row is not evidence against a claim. What counts against
one is a row that has the same people elsewhere on the day, or a named summit at another time.
"""

from __future__ import annotations

import re

from daylight.checks.commands import literal, sql
from daylight.checks.known import Known
from daylight.checks.lists.meeting_rows import began, during, figure, sure, told, took_part
from daylight.checks.lists.telling_words import stems
from daylight.checks.lists.venues import named, town, towns
from daylight.checks.terms.times import other_years
from daylight.checks.verdict import UNKNOWN, Verdict, Word, silent, turned
from daylight.claims.records import Actor, Claim
from daylight.cohesion.spells import Row
from daylight.say.lines import listed

TABLES = ("meetings",)
FIRST = re.compile(r"\bfirst (?:time|talks|met|meeting|sat|summit|encounter|visit)")
EVENT = re.compile(
    r"\b(?:summit|conference|congress|signing|treaty|accords?|pact)\b", re.IGNORECASE
)
SELDOM = 2
"""Meetings of some people up to which a second one within a month is not likely."""
RULE = "who, when and where, against the rows of a list of meetings, each with its citation"


def meeting(claim: Claim, known: Known) -> Verdict:
    """Decide whether people or states met at a place and time."""
    rows = known.table("meetings")
    people = tuple(dict.fromkeys((*claim.subject, *claim.object)))
    if len(people) < 2 or not rows:
        return silent("The text does not settle who met, or no list of meetings is at hand.")
    found = [
        row
        for row in rows
        if began(row).last <= known.on and all(took_part(actor, row) for actor in people)
    ]
    query = (_query(people, known),)
    if not found:
        names = listed([actor.name for actor in people])
        text = f"The list, which is not complete, holds no meeting of {names} up to then."
        return silent(text, query, TABLES)
    return _judged(claim, found, known, query)


def _judged(claim: Claim, found: list[Row], known: Known, query: tuple[str, ...]) -> Verdict:
    window = claim.window
    timed = [row for row in found if window is None or during(row, window)]
    here = [row for row in found if _at(claim, row)]
    elsewhere = _elsewhere(claim, known)
    best = next((row for row in timed if row in here), None)
    if best is None and not elsewhere and timed and (window is not None or claim.negated):
        best = timed[-1]
    if best is not None:
        return _met(claim, best, found, known, query)
    against = _against(claim, timed, here, len(found) <= SELDOM)
    shown = against or (timed or here or found)[-1]
    text = f"On record: {told(shown, known)}."
    if against is None:
        text += " The list of meetings is not complete, so that another is not ruled out."
    word: Word = turned("contradicted", claim.negated) if against else UNKNOWN
    return Verdict(word, text, RULE, query, (figure(shown, known),), TABLES)


def _met(
    claim: Claim, best: Row, found: list[Row], known: Known, query: tuple[str, ...]
) -> Verdict:
    """Return the verdict where the meeting is on record: it may not have been the first."""
    before = [row for row in found if sure(row) and row["last"] < best["first"]]
    if FIRST.search(claim.text) and before:
        text = f"They had met before: {told(before[0], known)}."
        word = turned("contradicted", claim.negated)
        return Verdict(word, text, RULE, query, (figure(before[0], known),), TABLES)
    text = f"On record: {told(best, known)}."
    if claim.window is None and other_years(claim.sentence, best["first"], best["last"]):
        text += " The sentence names another year, of which it is not clear what it is the time of."
        return Verdict(UNKNOWN, text, RULE, query, (figure(best, known),), TABLES)
    if not sure(best):
        text += " Nothing seen bears out this row."
    elif FIRST.search(claim.text):
        text += " The list holds no earlier meeting of them, but it is not complete."
    word = turned("supported", claim.negated) if sure(best) else UNKNOWN
    return Verdict(word, text, RULE, query, (figure(best, known),), TABLES)


def _against(claim: Claim, timed: list[Row], here: list[Row], seldom: bool) -> Row | None:
    """Return a row that denies a claim: the people elsewhere then, or the event at another time."""
    window = claim.window
    if window is None:
        return None
    if window.precision == "day" or (window.precision == "month" and seldom):
        certain = [row for row in timed if sure(row)]
        if certain:
            return certain[-1]
    named_event = [row for row in here if sure(row) and _is_named(claim, row)]
    return named_event[0] if len(named_event) == 1 else None


def _is_named(claim: Claim, row: Row) -> bool:
    """Whether a text names the event of a row, such as a summit, and not only the people."""
    return bool(EVENT.search(claim.sentence) and EVENT.search(row["event"])) or (
        bool(stems(row["event"]) & stems(town(row))) and "visit" not in row["event"].lower()
    )


def _at(claim: Claim, row: Row) -> bool:
    return any(
        re.search(rf"\b{re.escape(name)}\b", claim.sentence, re.IGNORECASE) for name in towns(row)
    )


def _elsewhere(claim: Claim, known: Known) -> bool:
    """Whether a text names a place of meeting that the list knows, or seems to."""
    places = {name.lower() for row in known.table("meetings") for name in towns(row)}
    return any(name.lower().split(",")[0] in places for name in named(claim.sentence))


def _query(people: tuple[Actor, ...], known: Known) -> str:
    names = [a.name.split()[-1] if a.kind == "leader" else a.ids[0] for a in people if a.ids]
    named_ = " AND ".join(f"participants ILIKE {literal(f'%{name}%')}" for name in names)
    return sql(
        "SELECT m.first, m.last, place, event, participants, confirmed, citation FROM meetings m "
        f"WHERE {named_ or 'true'} AND m.first <= {literal(known.on.isoformat())} ORDER BY m.first"
    )
