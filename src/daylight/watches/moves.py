"""Which parts moved a ledger or a chance between two years, and whether they are seen."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.bonds.records import Bond, LedgerResult, Quantity
from daylight.bonds.written import SEEN, named
from daylight.core.status import Known
from daylight.say.lines import small
from daylight.watches.records import Part

SHOWN = 3
"""Parts of a change that are told."""


def parts_of(what: str, before: Bond, now: Bond) -> tuple[Part, ...]:
    """Return all parts that moved, the largest move first.

    Parameters
    ----------
    what : str
        A ledger, ``p_rivalry`` or ``p_warm``.
    before, now : Bond
        By the same data.
    """
    old, new = ({ledger.ledger: ledger for ledger in one.ledgers} for one in (before, now))
    if what in new:
        found = _items(old[what], new[what]) if what in old else ()
    else:
        side = what.removeprefix("p_")
        found = (
            Part(name, named(name), _pull(ledger, side) - _pull(old[name], side), _seen(ledger))
            for name, ledger in new.items()
            if name in old
        )
    moved = [part for part in found if part.move]
    return tuple(sorted(moved, key=lambda part: -abs(part.move)))


def is_seen(parts: Iterable[Part]) -> bool:
    """Whether most of a move is of parts that are seen."""
    parts = tuple(parts)
    seen = sum(abs(part.move) for part in parts if part.seen)
    return bool(parts) and seen >= sum(abs(part.move) for part in parts) / 2


def _items(old: LedgerResult, new: LedgerResult) -> Iterable[Part]:
    before = {item.item: item.points for item in old.items}
    for item in new.items:
        was = before.get(item.item)
        if was is not None:
            move = _middle(item.points) - _middle(was)
            yield Part(item.item, small(item.title), move, item.points.status in SEEN)


def _middle(q: Quantity) -> float:
    """Return the value, or the middle of a band that is too wide for one."""
    if q.value is not None or q.lo is None or q.hi is None:
        return q.value or 0.0
    return (q.lo + q.hi) / 2


def _pull(ledger: LedgerResult, side: str) -> float:
    return getattr(ledger.pull, side) or 0.0


def _seen(ledger: LedgerResult) -> bool:
    """Whether the points of a ledger are seen but for less than a tenth."""
    status: Known = ledger.status
    if status in SEEN:
        return True
    return ledger.value is not None and ledger.carried <= ledger.value / 10
