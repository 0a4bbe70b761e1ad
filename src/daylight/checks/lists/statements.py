"""Claims that somebody said something at a place and time, against a list with citations.

The list is no census: that it holds no row is not evidence against a claim.
"""

from __future__ import annotations

import re
from functools import lru_cache

from daylight.checks.as_then import at, note_then
from daylight.checks.commands import literal, sql
from daylight.checks.kept import table_of
from daylight.checks.known import Known
from daylight.checks.lists.differences import denied, doubt, wrong_in
from daylight.checks.lists.likeness import Like, like
from daylight.checks.lists.scene_of_saying import scene_of
from daylight.checks.lists.telling_words import stems
from daylight.checks.verdict import SOME, UNKNOWN, Figure, Verdict, fact, silent, turned
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
RULE = "speaker, words, time and place against a row of the list of statements, with its citation"
LIKE = "by likeness of words to a row of the list; whether the text tells it fairly is not decided"


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
        held = counted(len(mine), "statement") if mine else "no statement"
        text = f"The list, which is not complete, holds {held} of {who.name} up to then"
        return silent(f"{text}{', and none like this one' if mine else ''}.", query, TABLES)
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
    return _judged(claim, best, known, query)


def _judged(claim: Claim, best: Like, known: Known, query: tuple[str, ...]) -> Verdict:
    """Return the verdict on a claim about a row, by time, place, and the states that it names.

    Nothing is denied where it may be another saying; where no words of the row stand in the text,
    whether it tells the saying fairly is left to the reader.
    """
    row, scene = best.row, scene_of(claim.sentence)
    wrong = [*wrong_in(claim, row, scene, known)]
    phrase = str(row["phrase"] or "").split(" // ")[0]
    text = f"It was said {at(_when(row))}, {_where(row)}: {small(row['gist'])}"
    text += f" (“{phrase}”)." if phrase and phrase.isascii() else "."
    if wrong:
        text += f" The text differs in the {' and the '.join(wrong)}."
        confused = CONFUSED.sub("", note_then(row["misplaced"], known.on))
        told = stems(confused) & stems(claim.sentence) - stems(row["speaker"])
        text += f" A known confusion: {confused}." if told else ""
    figures = (_figure(row),)
    if wrong and not best.same:
        text += " It may be another saying, and the list is not complete."
        return Verdict(UNKNOWN, text, RULE, query, figures, TABLES)
    why = None if wrong else doubt(claim, row, scene, known)
    if why is not None:
        return Verdict(UNKNOWN, f"{text} {why}", RULE, query, figures, TABLES)
    if wrong:
        word = turned("contradicted", denied(claim))
        return Verdict(word, text, RULE, query, figures, TABLES)
    word = turned("supported" if best.quoted else SOME, denied(claim))
    return Verdict(word, text, RULE if best.quoted else LIKE, query, figures, TABLES)


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
