"""Claims made by hand, for the checks that decide them."""

from __future__ import annotations

from datetime import date
from typing import Any

from daylight.checks.decide import decide
from daylight.checks.known import Known
from daylight.checks.verdict import Verdict
from daylight.claims.records import Actor, Claim, Window
from daylight.store.atlas import Atlas, current


def state(code: str, name: str = "") -> Actor:
    return Actor("state", name or code, (code,))


def bloc(name: str) -> Actor:
    return Actor("bloc", name, (name,))


def leader(name: str, code: str) -> Actor:
    return Actor("leader", name, (code,))


def year(first: int, last: int | None = None, how: str = "in") -> Window:
    precision: Any = "year" if last is None else "span"
    return Window(date(first, 1, 1), date(last or first, 12, 31), precision, how, 0, 4)


def claim(type_: Any, relation: str, text: str = "a claim", **more: Any) -> Claim:
    """Return a claim; parts as a dict."""
    parts = tuple(more.pop("parts", {}).items())
    sentence = more.pop("sentence", text)
    return Claim(type_, relation, 0, len(text), text, sentence, parts=parts, **more)


def of_two(
    type_: Any, relation: str, one: str, other: str, text: str = "a claim", **more: Any
) -> Claim:
    """Return a claim about two states."""
    return claim(type_, relation, text, subject=(state(one),), object=(state(other),), **more)


def in_bloc(relation: str, code: str, name: str, text: str = "a claim", **more: Any) -> Claim:
    """Return a claim about a state and a bloc."""
    subject, object_ = (state(code),), (bloc(name),)
    return claim("membership", relation, text, subject=subject, object=object_, **more)


def judged(made: Claim, day: str, atlas: Atlas | None = None) -> Verdict:
    """Return the verdict on a claim of a text of a day."""
    return decide(made, Known(atlas or current(), date.fromisoformat(day)))
