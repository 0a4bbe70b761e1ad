"""Try a model of breaks under the gate: does it beat the shares of quiet and warned ties?

``python benchmarks/breaks_model.py`` (half a minute) prints, for each outcome and horizon, the log
skill of a logistic of eight features against the tiers of `daylight backtest`, made and scored in
the same way: learned each year from 1970 from years whose outcome was known, with 90 % intervals
that resample weaker sides, and stronger ones. Nothing of it ships yet.

The penalty stands for a normal prior of standard deviation 0.1 on each standardised coefficient,
times the horizon, since one break counts in that many origins. It was set before the scores of
these features were seen, and after those of a wider set.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.breaks.kinds import ACTS
from daylight.breaks.risk import LATE, NEVER, OUTCOMES_TO, Bools, Ints, TieYears, around, today
from daylight.breaks.rolling import END, START
from daylight.endurance.rates import HORIZONS, seen_by
from daylight.stats.clustered import ends, resampled
from daylight.store.atlas import Atlas, current
from daylight.wedges.measured.marks import marks
from daylight.wedges.measured.triads import GREAT, Triads
from daylight.wedges.measured.world import world

Floats = NDArray[np.float64]
OF_TIE = ("something_gave_way", "rivals", "treaty", "comparable")
OF_SIDE = ("democratic", "new_regime")
PENALTY, STEPS, LEAST = 100.0, 25, 1e-4
SPANS = {"all": (START, END), "1970-89": (START, 1989), "1990-2010": (1990, END)}


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


def forecasts(
    seen: TieYears, table: Floats, event: Bools, risk: Bools, horizon: int
) -> dict[str, NDArray[np.generic]]:
    """Return model and tiers of each year's ties, from what was known by then."""
    warned, parts = seen.warned > 0, []
    for year in range(START, min(END, OUTCOMES_TO - horizon) + 1):
        test, past = risk & (seen.year == year), risk & (seen.year <= year - horizon - LATE)
        chance = 1 / (
            1 + np.exp(-table[test] @ fitted(table[past], event[past], PENALTY * horizon))
        )
        tiers = [
            (event[past & (warned == w)].sum() + 0.5) / ((past & (warned == w)).sum() + 1)
            for w in (False, True)
        ]
        parts.append(
            (np.clip(chance, LEAST, 1 - LEAST), np.where(warned[test], *tiers[::-1]), test)
        )
    rows = np.concatenate([np.flatnonzero(test) for *_, test in parts])
    model, tier = (np.concatenate([part[k] for part in parts]) for k in (0, 1))
    one, other = today(seen.a)[rows], today(seen.b)[rows]
    weaker = seen.weaker[rows]
    return {
        "model": model, "tier": tier, "event": event[rows], "year": seen.year[rows],
        "weaker": weaker, "stronger": np.where(one == weaker, other, one),
    }  # fmt: skip


def main() -> None:
    """Print the scores."""
    atlas = current()
    seen = seen_by(atlas, atlas.last.year - 1)
    table, every = features(atlas, seen), np.ones(len(seen.year), bool)
    rows = atlas.rows("onsets", "family IN (?, ?, ?)", ACTS, ("a", "b", "year"))
    _, act = around(seen.pair, seen.year, rows)
    for horizon in HORIZONS:
        outcomes = {
            "break": (seen.breaks_within(horizon), seen.at_risk),
            "act": (act <= seen.year + horizon, every),
        }
        for name, (event, risk) in outcomes.items():
            made = forecasts(seen, table, event, risk, horizon)
            losses = [
                -np.log(np.where(made["event"], made[k], 1 - made[k])) for k in ("model", "tier")
            ]
            for span, (first, last) in SPANS.items():
                at = (made["year"] >= first) & (made["year"] <= last)
                ours, theirs = (loss[at] for loss in losses)
                told = [f"{1 - ours.sum() / theirs.sum():.3f}"]
                for side in ("weaker", "stronger"):
                    one, other = resampled(made[side][at], ours, theirs)
                    lo, hi = ends(1 - one / other)
                    told.append(f"[{lo:.3f}, {hi:.3f}] by {side}")
                print(f"{name:6}{horizon} years  {span:10} {'  '.join(told)}")


if __name__ == "__main__":
    main()
