"""From ties to a list: in lines, as many as asked for, and those that have no place named apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daylight.bonds.cases import Case
from daylight.bonds.records import Quantity, Relationship
from daylight.partnerships.lined import ranks
from daylight.partnerships.points import COOPERATION, mean
from daylight.partnerships.records import Ranking, Tie


@dataclass(frozen=True, slots=True)
class Entry:
    """One tie before it has a rank.

    Attributes
    ----------
    case : Case
    stands : Relationship
    by : Quantity
        What it is ordered by; without a number it has no place.
    point : float or None
        The value carried, even where no number is published; None where nothing is known.
    within : tuple of float
        What ties of one line are ordered by, highest first.
    first : bool
        Whether it comes before all others.
    """

    case: Case
    stands: Relationship
    by: Quantity
    point: float | None
    within: tuple[float, ...]
    first: bool = False


def ranking(entries: Sequence[Entry], count: int) -> Ranking:
    """Put entries in lines, and those within a line in order; return the first so many."""
    sure = [e for e in entries if e.by.value is not None and not e.first]
    sure.sort(key=lambda e: (-(e.by.value or 0.0), e.case.b.name))
    first = [e for e in entries if e.first]
    lines = ranks([(e.by.lo or 0.0, e.by.hi or 0.0) for e in sure])
    placed = [(1, e) for e in first]
    placed += [(rank + len(first), e) for rank, e in zip(lines, sure, strict=True)]
    placed.sort(key=lambda one: (one[0], *(-x for x in one[1].within), one[1].case.b.name))
    shown = placed[:count]
    last = shown[-1] if shown else None
    more = sum(rank == last[0] for rank, _ in placed[count:]) if last else 0
    least = 0.0
    if len(placed) > count:
        least = min((e.point or 0.0 for _, e in shown if not e.first), default=0.0)
    unsure = [
        e.case.b for e in entries
        if e.by.value is None and not e.first and (e.point is None or e.point >= least)
    ]  # fmt: skip
    unsure.sort(key=lambda state: state.name)
    return Ranking(tuple(_tie(e, rank) for rank, e in shown), more, len(placed), tuple(unsure))


def _tie(entry: Entry, rank: int) -> Tie:
    ledgers = {str(name): q for name, q in entry.case.ledgers.items()}
    stands = entry.stands
    return Tie(
        entry.case.b, rank, entry.by, stands.word, stands.zone, ledgers,
        mean([ledgers[name] for name in COOPERATION]), stands.p_rivalry, stands.status,
    )  # fmt: skip
