"""Simulated assemblies whose positions differ between issues."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.stats.ideal_points import VoteData


@dataclass(frozen=True, slots=True)
class IssueWorld:
    """Votes, the issue of each (0 is none), and true positions, (issues, states, periods).

    Positions are in units of the pooled position on all votes, each item counted once. Those on
    an issue have slope 1 and shift 0 against those on votes without one.
    """

    votes: VoteData
    issue: NDArray[np.int64]
    place: NDArray[np.float64]


def simulate_issues(
    seed: int,
    states: int = 60,
    periods: int = 10,
    items: int = 40,
    on_issue: tuple[int, ...] = (12, 8),
    tau: float = 0.6,
    rho: float = 0.95,
    move: float = 0.1,
    absent: float = 0.09,
    thin: dict[int, int] | None = None,
) -> IssueWorld:
    """Draw a world: `items` votes a period, `on_issue` of them on issues 1, 2 and so on.

    `thin` maps a period to its number of items on each issue.
    """
    rng = np.random.default_rng(seed)
    theta = _stationary(rng, states, periods, np.sqrt(1 - move))
    deltas = [_apart(tau * _stationary(rng, states, periods, rho), theta) for _ in on_issue]
    shares = [k / items for k in on_issue]
    mixed = theta + sum(d * share for d, share in zip(deltas, shares, strict=True))
    place = (np.stack([theta, *(theta + d for d in deltas)]) - mixed.mean()) / mixed.std()
    rows, number = [], 0
    for t in range(periods):
        held = [(thin or {}).get(t, k) for k in on_issue]
        issues = np.repeat(np.arange(len(on_issue) + 1), [items - sum(on_issue), *held])
        for issue in issues.tolist():
            cuts = np.sort(rng.normal(0.0, 1.0, 2))
            z = rng.standard_normal() * place[issue, :, t] + rng.standard_normal(states)
            vote = 1 + (z > cuts[0]).astype(int) + (z > cuts[1])
            who = np.flatnonzero(rng.random(states) > absent)
            columns = (np.full(len(who), x) for x in (t, number, issue))
            rows.append(np.stack([who, *columns, vote[who]]))
            number += 1
    state, period, item, code, vote = np.concatenate(rows, 1)
    return IssueWorld(VoteData(state, 1946 + period, item, vote), code, place)


def _stationary(
    rng: np.random.Generator, states: int, periods: int, keep: float
) -> NDArray[np.float64]:
    out = np.empty((states, periods))
    out[:, 0] = rng.standard_normal(states)
    for t in range(1, periods):
        noise = np.sqrt(1 - keep**2) * rng.standard_normal(states)
        out[:, t] = keep * out[:, t - 1] + noise
    return out


def _apart(delta: NDArray[np.float64], theta: NDArray[np.float64]) -> NDArray[np.float64]:
    """Take out of deviations what goes with the common position, and keep their sd."""
    centred = theta - theta.mean()
    left = delta - delta.mean() - centred * (delta * centred).mean() / centred.var()
    return np.asarray(left * delta.std() / max(left.std(), 1e-12))
