"""Past years of other ties that were most like this one, and what came of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.analogies.distance import PLACE, compared, of_like_status
from daylight.bonds.cases import Case
from daylight.bonds.many import relationships
from daylight.breaks.risk import LATE, NEVER, OUTCOMES_TO, Columns, TieYears, pairs_of
from daylight.core.refs import ref_of
from daylight.endurance.rates import HORIZONS, LAST, of_standing
from daylight.endurance.records import Precedent, Standing
from daylight.facts.read import of_both
from daylight.measures.ledgers import place
from daylight.store.atlas import Atlas
from daylight.store.schemas.ledgers import CHANCES, LEDGERS, POINT_STEP

COUNT, MOST = 5, 10.0
"""Precedents named, none farther than this, in points of the ledgers."""
COLUMNS = ("a", "b", "year", *LEDGERS, *CHANCES, "place_lo", "place_hi")


def precedents(
    atlas: Atlas, own: Case, as_of: date, seen: TieYears, standing: Standing
) -> tuple[Precedent, ...]:
    """Return the nearest years of ties of the same standing, one of each pair, nearest first.

    Nearness is that of analogues: the root mean square difference of the six ledgers and of the
    place on the peace scale. Only years count in which a break could be dated, and of
    which is known what came of them in eight years.
    """
    profile = compared(own, relationships(atlas, (own,), as_of)[0])
    last = min(LAST, OUTCOMES_TO - HORIZONS[-1], own.year - HORIZONS[-1] - LATE)
    itself, values = of_both(own.a.cow, own.b.cow, date(own.year, 12, 31))
    where = (
        f"{of_like_status(profile)} AND year <= ? AND NOT {itself} AND (a, b, year) IN "
        f"(SELECT (a, b, year) FROM tie_years WHERE (warned > 0) = ?)"
    )
    rows = atlas.rows("ledgers", where, (last, *values, standing == "warned"), COLUMNS)
    wanted = {name: q.value or 0.0 for name, q in profile.items()}
    pair = pairs_of(rows)
    usable = seen.at_risk & of_standing(seen, standing)
    there = np.isin(_keys(pair, rows["year"]), _keys(seen.pair, seen.year)[usable])
    distance = np.where(there, _distances(rows, wanted), np.nan)
    found: list[Precedent] = []
    told: set[int] = set()
    for k in np.lexsort((-np.asarray(rows["year"], np.int64), distance)):
        if len(found) == COUNT or not distance[k] <= MOST:
            break
        if pair[k] not in told:
            told.add(int(pair[k]))
            a, b, year = (int(rows[name][k]) for name in ("a", "b", "year"))
            found.append(_made(seen, int(pair[k]), a, b, year, float(distance[k])))
    return tuple(found)


def _keys(pair: NDArray[np.int64], year: NDArray[Any]) -> NDArray[np.int64]:
    return pair * NEVER + np.asarray(year, np.int64)


def _distances(rows: Columns, wanted: dict[str, float]) -> NDArray[np.float64]:
    """Return how far each row is, in points; NaN where it lacks one of what is wanted."""
    total = np.zeros(len(rows["year"]))
    for name, value in wanted.items():
        there = (
            100 * place(rows)[0] if name == PLACE else np.asarray(rows[name], float) * POINT_STEP
        )
        total += (there - value) ** 2
    return np.sqrt(total / len(wanted))


def _made(seen: TieYears, pair: int, a: int, b: int, year: int, distance: float) -> Precedent:
    at = (seen.pair == pair) & (seen.year == year)
    until, day = year + HORIZONS[-1], date(year, 12, 31)
    broke = int(seen.broke[at][0]) if at.any() else NEVER
    return Precedent(
        ref_of(a, day), ref_of(b, day), year, round(distance, 1),
        broke if broke <= until else None, until,
    )  # fmt: skip
