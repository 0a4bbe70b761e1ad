"""What changed between two readings of a tie, and why.

A move is parted in two by a reading in between: of the earlier day, by the data of today. From
the earlier reading to that one the data changed, from that one to the present one the world did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daylight.bonds.records import Bond, Quantity
from daylight.endurance.records import Standing
from daylight.facts.records import Fact
from daylight.watches.moves import SHOWN, is_seen, parts_of
from daylight.watches.records import Change, Part, Reading, Why
from daylight.watches.watched import TIE, WATCHABLE, Watchable

UNTOLD: tuple[Standing, ...] = ("cannot be called quiet", "cannot be told")
"""How a tie stands once sources have ended."""
Told = tuple[Reading, Bond]
"""A reading, and the answer that it is from."""


def changes(before: Reading, between: Told, now: Told, watched: Sequence[str]) -> Iterator[Change]:
    """Yield what changed.

    Parameters
    ----------
    before : Reading
        Of the earlier day, as it was told then.
    between : Reading and Bond
        Of the earlier day, as it is told now.
    now : Reading and Bond
    watched : sequence of str
        Names of :data:`daylight.watches.watched.WATCHABLE`.
    """
    for name in watched:
        one = WATCHABLE[name]
        if name in now[0].words:
            yield from _worded(one, before, between, now)
        elif name in now[0].values:
            yield from _by_data(one, before, between[0])
            yield from _by_time(one, between, now)


def _worded(one: Watchable, before: Reading, between: Told, now: Told) -> Iterator[Change]:
    was, word = between[0].words[one.name], now[0].words[one.name]
    told = before.words.get(one.name, was)
    if told != was:
        yield Change(one.name, one.title, "revision", None, None, told, was, None, ())
    if was != word:
        seen = word not in UNTOLD if one.name == TIE else _any_seen(between[1], now[1])
        why: Why = "real change" if seen else "past its source"
        yield Change(one.name, one.title, why, None, None, was, word, None, ())


def _any_seen(between: Bond, now: Bond) -> bool:
    """Whether the largest move of any ledger is seen."""
    moved = [part for ledger in now.ledgers for part in parts_of(ledger.ledger, between, now)]
    return is_seen(moved)


def _by_data(one: Watchable, before: Reading, between: Reading) -> Iterator[Change]:
    old, new = before.values.get(one.name), between.values[one.name]
    if old is None:
        return
    fresh = old.status != "observed" and new.status == "observed"
    if _moved(one, old, new) or (fresh and old.value is None and new.value is not None):
        yield _change(one, "new data" if fresh else "revision", old, new, ())


def _by_time(one: Watchable, between: Told, now: Told) -> Iterator[Change]:
    old, new = between[0].values[one.name], now[0].values[one.name]
    if _moved(one, old, new):
        parts = parts_of(one.name, between[1], now[1])
        yield _change(one, "real change" if is_seen(parts) else "past its source", old, new,
                      parts[:SHOWN])  # fmt: skip


def _moved(one: Watchable, old: Quantity, new: Quantity) -> bool:
    """Whether the middle moved by the margin, or the bands do not meet where there is none."""
    if old.value is None or new.value is None:
        return bool(_apart(old, new))
    return abs(new.value - old.value) >= (one.margin or 0.0)


def _change(
    one: Watchable, why: Why, old: Quantity, new: Quantity, parts: tuple[Part, ...]
) -> Change:
    return Change(one.name, one.title, why, old, new, None, None, _apart(old, new), parts)


def _apart(old: Quantity, new: Quantity) -> bool | None:
    if old.lo is None or old.hi is None or new.lo is None or new.hi is None:
        return None
    return old.hi < new.lo or new.hi < old.lo


def since(facts: Sequence[Fact], day: date) -> tuple[Fact, ...]:
    """Return what began, happened or ended after a day, newest first."""
    fresh = [f for f in facts if f.day > day or (f.standing == "ended" and (f.until or day) > day)]
    return tuple(sorted(fresh, key=lambda f: max(f.day, f.until or f.day), reverse=True))
