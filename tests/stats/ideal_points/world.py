"""Simulated assemblies with known positions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.stats.ideal_points import VoteData


@dataclass(frozen=True, slots=True)
class World:
    """Votes and the standardised positions behind them, shape (states, periods)."""

    votes: VoteData
    theta: NDArray[np.float64]
    present: NDArray[np.bool_]


def simulate(
    seed: int,
    states: int = 40,
    periods: int = 10,
    items: int = 30,
    thin: dict[int, int] | None = None,
    bridged: float = 0.08,
    absent: float = 0.09,
    move: float = 0.25,
    discrimination: float = 1.0,
) -> World:
    """Draw a world from a stationary version of the model.

    `thin` maps a period to its number of items; a tenth of the states enter late and a tenth
    miss some middle periods; `bridged` is the share of items voted again one period later.
    """
    rng = np.random.default_rng(seed)
    theta = np.empty((states, periods))
    theta[:, 0] = rng.standard_normal(states)
    keep = np.sqrt(1 - move)
    for t in range(1, periods):
        theta[:, t] = keep * theta[:, t - 1] + np.sqrt(move) * rng.standard_normal(states)
    present = np.ones((states, periods), dtype=bool)
    present[: states // 10, : periods // 3] = False
    present[states // 10 : states // 5, periods // 2 : periods // 2 + 2] = False
    theta = (theta - theta[present].mean()) / theta[present].std()
    rows, number, carried = [], 0, []
    for t in range(periods):
        fresh = (thin or {}).get(t, items)
        new = []
        for _ in range(fresh):
            cuts = np.sort(rng.normal(0.0, 1.0, 2))
            new.append((number, discrimination * rng.standard_normal(), *cuts))
            number += 1
        for item, b, c1, c2 in new + carried:
            z = b * theta[:, t] + rng.standard_normal(states)
            vote = 1 + (z > c1).astype(int) + (z > c2)
            cast = present[:, t] & (rng.random(states) > absent)
            who = np.flatnonzero(cast)
            rows.append(np.stack([who, np.full(len(who), t), np.full(len(who), item), vote[who]]))
        carried = [row for row in new if rng.random() < bridged]
    state, period, item, vote = np.concatenate(rows, 1)
    return World(VoteData(state, 1946 + period, item, vote), theta, present)
