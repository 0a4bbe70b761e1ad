"""Claims about whose forces are at which place, against a list with citations and troop counts.

The list is no census: that it names a place with other forces is not evidence against a claim.
"""

from __future__ import annotations

import re
from dataclasses import replace

from daylight.checks.by_measure.amounts import quantity
from daylight.checks.known import Known
from daylight.checks.lists import used_places as places
from daylight.checks.lists.used_places import TABLES
from daylight.checks.terms.times import unsettled, year_of
from daylight.checks.terms.two_states import named
from daylight.checks.troops.amounts import TABLES as COUNTS
from daylight.checks.troops.amounts import figure as troops_figure
from daylight.checks.troops.amounts import query_of as troops_query
from daylight.checks.troops.amounts import told, troops
from daylight.checks.troops.change import changed, number_said, troops_changed
from daylight.checks.verdict import SOME, UNKNOWN, Verdict, Word, silent, turned
from daylight.claims.records import Claim, Window
from daylight.cohesion.spells import Row
from daylight.core.refs import StateRef

GONE = re.compile(
    r"\b(?:clos(?:ed?|ing)|left|vacated|abandoned|evacuated|withdr[ae]w\w*|lost|gave up|pulled)\b",
    re.IGNORECASE,
)
MANY = 100
"""Troops from which a state has forces in another; fewer may be the guards of an embassy."""
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
    rows = places.rows_of(where, known)
    used = [
        row for row in rows if owner.code in places.codes(row["users"]) and places.begun(row, known)
    ]
    query = (places.query_of(where, owner, known),)
    if where.kind == "place":
        if not rows:
            return silent(NOT_LISTED.format(where.name), query, TABLES)
        if not used:
            text = NOT_THERE.format(named(owner), where.name)
            return silent(text, query, TABLES)
        return _of_place(claim, used, owner, known, query)
    found = _of_place(claim, used, owner, known, query) if used else None
    if found is not None and found.word in ("supported", SOME, "contradicted"):
        return found
    return _of_state(claim, owner, known, query, found)


def _of_place(
    claim: Claim, used: list[Row], owner: StateRef, known: Known, query: tuple[str, ...]
) -> Verdict:
    """Return the verdict by the rows of places that a state used."""
    time = claim.window or Window(known.on, known.on, "day", "in", 0, 0)
    gone = bool(GONE.search(claim.text))
    told_ = [(row, places.in_use(row, time, gone, known)) for row in used]
    row, there = next(((r, t) for r, t in told_ if t), told_[0])
    when = places.spell(row, known) or "from when to when is not known"
    text = f"{row['name']}: forces of {named(owner)}, {when}."
    if row["confirmed"] == "unconfirmed":
        text = f"Only a row that nothing seen bears out has it. {text}"
        return Verdict(UNKNOWN, text, RULE, query, (places.figure(row, known),), TABLES)
    word: Word = UNKNOWN if there is None else "supported" if there else "contradicted"
    guests = [code for code in places.codes(row["users"]) if code != places.host_of(row, known)]
    rule = RULE
    if len(guests) > 1 and there:
        word, rule = SOME, SEVERAL
        text += " Others used it too, and the list does not say when each did."
    return Verdict(
        turned(word, claim.negated), text, rule, query, (places.figure(row, known),), TABLES
    )


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
    word: Word = "supported" if (count >= MANY) != gone else "contradicted"
    rule = f"by the count of the year; forces from {MANY} troops on, none with no troops"
    if 0 < count < MANY:
        word = UNKNOWN
    return Verdict(turned(word, claim.negated), told(count, owner, host, year), rule,
                   troops_query(known, owner, host, year), (troops_figure(count, year),),
                   COUNTS)  # fmt: skip
