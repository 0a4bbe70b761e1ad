"""Claims that somebody said something at a place and time, against a list with citations.

The list is no census: that it holds no row is not evidence against a claim.
"""

from __future__ import annotations

import re
from functools import lru_cache

from daylight.actors.find import find
from daylight.checks.as_then import at, note_then
from daylight.checks.commands import literal, sql
from daylight.checks.kept import table_of
from daylight.checks.known import Known
from daylight.checks.lists.likeness import like
from daylight.checks.lists.venues import placed
from daylight.checks.terms.times import within
from daylight.checks.verdict import UNKNOWN, Figure, Verdict, fact, silent, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import Row
from daylight.core.partial import PartialDate
from daylight.say.dates import partly
from daylight.say.lines import counted, small
from daylight.store.atlas import Atlas

TABLES = ("statements",)
NO_RECORD = re.compile(r"apocryph|no record|never said|not found", re.IGNORECASE)
CONFUSED = re.compile(r"^(?:may be confused|to|with)\b:?\s*", re.IGNORECASE)
SAME_NAME = 90
RULE = "speaker, time and place against the row of a list of statements, each with its citation"


def statement(claim: Claim, known: Known) -> Verdict:
    """Decide whether somebody said something at a place and time."""
    who = next((actor for actor in claim.subject if actor.kind == "leader"), None)
    rows = known.table("statements")
    if who is None or not rows:
        return silent("The text does not settle who spoke, or no list of statements is at hand.")
    mine = [row for row in _by(known.atlas, who.name) if _when(row).last <= known.on]
    speaker = mine[0]["speaker"] if mine else who.name
    query = (_query(speaker, known),)
    best = max(
        (like(claim, row, known.atlas) for row in mine), key=lambda one: one.score, default=None
    )
    if best is None or not best.score:
        held = counted(len(mine), "statement")
        text = f"The list holds {held} of {who.name} up to then, and none like this one."
        return silent(text, query, TABLES)
    row = best.row
    if row["confirmed"] == "unconfirmed":
        text = f"Only a row that nothing seen bears out has it: {_told(row)}."
        return Verdict(UNKNOWN, text, RULE, query, (_figure(row),), TABLES)
    if NO_RECORD.search(f"{row['misplaced'] or ''} {row['note'] or ''}"):
        noted = note_then(row["misplaced"], known.on) or note_then(row["note"], known.on)
        text = (
            f"No record of these words is known ({small(noted)})."
            if noted
            else "No record of these words is known."
        )
        return Verdict(UNKNOWN, text, RULE, query, (_figure(row),), TABLES)
    return _judged(claim, row, known, query)


def _judged(claim: Claim, row: Row, known: Known, query: tuple[str, ...]) -> Verdict:
    """Return the verdict on a claim about a row, by time, place, and the states that it names."""
    wrong = []
    if claim.window is not None and not within(_when(row), claim.window):
        wrong.append("time")
    where = placed(claim.sentence, row, known.atlas)
    if where is False:
        wrong.append("place")
    text = f"It was said {at(_when(row))}: {_where(row)}."
    confused = CONFUSED.sub("", note_then(row["misplaced"], known.on))
    if confused and wrong:
        text += f" A known confusion: {confused}."
    others = _states(claim, row, known)
    if others:
        text += f" What was said: {small(row['gist'])}."
        wrong.append("states named")
    if wrong:
        text += f" The text differs in the {' and the '.join(wrong)}."
    word = turned("contradicted" if wrong else "supported", _denied(claim))
    return Verdict(word, text, RULE, query, (_figure(row),), TABLES)


def _states(claim: Claim, row: Row, known: Known) -> bool:
    """Whether a text names other states than a row does, in a list that is else the same."""
    speaker = {code for actor in claim.subject for code in actor.ids}
    one, other = (
        {m.ids[0] for m in find(text, known.on) if m.kind == "state" and len(m.ids) == 1} - speaker
        for text in (claim.sentence, row["gist"])
    )
    return (
        len(one) > 1
        and len(other) > 1
        and bool(one & other)
        and bool(one - other)
        and bool(other - one)
    )


def _denied(claim: Claim) -> bool:
    """Whether a text denies that the words were said, not something else in the sentence."""
    word = re.escape(claim.word("word").split(" ")[0][:4])
    denial = rf"\b(?:never|not|denied)\s(?:\w+\s){{0,2}}{word}|n['’]t\s(?:\w+\s){{0,2}}{word}"
    return claim.negated and bool(word) and bool(re.search(denial, claim.sentence, re.IGNORECASE))


@lru_cache(maxsize=512)
def _by(atlas: Atlas, name: str) -> tuple[Row, ...]:
    """Return the rows of a speaker."""
    return tuple(row for row in table_of(atlas, "statements") if _same(row["speaker"], name))


def _same(speaker: str, name: str) -> bool:
    from rapidfuzz import fuzz  # here because the import is slow

    return (
        speaker.split()[-1] == name.split()[-1] or fuzz.token_set_ratio(speaker, name) >= SAME_NAME
    )


def _when(row: Row) -> PartialDate:
    return PartialDate(row["day"], row["precision"])


def _where(row: Row) -> str:
    event = row["event"] if row["event"] != row["place"] else row["venue"]
    return f"{event or row['venue']}, {row['place']}"


def _told(row: Row) -> str:
    return f"{row['speaker']}, {_where(row)}, {partly(_when(row))}"


def _figure(row: Row) -> Figure:
    return fact("statement", f"{_told(row)}: {row['gist']}", row["citation"])


def _query(speaker: str, known: Known) -> str:
    return sql(
        "SELECT day, venue, event, place, gist, phrase, confirmed, citation FROM statements "
        f"WHERE speaker = {literal(speaker)} AND day <= {literal(known.on.isoformat())} "
        "ORDER BY day"
    )
