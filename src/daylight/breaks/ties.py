"""The tie rule: which pairs have something that could break."""

from __future__ import annotations

import numpy as np

from daylight.breaks.pairs import Bools, Floats, Pairs
from daylight.breaks.series import Series

BIG = 0.10
"""Part of the trade of either side from which on it counts."""
THIRD = 1 / 3
"""Part of the pairs of a year, nearest in their votes, that are near."""


def legs(seen: Series, pairs: Pairs) -> dict[str, Bools]:
    """Return where each leg stands, as it is in the year itself."""
    big = _highest(seen) >= BIG
    near = _near(seen.gap, pairs.alive)
    made = {
        "treaty": seen.obliged,
        "pact": seen.support & (seen.treaty | big | seen.troops),
        "treaty_and_trade": seen.treaty & big,
        "troops": seen.troops,
        "trade": big & (near | seen.close),
    }
    return {name: where & pairs.alive for name, where in made.items()}


def ties(standing: dict[str, Bools], pairs: Pairs) -> Bools:
    """Return where a tie stands: in the year itself or the year before, both states alive."""
    now = np.logical_or.reduce(list(standing.values()))
    before = np.zeros_like(now)
    before[:, 1:] = now[:, :-1]
    found: Bools = (now | before) & pairs.alive
    return found


def _highest(seen: Series) -> Floats:
    return np.fmax(*seen.shares)


def _near(gap: Floats, alive: Bools) -> Bools:
    """Return pairs among the nearest third of those with a distance that year."""
    out = np.zeros(gap.shape, bool)
    for year in range(gap.shape[1]):
        known = alive[:, year] & ~np.isnan(gap[:, year])
        if known.any():
            out[:, year] = known & (gap[:, year] <= np.quantile(gap[known, year], THIRD))
    return out
