"""A state's closest and most hostile ties of a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from daylight.bonds.cases import Case
from daylight.bonds.records import Quantity, Relationship
from daylight.bonds.stands import AT_WAR, FEW, HALF, HIGH_CONFLICT, STRANGERS
from daylight.partnerships.listed import Entry, ranking
from daylight.partnerships.points import CONFLICT, COOPERATION, mean, mean_points, points, rivalry
from daylight.partnerships.records import Ranking
from daylight.store.schemas.ledgers import Ledger

OVERALL = "overall"
LEAST: Mapping[str, float] = {OVERALL: 20.0, "military": 10.0, "political": 35.0, "economic": 15.0}
"""Points of cooperation from which on a tie is one to speak of: in 2025 overall 15 % of all pairs
have as many, by one dimension 12, 18 and 29 %. Votes alone give half of all pairs 20 political
points."""
NOT_COVERED = Ranking((), 0, None, ())
NOT_KNOWN = Quantity(None, None, None, "missing")


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
    Cooperation is not netted against conflict: allies in conflict may be in this list and in that
    of hostile ties. Only foes (:func:`foes`) are not called close overall. A tie of which one of
    the ledgers is not known has no place.
    """
    if not cases:
        return NOT_COVERED
    names = tuple(n for n in COOPERATION if by in (OVERALL, n.removesuffix("_cooperation")))
    entries = []
    for case, relation in zip(cases, stands, strict=True):
        if by == OVERALL and foes(case, relation):
            continue
        point = mean_points(case, names)
        if point is None or point >= LEAST[by]:
            within = _last_if_unknown(point, mean_points(case, COOPERATION))
            value = mean([case.ledgers[name] for name in names])
            entries.append(Entry(case, relation, value, point, within))
    return ranking(entries, count)


def foes(case: Case, stands: Relationship) -> bool:
    """Whether two are at war, or as likely rivals as not."""
    return stands.word == AT_WAR or _at_least(rivalry(case), HALF)


def hostile(cases: Sequence[Case], stands: Sequence[Relationship], count: int) -> Ranking:
    """Rank ties by the chance of rivalry, and within a line by the highest ledger of conflict.

    Pairs at war come first. A tie is in the list when the two are at war, with a chance of rivalry
    of :data:`~daylight.bonds.stands.FEW` or more, or with as many points of conflict as tear an
    alliance. Where none of this is known to hold, and not all is known, it has no place.
    """
    if not cases:
        return NOT_COVERED
    names = conflict_of(cases)
    entries = []
    for case, relation in zip(cases, stands, strict=True):
        if relation.word == STRANGERS:
            continue
        known = [x for name in names if (x := points(case, name)) is not None]
        most, chance = max(known, default=None), rivalry(case)
        at_war = relation.word == AT_WAR
        if at_war or _at_least(chance, FEW) or _at_least(most, HIGH_CONFLICT):
            within = _last_if_unknown(most, chance)
            entries.append(Entry(case, relation, relation.p_rivalry, chance, within, at_war))
        elif chance is None or len(known) < len(names):
            entries.append(Entry(case, relation, NOT_KNOWN, None, ()))
    return ranking(entries, count)


def conflict_of(cases: Sequence[Case]) -> tuple[Ledger, ...]:
    """Return the ledgers of conflict that any of the pairs has.

    One that none has, as economic conflict before 1950, tells no pair from another.
    """
    return tuple(n for n in CONFLICT if any(points(case, n) is not None for case in cases))


def _at_least(value: float | None, least: float) -> bool:
    return value is not None and value >= least


def _last_if_unknown(*values: float | None) -> tuple[float, ...]:
    return tuple(-inf if value is None else value for value in values)
