"""One attempt to part two states, as a record, and what was known of its outcome on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from daylight.core.lineages import lineage_of
from daylight.store.schemas.attempts import CODED_TO, HORIZONS

ERAS = {
    "before 1914": (1700, 1913),
    "1914-45": (1914, 1945),
    "1946-90": (1946, 1990),
    "1991 on": (1991, 2100),
}
"""Orders of the great powers, by the last year of an attempt."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One row of the table `attempts`, with the states of each side as numbers.

    Attributes
    ----------
    after : tuple of (str or None)
        Outcomes at :data:`daylight.store.schemas.attempts.HORIZONS`; None where that time had
        not passed on the day asked for, see :func:`as_known`.

    Notes
    -----
    The other attributes are the columns of the table of the same names.
    """

    id: str
    first: int
    last: int
    divider: tuple[int, ...]
    divider_bloc: str | None
    target: tuple[int, ...]
    partner: tuple[int, ...]
    partner_bloc: str | None
    aim: str
    instrument: str
    offer: str
    amount: int | None
    amount_year: int | None
    amount_seen: bool | None
    deadline: str | None
    answer: str
    counter: str | None
    veto: str
    veto_by: str | None
    after: tuple[str | None, ...]
    side: str
    upheaval: bool
    quiet: bool
    recognition: bool
    cluster: str
    doubtful: bool
    citation: str
    url: str | None
    checked: str
    note: str | None

    @property
    def era(self) -> str:
        """Return in which of :data:`ERAS` it ended."""
        return era_of(self.last)


def era_of(year: int) -> str:
    """Return in which of :data:`ERAS` a year is."""
    return next(name for name, (first, last) in ERAS.items() if first <= year <= last)


def attempts_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Attempt, ...]:
    """Return the rows of the table `attempts` as records, in their order."""
    same = set(Attempt.__dataclass_fields__) - {"divider", "target", "partner", "after"}
    return tuple(
        Attempt(
            divider=_numbers(row["divider"]),
            target=_numbers(row["target"]),
            partner=_numbers(row["partner"]),
            after=tuple(row[f"after_{years}"] for years in HORIZONS),
            **{name: row[name] for name in same},
        )
        for row in rows
    )


def _numbers(joined: str | None) -> tuple[int, ...]:
    return tuple(int(cow) for cow in joined.split("|")) if joined else ()


def shared(some: Iterable[int], others: Iterable[int]) -> bool:
    """Return whether a state is among both, under whatever numbers of its lineage."""
    return not {lineage_of(cow) for cow in some}.isdisjoint(lineage_of(cow) for cow in others)


def last_known(as_of: date | None) -> int:
    """Return the last year of which all was known on a day, and that outcomes were coded to."""
    if as_of is None:
        return CODED_TO
    whole = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    return min(whole, CODED_TO)


def as_known(rows: Iterable[Attempt], as_of: date | None) -> tuple[Attempt, ...]:
    """Return the attempts whose last year was over on a day, with the outcomes known by then.

    Words of `counter` and `note` may tell of later years.
    """
    known = last_known(as_of)
    return tuple(replace(row, after=_passed(row, known)) for row in rows if row.last <= known)


def _passed(row: Attempt, known: int) -> tuple[str | None, ...]:
    pairs = zip(HORIZONS, row.after, strict=True)
    return tuple(word if row.last + years <= known else None for years, word in pairs)
