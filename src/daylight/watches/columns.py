"""A watch list as a frame: one row for each two states and each thing watched."""

from __future__ import annotations

from typing import Any

from daylight.bonds.records import Quantity
from daylight.watches.records import Leg, Watch
from daylight.watches.words import change_text

NONE = Quantity(None, None, None, "missing")


def columns(answer: Watch) -> dict[str, list[Any]]:
    """Return one row for each two states and each thing watched.

    Parameters
    ----------
    answer : Watch

    Returns
    -------
    dict of str to list
        line, of the file; a, b, the codes of the two; year, last full year at the date; what is
        watched; word, of what is told in words; value, lo and hi with the 90 % band, and status,
        of what is a number; before, lo_before, hi_before and word_before, of the earlier day; and
        changed, what changed and why, empty where nothing did.
    """
    legs = [(entry.line, leg) for entry in answer.entries for leg in entry.legs]
    rows = [
        _row(line, leg, what) for line, leg in legs for what in answer.watched if _is(leg, what)
    ]
    names = ("line", "a", "b", "year", "what", "word", "value", "lo", "hi", "status", "before",
             "lo_before", "hi_before", "word_before", "changed")  # fmt: skip
    return {name: [row[k] for row in rows] for k, name in enumerate(names)}


def _is(leg: Leg, what: str) -> bool:
    return what in leg.now.words or what in leg.now.values


def _row(line: int, leg: Leg, what: str) -> tuple[Any, ...]:
    now, then = leg.now, leg.then
    q = now.values.get(what, NONE)
    old = then.values.get(what, NONE) if then else NONE
    status = q.status if what in now.values else None
    before = then.words.get(what) if then else None
    changed = "; ".join(change_text(c) for c in leg.changes if c.what == what)
    return (line, leg.a.code, leg.b.code, now.year, what, now.words.get(what), q.value, q.lo, q.hi,
            status, old.value, old.lo, old.hi, before, changed)  # fmt: skip
