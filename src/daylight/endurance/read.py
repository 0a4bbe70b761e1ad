"""What began to give way in a tie, and when it stood, as the atlas knew it at the end of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

import numpy as np

from daylight.breaks.kinds import ACTS, DELAY, REST
from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.endurance.records import Act, Break
from daylight.store.atlas import Atlas, Columns
from daylight.store.one_pair import of_pair
from daylight.store.schemas.breaks import ACT_SIGNS, FAMILIES, SIGNS
from daylight.store.schemas.trade import FLOW_STATUSES

FAMILY_OF = dict.fromkeys(("force", "crisis", "rivalry", "sanctions"), "hostility") | {
    "treaty": "treaty", "bloc": "bloc",
}  # fmt: skip


def acts(atlas: Atlas, a: StateRef, b: StateRef, known: int) -> tuple[Act, ...]:
    """Return what is known at the end of a year to have begun, oldest first."""
    found = [
        Act(row["family"], row["year"], words(SIGNS[row["family"]], row["signs"]))
        for row in _rows(atlas, "onsets", a, b, known)
        if row["year"] + DELAY[row["family"]] <= known
    ]
    return tuple(sorted(found, key=lambda act: (act.year, FAMILIES.index(act.family))))


def done(atlas: Atlas, a: StateRef, b: StateRef, known: int) -> tuple[Act, ...]:
    """Return what governments did, up to a year, whether or not it was the first of its kind."""
    found = []
    for row in _rows(atlas, "acts", a, b, known):
        signs = words(ACT_SIGNS, row["signs"])
        for family in ACTS:
            mine = tuple(sign for sign in signs if FAMILY_OF[sign] == family)
            if mine:
                found.append(Act(family, row["year"], mine))
    return tuple(found)


def traded(atlas: Atlas, a: StateRef, b: StateRef, known: int) -> frozenset[int]:
    """Return the years for which trade of the two is known both ways."""
    codes = [FLOW_STATUSES.index(name) for name in ("not_observable", "unknown")]
    found: set[int] = set()
    for rows in _of_both(atlas, "trade", a, b, known):
        seen = ~(np.isin(rows["status_ab"], codes) | np.isin(rows["status_ba"], codes))
        found.update(rows["year"][seen & (rows["year"] <= known)].tolist())
    return frozenset(found)


def breaks_of(atlas: Atlas, a: StateRef, b: StateRef, known: int) -> tuple[Break, ...]:
    """Return the breaks that are known at the end of a year, oldest first."""
    return tuple(
        Break(row["year"], words(FAMILIES, row["by"]), row["known"])
        for row in _rows(atlas, "breaks", a, b, known)
        if row["known"] <= known
    )


def resting(broken: Sequence[Break], year: int) -> int | None:
    """Return the year of a break so near before that no other is dated, or None.

    Parameters
    ----------
    broken : sequence of Break
        Of the tie, oldest first.
    """
    return broken[-1].year if broken and year - broken[-1].year < REST else None


def tie_rows(atlas: Atlas, a: StateRef, b: StateRef, until: int) -> dict[int, dict[str, Any]]:
    """Return the rows of years with a tie, up to a year, by year."""
    return {row["year"]: row for row in _rows(atlas, "tie_years", a, b, until)}


def words(names: tuple[str, ...], bits: int) -> tuple[str, ...]:
    """Return the names of the bits that are set."""
    return tuple(name for k, name in enumerate(names) if bits >> k & 1)


def _rows(atlas: Atlas, table: str, a: StateRef, b: StateRef, until: int) -> list[dict[str, Any]]:
    """Return the rows of a pair under any of its numbers, up to a year, oldest first."""
    found: list[dict[str, Any]] = []
    for columns in _of_both(atlas, table, a, b, until):
        lists = [column.tolist() for column in columns.values()]
        found += [dict(zip(columns, cells, strict=True)) for cells in zip(*lists, strict=True)]
    return sorted((row for row in found if row["year"] <= until), key=lambda row: row["year"])


def _of_both(atlas: Atlas, table: str, a: StateRef, b: StateRef, until: int) -> Iterator[Columns]:
    day = date(until, 12, 31)
    for one, other in product(numbers(a.cow, day), numbers(b.cow, day)):
        yield of_pair(atlas, table, one, other)
