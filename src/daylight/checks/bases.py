"""Claims about whose forces are at which place, against a list with citations and troop counts.

The list is no census: that it names a place with other forces is not evidence against a claim.
"""

from __future__ import annotations

import re
from dataclasses import replace

from daylight.checks.amounts import quantity
from daylight.checks.amounts_of_force import TABLES as COUNTS
from daylight.checks.amounts_of_force import figure, query_of, told, troops
from daylight.checks.as_then import dated, span
from daylight.checks.commands import literal, sql
from daylight.checks.known import Known
from daylight.checks.pair_of import named
from daylight.checks.times import unsettled, year_of
from daylight.checks.troop_trend import changed, number_said, troops_changed
from daylight.checks.verdict import SOME, UNKNOWN, Figure, Verdict, Word, fact, silent, turned
from daylight.claims.records import Actor, Claim, Window
from daylight.cohesion.spells import Row
from daylight.core.refs import StateRef

TABLES = ("places",)
FORCES = ("base", "facility")
GONE = re.compile(
    r"\b(?:clos(?:ed?|ing)|left|vacated|abandoned|evacuated|withdr[ae]w\w*|lost|gave up|pulled)\b",
    re.IGNORECASE,
)
FEW = 10
"""Troops from which a state has forces in another."""
NOT_LISTED = "The list of places, which is not complete, does not settle what {} is."
NOT_THERE = "The list of places, which is not complete, has no forces of {} at {}."
SEVERAL = "at a place that had several users, of which the list does not date each"
RULE = "the use of the place on record, with its citation"


def base(claim: Claim, known: Known) -> Verdict:
    """Decide whether forces of a state were at a place, or in another state, at a time."""
    owner = next((s for a in claim.subject if (s := known.state(a.state)) is not None), None)
    if owner is None or not claim.object:
        return silent("The text does not settle whose forces are meant, or where.")
    where = claim.object[0]
    host = known.state(where.state) if where.kind != "place" else None
    if host is not None and changed(claim):
        return troops_changed(claim, known, owner, host)
    if host is not None and number_said(claim) is not None:
        return quantity(replace(claim, value=number_said(claim), measure="troops"), known)
    rows = _rows(where, known)
    used = [row for row in rows if owner.code in _codes(row["users"]) and _begun(row, known)]
    query = (_query(where, owner, known),)
    if where.kind == "place":
        if not rows:
            return silent(NOT_LISTED.format(where.name), query, TABLES)
        if not used:
            text = NOT_THERE.format(named(owner), where.name)
            return silent(text, query, TABLES)
        return _of_place(claim, used, owner, known, query)
    found = _of_place(claim, used, owner, known, query) if used else None
    if found is not None and found.word in ("supported", SOME):
        return found
    return _of_state(claim, owner, known, query, found)


def _rows(where: Actor, known: Known) -> list[Row]:
    """Return the rows of a place, or of all places of forces in a state."""
    rows = known.table("places")
    if where.kind == "place":
        return [r for r in rows if where.name in (r["name"], *_codes(r["aliases"]))]
    host = known.state(where.state)
    cows = known.numbers(host) if host else ()
    return [row for row in rows if row["cow"] in cows and row["kind"] in FORCES]


def _of_place(
    claim: Claim, used: list[Row], owner: StateRef, known: Known, query: tuple[str, ...]
) -> Verdict:
    """Return the verdict by the rows of places that a state used."""
    time = claim.window or Window(known.on, known.on, "day", "in", 0, 0)
    gone = bool(GONE.search(claim.text))
    told_ = [(row, _holds(row, time, gone, known)) for row in used]
    row, there = next(((r, t) for r, t in told_ if t), told_[0])
    when = _span(row, known) or "from when to when is not known"
    text = f"{row['name']}: forces of {named(owner)}, {when}."
    if row["confirmed"] == "unconfirmed":
        text = f"Only a row that nothing seen bears out has it. {text}"
        return Verdict(UNKNOWN, text, RULE, query, (_figure(row, known),), TABLES)
    word: Word = UNKNOWN if there is None else "supported" if there else "contradicted"
    guests = [code for code in _codes(row["users"]) if code != _host(row, known)]
    rule = RULE
    if len(guests) > 1 and there:
        word, rule = SOME, SEVERAL
        text += " Others used it too, and the list does not say when each did."
    return Verdict(turned(word, claim.negated), text, rule, query, (_figure(row, known),), TABLES)


def _host(row: Row, known: Known) -> str | None:
    return known.of_number(int(row["cow"])).code if row["cow"] is not None else None


def _holds(row: Row, time: Window, gone: bool, known: Known) -> bool | None:
    """Return whether a place was in use, or given up, at a time; None where that is not known."""
    start = row["start"]
    end = row["end"] if row["end"] is not None and row["end"] <= known.on else None
    if gone:
        if end is not None:
            return bool(time.first <= end <= time.last) if _dated_by_text(time) else True
        return False if start is not None and start <= time.last and row["kind"] == "base" else None
    if start is None:
        return None if end is None else bool(time.first <= end)
    return bool(start <= time.last and (end is None or end >= time.first))


def _dated_by_text(time: Window) -> bool:
    """Whether a text gives a time of its own, in which something must have come."""
    return time.end > 0 and time.how == "in"


def _begun(row: Row, known: Known) -> bool:
    return row["start"] is None or bool(row["start"] <= known.on)


def _of_state(
    claim: Claim, owner: StateRef, known: Known, query: tuple[str, ...], found: Verdict | None
) -> Verdict:
    """Return the verdict by the yearly count of troops of a state in another."""
    host, year = known.state(claim.object[0].state), year_of(claim, known)
    if year is None:
        return found or unsettled(known)
    count = troops(known, owner, host, year) if host else None
    if host is None or count is None:
        text = "Neither the list of places nor the counts of troops decide it."
        return found or silent(text, query, (*TABLES, *COUNTS))
    gone = bool(GONE.search(claim.text))
    there = count >= FEW
    word: Word = "supported" if there != gone else "contradicted"
    rule = f"by the count of the year; forces from {FEW} troops on"
    return Verdict(turned(word, claim.negated), told(count, owner, host, year), rule,
                   query_of(known, owner, host, year), (figure(count, year),), COUNTS)  # fmt: skip


def _codes(text: str | None) -> list[str]:
    return [code.strip() for code in (text or "").split(";") if code.strip()]


def _span(row: Row, known: Known) -> str:
    start = dated(row["start"], row["start_precision"])
    return span(start, dated(row["end"], row["end_precision"]), known.on)


def _figure(row: Row, known: Known) -> Figure:
    return fact("place", f"{row['name']} {_span(row, known)}".strip(), row["citation"])


def _query(where: Actor, owner: StateRef, known: Known) -> str:
    at = f"name = {literal(where.name)} OR aliases LIKE {literal(f'%{where.name}%')}"
    host = known.state(where.state)
    if where.kind != "place" and host is not None:
        cows = ", ".join(map(str, known.numbers(host)))
        at = f"cow IN ({cows}) AND users LIKE {literal(f'%{owner.code}%')}"
    return sql(f"SELECT name, users, p.start, confirmed, citation FROM places p WHERE {at}")
