"""A state's closest and most hostile ties of a year, in lines, and those too unsure for a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from daylight.bonds.many import Case
from daylight.bonds.records import Quantity, Relationship
from daylight.bonds.stands import AT_WAR, FEW, HIGH_CONFLICT, PLAIN, RIVALS, STRANGERS
from daylight.core.status import Known
from daylight.ledgers.item import LEDGERS, Ledger
from daylight.ledgers.stored import chance_of
from daylight.partnerships.lined import ranks
from daylight.partnerships.records import Ranking, Tie
from daylight.store.schemas.ledgers import POINT_STEP

COOPERATION: tuple[Ledger, ...] = tuple(name for name in LEDGERS if name.endswith("cooperation"))
CONFLICT: tuple[Ledger, ...] = tuple(name for name in LEDGERS if name.endswith("conflict"))
OVERALL = "overall"
LEAST: Mapping[str, float] = {OVERALL: 20.0, "military": 10.0, "political": 35.0, "economic": 15.0}
"""Points of cooperation from which on a tie is one to speak of: in 2025 overall 15 % of all pairs
have as many, by one dimension 12, 18 and 29 %. Votes alone give half of all pairs 20 political
points."""
FOES = (AT_WAR, RIVALS, PLAIN["severe_rivalry"])
"""Words of ties that are not called close overall, however much the two trade."""

NOT_COVERED = Ranking((), 0, None, ())


@dataclass(frozen=True, slots=True)
class Entry:
    """One tie before it has a rank.

    Attributes
    ----------
    case : Case
    stands : Relationship
    by : Quantity
        What it is ordered by.
    point : float
        The value carried, even where no number is published.
    first : bool
        Whether it comes before all others.
    """

    case: Case
    stands: Relationship
    by: Quantity
    point: float
    first: bool = False

    @property
    def conflict(self) -> float:
        """Points of the highest ledger of conflict."""
        return max(self.case.ledgers[name].value or 0.0 for name in CONFLICT)


def closest(cases: Sequence[Case], stands: Sequence[Relationship], by: str, count: int) -> Ranking:
    """Rank ties by points of cooperation.

    Parameters
    ----------
    cases, stands : sequence
        All pairs of the state, the other side as `b`, and how the two stand.
    by : str
        A dimension, or "overall": the mean of the three ledgers of cooperation.
    count : int
        Ties shown.

    Notes
    -----
    Cooperation is not netted against conflict: allies in conflict are in this list and in that of
    hostile ties. Only pairs at war and rivals are not called close overall.
    """
    if not cases:
        return NOT_COVERED
    entries = []
    for case, relation in zip(cases, stands, strict=True):
        if by == OVERALL and relation.word in FOES:
            continue
        names = COOPERATION if by == OVERALL else (f"{by}_cooperation",)
        points = [float(np.nan_to_num(case.row[name])) * POINT_STEP for name in names]
        entry = Entry(case, relation, mean([case.ledgers[name] for name in names]),  # type: ignore[index]
                      sum(points) / len(points))  # fmt: skip
        if entry.point >= LEAST[by]:
            entries.append(entry)
    return _ranking(entries, count, lambda e: (-(e.by.value or 0.0), -_overall(e), e.case.b.name))


def hostile(cases: Sequence[Case], stands: Sequence[Relationship], count: int) -> Ranking:
    """Rank ties by the chance of rivalry, and within a line by the highest ledger of conflict.

    Pairs at war come first. A tie is in the list when the two are at war, with a chance of rivalry
    of :data:`~daylight.bonds.stands.FEW` or more, or with as many points of conflict as tear an
    alliance.
    """
    if not cases:
        return NOT_COVERED
    entries = []
    for case, relation in zip(cases, stands, strict=True):
        if relation.word == STRANGERS:
            continue
        point = float(chance_of(np.array(case.row["rivalry"])))
        entry = Entry(case, relation, relation.p_rivalry, point, relation.word == AT_WAR)
        if entry.first or point >= FEW or entry.conflict >= HIGH_CONFLICT:
            entries.append(entry)
    return _ranking(entries, count, lambda e: (-e.conflict, -e.point, e.case.b.name))


def mean(parts: Sequence[Quantity]) -> Quantity:
    """Return the mean of quantities, their errors taken as independent.

    There is none where one of them has no number.
    """
    gone = [q.status for q in parts if q.value is None]
    if gone:
        return Quantity(None, None, None, gone[0])
    n = len(parts)
    value = sum(q.value or 0.0 for q in parts) / n
    low = sqrt(sum(((q.value or 0.0) - (q.lo or 0.0)) ** 2 for q in parts)) / n
    high = sqrt(sum(((q.hi or 0.0) - (q.value or 0.0)) ** 2 for q in parts)) / n
    status: Known = "observed" if all(q.status == "observed" for q in parts) else "carried"
    return Quantity(round(value, 1), round(value - low, 1), round(value + high, 1), status)


def _overall(entry: Entry) -> float:
    return mean([entry.case.ledgers[name] for name in COOPERATION]).value or 0.0


def _ranking(
    entries: Sequence[Entry], count: int, within: Callable[[Entry], tuple[float | str, ...]]
) -> Ranking:
    """Put entries in lines, and those within a line in order."""
    sure = [e for e in entries if e.by.value is not None and not e.first]
    sure.sort(key=lambda e: (-(e.by.value or 0.0), e.case.b.name))
    first = [e for e in entries if e.first]
    lines = ranks([(e.by.lo or 0.0, e.by.hi or 0.0) for e in sure])
    placed = [(1, e) for e in first]
    placed += [(rank + len(first), e) for rank, e in zip(lines, sure, strict=True)]
    placed.sort(key=lambda one: (one[0], *within(one[1])))
    shown = placed[:count]
    last = shown[-1] if shown else None
    more = sum(rank == last[0] for rank, _ in placed[count:]) if last else 0
    full = len(placed) > count
    least = min((e.point for _, e in shown if not e.first), default=0.0) if full else 0.0
    unsure = sorted(
        e.case.b.name for e in entries
        if e.by.value is None and not e.first and e.point >= least
    )  # fmt: skip
    states = {e.case.b.name: e.case.b for e in entries}
    return Ranking(
        tuple(_tie(e, rank) for rank, e in shown), more, len(placed),
        tuple(states[name] for name in unsure),
    )  # fmt: skip


def _tie(entry: Entry, rank: int) -> Tie:
    ledgers = {str(name): q for name, q in entry.case.ledgers.items()}
    stands = entry.stands
    return Tie(
        entry.case.b, rank, entry.by, stands.word, stands.zone, ledgers,
        mean([ledgers[name] for name in COOPERATION]), stands.p_rivalry, stands.status,
    )  # fmt: skip
