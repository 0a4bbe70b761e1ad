"""Forecasts of joining and leaving as they ship, one for each state, bloc and year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.accession.counts import HORIZONS, Cases
from daylight.accession.roster import FIRST
from daylight.accession.tested import LEAST, START, Way, forecasts
from daylight.stats.clustered import ends, resampled

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Rows:
    """Forecasts of one horizon whose outcome is known; `p` has one array a way."""

    p: dict[Way, Floats]
    event: Bools
    t: Ints
    bloc: Ints
    state: Ints
    points: Ints
    group: Ints

    def loss(self, way: Way) -> Floats:
        p = np.clip(self.p[way], LEAST, 1 - LEAST)
        return np.asarray(-np.log(np.where(self.event, p, 1 - p)))

    def skill(self, way: Way, other: Way, at: Bools | None = None) -> dict[str, float]:
        """Log skill, with 90 % intervals by blocs and by states."""
        at = np.ones(len(self.event), bool) if at is None else at
        ours, theirs = self.loss(way)[at], self.loss(other)[at]
        found = {"value": 1 - ours.sum() / theirs.sum()}
        for name, cluster in (("blocs", self.bloc), ("states", self.state)):
            one, two = resampled(cluster[at], ours, theirs)
            found[f"{name}_lo"], found[f"{name}_hi"] = ends(1 - one / two)
        return {name: round(float(value), 4) for name, value in found.items()}

    def brier(self, way: Way, other: Way) -> float:
        ours, theirs = (((self.p[name] - self.event) ** 2).sum() for name in (way, other))
        return round(float(1 - ours / theirs), 4)

    def auc(self, way: Way, among: Bools | None = None) -> float | None:
        """How often the one that came had the higher chance of two of one year and bloc."""
        among = np.ones(len(self.event), bool) if among is None else among
        won = pairs = 0.0
        both = self.t * 1000 + self.bloc
        for one in np.unique(both[self.event & among]):
            at = (both == one) & among
            hit, miss = self.p[way][at & self.event], self.p[way][at & ~self.event]
            if len(miss):
                won += float((hit[:, None] > miss).sum() + 0.5 * (hit[:, None] == miss).sum())
                pairs += len(hit) * len(miss)
        return round(won / pairs, 3) if pairs else None

    def reliability(self, way: Way, groups: int = 10) -> list[dict[str, float]]:
        """Ten groups in the order of the chance, each with a tenth of the events expected."""
        order = np.argsort(self.p[way], kind="stable")
        p, event = self.p[way][order], self.event[order]
        group = np.minimum((np.cumsum(p) / p.sum() * groups).astype(int), groups - 1)
        return [
            {
                "n": int((group == k).sum()),
                "forecast": float(p[group == k].mean()),
                "events": int(event[group == k].sum()),
                "expected": float(p[group == k].sum()),
            }
            for k in range(groups)
            if (group == k).any()
        ]


def rows(seen: Cases) -> dict[int, Rows]:
    """Return forecasts of all horizons, none below that of a shorter one."""
    found: dict[int, Rows] = {}
    shorter: dict[Way, Floats] = {}
    for horizon in HORIZONS:
        cells = seen.cells(horizon)
        made = forecasts(cells).chances
        shorter = {
            way: np.maximum(grid, shorter[way]) if way in shorter else grid
            for way, grid in made.items()
        }
        at = seen.known(horizon) & (seen.t >= START - FIRST)
        place = tuple(part[at] for part in (seen.t, seen.bloc, seen.points, seen.group))
        p = {way: np.broadcast_to(grid, cells.n.shape)[place] for way, grid in shorter.items()}
        t, bloc, points, group = place
        event = seen.event(horizon)[at]
        found[horizon] = Rows(p, event, t, bloc, seen.state[at], points, group)
    return found
