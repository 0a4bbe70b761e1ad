"""A model of eight features, to set against the split of quiet ties by democracies.

The penalty stands for a normal prior of standard deviation 0.1 on each standardised coefficient,
times the horizon, since one break counts in that many origins. It was set before the scores of
these features were seen, and after those of a wider set. Features are filled and standardised over
all years, and democracies are of the year itself: a forecaster could not know either, which favours
the model.
"""

from __future__ import annotations

import numpy as np

from daylight.breaks.risk import LATE, NEVER, Bools, Ints, TieYears, today
from daylight.breaks.rolling import Floats, Forecasts
from daylight.store.atlas import Atlas
from daylight.wedges.measured.marks import marks
from daylight.wedges.measured.triads import GREAT, Triads
from daylight.wedges.measured.world import world

OF_TIE = ("something_gave_way", "rivals", "treaty", "comparable")
OF_SIDE = ("democratic", "new_regime")
PENALTY, STEPS, LEAST = 100.0, 25, 1e-4


def features(atlas: Atlas, seen: TieYears) -> Floats:
    """Return the eight features of each year of a tie, standardised, after a column of ones."""
    known = world(atlas, seen, GREAT)
    one, other = today(seen.a), today(seen.b)
    stronger = np.where(one == seen.weaker, other, one)
    weak, strong = (
        marks(_as_triads(seen, target, partner), known)
        for target, partner in ((seen.weaker, stronger), (stronger, seen.weaker))
    )
    columns = [weak[name] for name in (*OF_TIE, *OF_SIDE)] + [strong[name] for name in OF_SIDE]
    filled = [np.where(np.isnan(x), np.nanmean(x), x) for x in columns]
    table = np.column_stack([(x - x.mean()) / x.std() for x in filled])
    return np.column_stack([np.ones(len(table)), table])


def _as_triads(seen: TieYears, target: Ints, partner: Ints) -> Triads:
    n = len(seen.year)
    no = np.zeros(n, bool)
    power, never = np.full(n, GREAT[0]), np.full(n, NEVER)
    return Triads(target, partner, power, seen.year, np.arange(n), no, no, never, no, no)


def fitted(table: Floats, event: Bools, penalty: float) -> Floats:
    """Return the coefficients with the highest penalised likelihood, by Newton's method."""
    share = event.mean() + LEAST
    found = np.zeros(table.shape[1])
    found[0] = np.log(share / (1 - share))
    weight = np.full(table.shape[1], penalty)
    weight[0] = LEAST
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (event - chance) - weight * found
        bend = (table.T * (chance * (1 - chance))) @ table + np.diag(weight)
        step = np.linalg.solve(bend, slope)
        found = found + step
        if np.abs(step).max() < LEAST:
            break
    return found


def modelled(
    seen: TieYears, table: Floats, event: Bools, risk: Bools, horizon: int, made: Forecasts
) -> Floats:
    """Return what the model says of the ties of other forecasts, year by year."""
    parts = []
    for year in np.unique(made.year):
        test, past = risk & (seen.year == year), risk & (seen.year <= year - horizon - LATE)
        found = fitted(table[past], event[past], PENALTY * horizon)
        parts.append(np.clip(1 / (1 + np.exp(-table[test] @ found)), LEAST, 1 - LEAST))
    return np.concatenate(parts)
