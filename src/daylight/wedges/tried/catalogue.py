"""What the list of attempts can be asked: nearest cases, shares of outcomes, offers made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from daylight.core.errors import BadInput
from daylight.store.schemas.attempts import HORIZONS
from daylight.wedges.tried.attempt import Attempt, as_known, shared
from daylight.wedges.tried.distance import WEIGHTS, Case, differences, distance
from daylight.wedges.tried.outcomes import Population, Rate, rate_of

COUNT = 10
GROUPS = ("aim", "instrument", "side", "era", "veto", "upheaval", "answer", "quiet", "doubtful",
          "checked")  # fmt: skip
"""By what shares can be asked; answer, quiet and the last two tell of the list, not the world."""
THREAT = "coercion"


@dataclass(frozen=True, slots=True)
class Near:
    """One attempt with its distance from a case.

    Attributes
    ----------
    rank : int
        From 1; attempts at one distance share it, and the next rank is that much higher.
    tied : int
        How many share the rank, this one too.
    distance : float
        From 0, alike in all that is stated, to 1.
    differs : tuple of str
        Features in which it differs, by half or wholly.
    attempt : Attempt
    """

    rank: int
    tied: int
    distance: float
    differs: tuple[str, ...]
    attempt: Attempt


def nearest(
    rows: Iterable[Attempt],
    case: Case,
    as_of: date | None = None,
    count: int = COUNT,
    weights: Mapping[str, float] = WEIGHTS,
) -> tuple[Near, ...]:
    """Return the attempts nearest to a case, nearest first; of one distance, newest first.

    Parameters
    ----------
    rows : iterable of Attempt
    case : Case
    as_of : date, optional
        Only attempts whose last year was over, and outcomes whose time had passed.
    count : int, optional
        How many at least; a rank that is shared is not cut.
    weights : mapping of str to float, optional
        One of each feature.
    """
    if count < 1:
        raise BadInput(f"count {count}: expected 1 or more")
    alike = [row for row in as_known(rows, as_of) if row.recognition == case.recognition]
    far = {row.id: round(distance(row, case, weights), 9) for row in alike}
    order = sorted(alike, key=lambda row: (far[row.id], -row.last, -row.first, row.id))
    found: list[Near] = []
    for apart, tied in groupby(order, key=lambda row: far[row.id]):
        if len(found) >= count:
            break
        same, rank = list(tied), len(found) + 1
        found += [_near(row, case, rank, len(same), apart) for row in same]
    return tuple(found)


def _near(row: Attempt, case: Case, rank: int, tied: int, apart: float) -> Near:
    differs = tuple(name for name, part in differences(row, case).items() if part)
    return Near(rank, tied, apart, differs, row)


def rates(
    rows: Iterable[Attempt], by: str | None = None, as_of: date | None = None
) -> tuple[Rate, ...]:
    """Return outcomes at each horizon, of attempts and apart of bids for recognition.

    Parameters
    ----------
    rows : iterable of Attempt
    by : str, optional
        One of :data:`GROUPS`; without it each population is one group.
    as_of : date, optional
        Only attempts whose horizon had passed count.

    Returns
    -------
    tuple of Rate
        A population without an attempt, and a value that no attempt has, has no entry.
    """
    if by is not None and by not in GROUPS:
        raise BadInput(f"by {by!r}: expected one of {', '.join(GROUPS)}")
    over = as_known(rows, as_of)
    parts: tuple[tuple[Population, list[Attempt]], ...] = (
        ("attempts", [row for row in over if not row.recognition]),
        ("recognition", [row for row in over if row.recognition]),
    )
    return tuple(
        rate_of(name, part, by, group, at)
        for name, part in parts
        for group in _groups(part, by)
        for at in range(len(HORIZONS))
    )


def _groups(rows: Sequence[Attempt], by: str | None) -> list[str | bool | None]:
    values = {None if by is None else getattr(row, by) for row in rows}
    return sorted(values, key=str)


def offers(
    rows: Iterable[Attempt], target: int, partner: int | str, as_of: date | None = None
) -> tuple[Attempt, ...]:
    """Return attempts that offered a target something to leave a partner, newest first.

    Each tells the offer, its sum and whether a page was read that gives it, the answer, and what
    the partner did. Mere threats are left out.

    Parameters
    ----------
    rows : iterable of Attempt
    target : int
        A COW number; rows under other numbers of its lineage count.
    partner : int or str
        A COW number, or the name of a bloc as the table has it. A row that names a bloc alone is
        not found by a member's number.
    as_of : date, optional
        Only attempts whose last year was over.
    """
    meant = [
        row
        for row in as_known(rows, as_of)
        if row.instrument != THREAT and shared(row.target, (target,)) and _leaves(row, partner)
    ]
    meant.sort(key=lambda row: (-row.last, -row.first, row.id))
    return tuple(meant)


def _leaves(row: Attempt, partner: int | str) -> bool:
    if isinstance(partner, str):
        return row.partner_bloc == partner
    return shared(row.partner, (partner,))
