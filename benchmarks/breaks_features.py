"""How much oftener ties broke with a feature than without: ratios, with intervals over movers."""

from __future__ import annotations

from typing import Any

import numpy as np
from breaks_leaders import leaders
from numpy.typing import NDArray

from daylight.breaks.democracies import DEMOCRATIC
from daylight.breaks.kinds import ACTS, DELAY, WINDOW
from daylight.breaks.risk import OUTCOMES_TO, TieYears, pairs_of, today
from daylight.core.lineages import NUMBERS
from daylight.endurance.rates import FIRST, LAST
from daylight.stats.clustered import ratio
from daylight.store.atlas import Atlas
from daylight.store.schemas.breaks import FAMILIES, TIE_LEGS

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
HORIZON = 4
SHIFT, SHIFT_YEARS = 0.15, 3
"""A change of the index of electoral democracy within three years that is a new regime."""
SPAN = 10_000


def features(atlas: Atlas, seen: TieYears) -> dict[str, dict[str, Any]]:
    """Return the ratio of breaks within four years with each feature to those without."""
    kept = (seen.year >= FIRST) & (seen.year <= min(LAST, OUTCOMES_TO - HORIZON)) & seen.at_risk
    event = seen.breaks_within(HORIZON)[kept]
    mover = seen.weaker[kept]
    found = {name: _ratio(event, mark[kept], mover) for name, mark in _marks(atlas, seen).items()}
    level, sides = _levels(atlas), _sides(seen)
    free = {side: _at(level, cow, seen.year) >= DEMOCRATIC for side, cow in sides.items()}
    for name, mark, known in leaders(atlas, sides, free, seen.year):
        at = known[kept]
        found[name] = _ratio(event[at], mark[kept][at], mover[at])
    return found


def _sides(seen: TieYears) -> dict[str, Ints]:
    a, b = today(seen.a), today(seen.b)
    return {"weaker": seen.weaker, "stronger": np.where(a == seen.weaker, b, a)}


def _marks(atlas: Atlas, seen: TieYears) -> dict[str, Bools]:
    found = {f"{name} has given way": seen.warned >> k & 1 > 0 for k, name in enumerate(FAMILIES)}
    found["anything has given way"] = seen.warned > 0
    found |= {f"held by {name.replace('_', ' ')}": seen.legs >> k & 1 > 0
              for k, name in enumerate(TIE_LEGS)}  # fmt: skip
    found["strategic rivals"] = _rivals(atlas, seen)
    found["an act in another tie of the weaker side"] = _elsewhere(atlas, seen)
    level = _levels(atlas)
    for side, cow in _sides(seen).items():
        now, before = (_at(level, cow, seen.year - back) for back in (0, SHIFT_YEARS))
        found[f"a new regime in the {side} side"] = np.abs(now - before) >= SHIFT
        found[f"the {side} side is democratic"] = now >= DEMOCRATIC
    return found


def _rivals(atlas: Atlas, seen: TieYears) -> Bools:
    where = "rivalry > 0 AND rivalry_status = 0 AND (a, b) IN (SELECT (a, b) FROM tie_years)"
    rows = atlas.rows("ledger_items", where, columns=("a", "b", "year"))
    marked = pairs_of(rows) * SPAN + np.asarray(rows["year"], np.int64)
    found: Bools = np.isin(seen.pair * SPAN + seen.year, marked)
    return found


def _elsewhere(atlas: Atlas, seen: TieYears) -> Bools:
    """Return whether an act began in the window in another tie of the weaker side."""
    rows = atlas.rows("onsets", columns=("a", "b", "year", "family"))
    acts = np.isin(rows["family"].astype(str), ACTS)
    pair, year = pairs_of(rows)[acts], np.asarray(rows["year"], np.int64)[acts]
    assert not any(DELAY[name] for name in ACTS), "acts are known at once"
    count: dict[tuple[int, int], set[int]] = {}
    for one, when in zip(pair.tolist(), year.tolist(), strict=True):
        for cow in divmod(one, NUMBERS):
            for later in range(when, when + WINDOW):
                count.setdefault((cow, later), set()).add(one)
    cells = zip(seen.weaker.tolist(), seen.year.tolist(), seen.pair.tolist(), strict=True)
    return np.array([bool(count.get((cow, when), set()) - {own}) for cow, when, own in cells])


def _levels(atlas: Atlas) -> dict[int, float]:
    rows = atlas.rows("regimes", columns=("cow", "year", "polyarchy"))
    keys = today(rows["cow"]) * SPAN + np.asarray(rows["year"], np.int64)
    return dict(zip(keys.tolist(), np.asarray(rows["polyarchy"], float).tolist(), strict=True))


def _at(level: dict[int, float], cow: Ints, year: Ints) -> NDArray[np.float64]:
    return np.array([level.get(key, np.nan) for key in (cow * SPAN + year).tolist()])


def _ratio(event: Bools, mark: Bools, mover: Ints) -> dict[str, Any]:
    """Return the ratio of the shares with and without, with its 90 % interval."""
    one = ratio(event, mark, mover)
    rounded = {name: round(getattr(one, name) or 0.0, 3) for name in ("value", "lo", "hi")}
    return rounded | {"n": one.n, "events": one.events}
