"""What a fit of ideal points costs by number of votes; reports, never fails.

``python benchmarks/ideal_points_cost.py`` draws votes like those of the UN (as many states and
years, more or fewer items a year) at several sizes and fits each in a process of its own, so
that peak memory is that of the size alone. Set ``OMP_NUM_THREADS=1`` for figures of one thread.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

import numpy as np

from daylight.stats.ideal_points import FitOptions, VoteData, filtered, fit

VOTES = 877_662
"""Votes at size 1."""
SIZES = (0.1, 0.3, 1.0, 3.0, 10.0)
STATES, PERIODS = 190, 78
ABSENT = 0.09
MOVE = 0.25
"""Share of a state's variance that is new each year."""
REPEATED = 0.08
"""Share of items voted again a year later."""
HEAD = (
    "size",
    "votes",
    "items",
    "seconds",
    "of processor",
    "iterations",
    "of processor per it. and 1M votes",
    "grid points",
    "peak GB",
)


def votes_like_the_un(size: float, seed: int = 1) -> VoteData:
    """Draw about ``size * VOTES`` votes; the first states are there from the start."""
    rng = np.random.default_rng(seed)
    enters = np.maximum(0, rng.integers(-60, 45, STATES))
    members = (enters[:, None] <= np.arange(PERIODS)).sum()
    fresh = max(2, round(size * VOTES / (members * (1 - ABSENT) * (1 + REPEATED))))
    theta, rows, carried, number = rng.standard_normal(STATES), [], np.empty((0, 4)), 0
    for t in range(PERIODS):
        theta = np.sqrt(1 - MOVE) * theta + np.sqrt(MOVE) * rng.standard_normal(STATES)
        cuts = np.sort(rng.standard_normal((fresh, 2)), 1)
        new = np.column_stack([np.arange(fresh) + number, rng.standard_normal(fresh), cuts])
        items, number = np.concatenate([new, carried]), number + fresh
        z = items[:, 1:2] * theta + rng.standard_normal((len(items), STATES))
        vote = 1 + (z > items[:, 2:3]).astype(np.int64) + (z > items[:, 3:4])
        cast = (enters <= t) & (rng.random(vote.shape) > ABSENT)
        j, i = np.nonzero(cast)
        rows.append(np.stack([i, np.full(len(i), 1946 + t), items[j, 0].astype(int), vote[j, i]]))
        carried = new[rng.random(fresh) < REPEATED]
    return VoteData(*np.concatenate(rows, 1))


def measure(size: float, name: str) -> dict[str, float]:
    """Fit one size in this process."""
    votes = votes_like_the_un(size)
    before, busy = time.perf_counter(), time.process_time()
    points = {"fit": fit, "filtered": filtered}[name](votes, FitOptions(anchors={0: 1}))
    found, seconds = points.diagnostics, time.perf_counter() - before
    busy = time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return {
        "size": size,
        "votes": found.votes,
        "items": found.items,
        "seconds": seconds,
        "busy": busy,
        "iterations": found.iterations,
        "each": busy / found.iterations / found.votes * 1e6,
        "grid": 2 * np.ceil(FitOptions().grid_limit / found.grid_step) + 1,
        "peak": peak,
    }


def main(sizes: tuple[float, ...], name: str = "fit") -> None:
    """Measure each size in a process of its own and print one row for each."""
    print(" | ".join(HEAD))
    for size in sizes:
        words = [sys.executable, __file__, "--one", str(size), name]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
        row = json.loads(done.stdout)
        print(
            f"{size:g} | {row['votes']:,} | {row['items']:,} | {row['seconds']:.1f} | "
            f"{row['busy']:.1f} | {row['iterations']} | {row['each']:.3f} | {row['grid']:.0f} | "
            f"{row['peak']:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(float(sys.argv[2]), sys.argv[3])))
    else:
        main(tuple(float(word) for word in sys.argv[1:]) or SIZES)
