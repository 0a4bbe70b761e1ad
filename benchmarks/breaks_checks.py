"""Check the split of quiet ties by democracies: other ways to count, other ties, and a model.

``python benchmarks/breaks_checks.py`` (some seconds) prints the log skill of each variant; the exam
(`breaks_exam.py`) keeps it. All forecasts are learned each year from 1970 from years whose outcome
was known, and scored on the same ties as the shares of quiet and warned ties, with intervals that
resample weaker sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from breaks_model import features, modelled

from daylight.breaks.democracies import DEMOCRATIC, LAG, UNKNOWN, democracies
from daylight.breaks.kinds import ACTS
from daylight.breaks.risk import NEVER, Bools, Columns, Ints, TieYears, around
from daylight.breaks.rolling import Floats, Forecasts, forecasts
from daylight.core.lineages import newest
from daylight.endurance.rates import HORIZONS, seen_by
from daylight.stats.foretold import log_skill
from daylight.store.atlas import Atlas, current
from daylight.store.schemas.breaks import TIE_LEGS
from daylight.wedges.measured.keys import year_by_year

RUSSIA = newest(365)
PACT = 1 << TIE_LEGS.index("pact")
FREE = ("presidential", "parliamentary")
"""Regimes that the list of Geddes, Wright and Frantz has for democracies."""


def checks(atlas: Atlas, seen: TieYears) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the gain of each variant over the shares of quiet and warned ties, by horizon."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    regimes = atlas.rows("regimes", columns=("cow", "year", "polyarchy"))
    free, table = democracies(seen, regimes), features(atlas, seen)
    counts = _counts(atlas, seen, regimes)
    for outcome, horizon, event, risk in _outcomes(atlas, seen):
        for name, values in _variants(seen, event, horizon, risk, free, counts, table):
            value, lo, hi = (round(x, 4) for x in log_skill(*values))
            kept = found.setdefault(f"{outcome}: {name}", {})
            kept[str(horizon)] = {"value": value, "lo": lo, "hi": hi}
    return found


def _outcomes(atlas: Atlas, seen: TieYears) -> Iterator[tuple[str, int, Bools, Bools]]:
    rows = atlas.rows("onsets", "family IN (?, ?, ?)", ACTS, ("a", "b", "year"))
    _, act = around(seen.pair, seen.year, rows)
    for horizon in HORIZONS:
        yield "break", horizon, seen.breaks_within(horizon), seen.at_risk
        yield "act", horizon, act <= seen.year + horizon, np.ones(len(act), bool)


def _counts(atlas: Atlas, seen: TieYears, regimes: Columns) -> dict[str, Ints]:
    """Return the number of democracies of each tie, told in other ways."""
    year, level = (np.asarray(regimes[name], float) for name in ("year", "polyarchy"))

    def moved(lag: int = LAG, least: float = DEMOCRATIC) -> Ints:
        columns = {"year": year + lag - LAG, "polyarchy": level + DEMOCRATIC - least}
        return democracies(seen, {**regimes, **columns})

    free = democracies(seen, regimes)
    return {
        "the index of the year itself": moved(0),
        "of three years before": moved(3),
        "of five years before": moved(5),
        "a democracy from .4 on": moved(least=0.4),
        "a democracy from .6 on": moved(least=0.6),
        "another list of regimes": democracies(seen, _listed(atlas)),
        "two democracies, or not": np.where(free == 1, 0, free),
    }


def _listed(atlas: Atlas) -> Columns:
    """Return the years of the regimes of another list, 1 where it has a democracy."""
    rows = atlas.rows("successions", "kind = 'regime'")
    until, open_to = (rows[name].astype("datetime64[Y]").astype(np.int64) + 1970
                      for name in ("until", "open_to"))  # fmt: skip
    last = np.where(np.isnat(rows["until"].astype("datetime64[D]")), open_to, until)
    first = rows["day"].astype("datetime64[Y]").astype(np.int64) + 1970
    at, year = year_by_year(first, last)
    free = np.isin(rows["name"].astype(str), FREE)[at]
    return {"cow": rows["cow"][at], "year": year, "polyarchy": free.astype(float)}


def _variants(
    seen: TieYears, event: Bools, horizon: int, risk: Bools, free: Ints,
    counts: Mapping[str, Ints], table: Floats,
) -> Iterator[tuple[str, tuple[Floats, Floats, Bools, Ints]]]:  # fmt: skip
    """Yield forecasts, those they are set against, what came, and the weaker sides."""
    made = _made(seen, event, horizon, risk, free)
    yield "as it is offered", _gain(made, np.ones(len(made.event), bool))
    for name, count in counts.items():
        other = _made(seen, event, horizon, risk, count)
        yield name, _gain(other, np.ones(len(other.event), bool))
    calm = replace(seen, warned=np.zeros_like(seen.warned))
    alarmed = _made(calm, event, horizon, risk & (seen.warned > 0), free)
    yield "warned ties, by their democracies", _gain(alarmed, np.ones(len(alarmed.event), bool))
    apart = seen.legs & PACT == 0
    rows = np.concatenate([np.flatnonzero(risk & (seen.year == y)) for y in np.unique(made.year)])
    yield "ties without a pact of several alone", _gain(made, apart[rows])
    learned = _made(seen, event, horizon, risk & apart, free)
    yield "these, learned from these alone", _gain(learned, np.ones(len(learned.event), bool))
    russian = (made.mover == RUSSIA) | (made.other == RUSSIA)
    yield "ties without Russia alone", _gain(made, ~russian)
    two = made.democracies == 2
    yield "ties of two democracies alone", _gain(made, two)
    yield "other ties alone", _gain(made, ~two & (made.democracies != UNKNOWN))
    chance = modelled(seen, table, event, risk, horizon, made)
    yield "a model of eight features", (chance, made.tier, made.event, made.mover)
    yield (
        "that model against the split by democracies",
        (chance, made.finer, made.event, made.mover),
    )


def _made(seen: TieYears, event: Bools, horizon: int, risk: Bools, free: Ints) -> Forecasts:
    made = forecasts(seen, event, horizon, risk, NEVER, free)
    assert made is not None
    return made


def _gain(made: Forecasts, at: Bools) -> tuple[Floats, Floats, Bools, Ints]:
    return made.finer[at], made.tier[at], made.event[at], made.mover[at]


def main() -> None:
    """Print the scores."""
    atlas = current()
    for name, row in checks(atlas, seen_by(atlas, atlas.last.year - 1)).items():
        told = (f"{x['value']:.3f} [{x['lo']:.3f}, {x['hi']:.3f}]" for x in row.values())
        print(f"{name:50} {'  '.join(told)}")


if __name__ == "__main__":
    main()
