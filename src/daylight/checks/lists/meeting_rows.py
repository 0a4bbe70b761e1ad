"""A row of the list of meetings: who took part, when, and how it is told."""

from __future__ import annotations

from daylight.checks.as_then import at
from daylight.checks.known import Known
from daylight.checks.terms.times import within
from daylight.checks.verdict import Figure, fact
from daylight.claims.records import Actor, Window
from daylight.cohesion.spells import Row
from daylight.core.partial import PartialDate
from daylight.say.dates import partly

SAME_NAME = 92
"""Likeness of names, of 100, from which they are of the same person."""


def sure(row: Row) -> bool:
    """Whether something that was seen bears out a row."""
    return bool(row["confirmed"] != "unconfirmed")


def took_part(actor: Actor, row: Row) -> bool:
    """Whether somebody took part: a person by name, a state by its code."""
    parts = [part.strip() for part in row["participants"].split(";")]
    if actor.kind == "leader":
        people = [part.partition("/")[0] for part in parts if "/" in part]
        return any(_same(person, actor.name) for person in people)
    codes = {code for part in parts for code in (part, part.rpartition("/")[2])}
    return bool(codes & set(actor.ids))


def _same(person: str, name: str) -> bool:
    from rapidfuzz import fuzz  # here because the import is slow

    return (
        person.split()[-1:] == name.split()[-1:] or fuzz.token_set_ratio(person, name) >= SAME_NAME
    )


def began(row: Row) -> PartialDate:
    """Return when a meeting began, as precisely as it is known."""
    return PartialDate(row["first"], row["precision"])


def during(row: Row, window: Window) -> bool:
    """Whether a meeting began at, or went on over, the time that a text names."""
    if within(began(row), window):
        return True
    return window.how == "in" and row["first"] <= window.last and row["last"] >= window.first


def told(row: Row, known: Known) -> str:
    """Write what a meeting was, where, and when."""
    when = at(began(row))
    if row["first"] < row["last"] <= known.on and row["precision"] == "day":
        when = f"from {partly(began(row))} to {partly(PartialDate(row['last'], 'day'))}"
    return f"{row['event']}, {row['place']}, {when}"


def figure(row: Row, known: Known) -> Figure:
    """Return a meeting as a figure."""
    return fact("meeting", told(row, known), row["citation"])
