"""What a tie did at a shock: raw series against ties like it, and acts that followed."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from daylight.breaks.kinds import ACTS
from daylight.breaks.risk import OUTCOMES_TO
from daylight.endurance.indicators import FIRST, Floats, Panel
from daylight.endurance.records import Act, Indicator, Verdict

BEFORE, AFTER, ACTED = 5, 3, 5
"""Years of the mean before and after, and years in which an act follows, its own included."""
FEWEST_BEFORE, FEWEST_AFTER = 3, 2
PEERS, FEWEST_PEERS = 40, 20
RARE, TAIL = 0.05, 0.05
MARGINS = {"distance": 0.75, "kappa": 0.30, "trade": float(np.log(2))}
"""A loss that would matter: of the distance on the scale of all votes, of agreement beyond
chance, and of half of the trade."""
APART = {"distance": 1.0, "kappa": -1.0, "trade": -1.0}
"""Which way is apart."""


def indicator(panel: Panel, name: str, row: int, year: int) -> Indicator:
    """Return what a series of one pair did around a year.

    Notes
    -----
    The loss is the change of the mean of three years after over that of five before, less the
    median change of the 40 ties of that year that stood nearest before. ``fell``: at most one in
    twenty of these lost as much, and it is half the margin or more. ``held``: the 90 % interval,
    from how the others spread, excludes a loss of the whole margin.
    """
    values: Floats = getattr(panel, name)
    at, margin, sign = year - FIRST, MARGINS[name], APART[name]
    before = _mean(values[:, at - BEFORE : at], FEWEST_BEFORE)
    after = _mean(values[:, at + 1 : at + 1 + AFTER], FEWEST_AFTER)
    own_before, own_after = before[row], after[row]
    there = panel.tie[:, at] & ~np.isnan(before) & ~np.isnan(after)
    there[row] = False
    if np.isnan(own_before) or np.isnan(own_after) or there.sum() < FEWEST_PEERS:
        return Indicator(name, _known(own_before), _known(own_after), None, None, None, None,
                         margin, "cannot tell")  # fmt: skip
    others = np.flatnonzero(there)
    near = others[np.argsort(np.abs(before[others] - own_before), kind="stable")[:PEERS]]
    changes = after[near] - before[near]
    median = float(np.median(changes))
    spread = sign * (changes - median)
    loss = sign * (own_after - own_before - median)
    p = float((1 + (spread >= loss).sum()) / (1 + len(near)))
    worst = float(loss - np.quantile(spread, TAIL))
    fell = p <= RARE and loss >= margin / 2
    verdict = "fell" if fell else "held" if worst < margin else "cannot tell"
    return Indicator(name, float(own_before), float(own_after), median, float(loss), worst, p,
                     margin, verdict)  # type: ignore[arg-type]  # fmt: skip


def verdict(
    found: Collection[Indicator], acts: Collection[Act], own: str | None, year: int, known: int
) -> tuple[Verdict, str]:
    """Return what the tie did, and why, from its indicators and the acts that followed.

    Parameters
    ----------
    found : collection of Indicator
        ``distance``, ``kappa`` and ``trade``.
    acts : collection of Act
        Those of the year and the four after.
    own : str or None
        Family of the act that the event itself is.
    known : int
        Year at whose end is asked.
    """
    by_name = {one.name: one.verdict for one in found}
    votes = {by_name["distance"], by_name["kappa"]}
    fallen = [name for name, one in by_name.items() if one == "fell"]
    steady = [
        name
        for name, one in (("votes", "held" in votes and "fell" not in votes),
                          ("trade", by_name["trade"] == "held"))
        if one
    ]  # fmt: skip
    done = {act.family: f"{act.family} ({act.year})" for act in reversed(tuple(acts))}
    if own:
        done[own] = f"{own}, the event itself"
    if len(done) >= 2 or (done and fallen):
        what = f"acts: {', '.join(done[name] for name in ACTS if name in done)}"
        return "broke", what + (f"; fell: {', '.join(fallen)}" * bool(fallen))
    if done:
        return "strained", f"one kind of act: {next(iter(done.values()))}; no fall that can be told"
    if fallen:
        return "fell", f"fell: {', '.join(fallen)}; no act"
    end = year + ACTED - 1
    if end > min(known, OUTCOMES_TO):
        seen = f"; acts are known to {min(known, OUTCOMES_TO)} only"
        if steady:
            return "held in one dimension", f"{' and '.join(steady)} held{seen}"
        return "cannot tell", f"neither votes nor trade can tell{seen}"
    if len(steady) == 2:
        return "held", "no act, votes and trade held"
    if steady:
        return "held in one dimension", f"no act, {steady[0]} held; the other cannot tell"
    return "cannot tell", "no act; neither votes nor trade can tell"


def _mean(values: Floats, fewest: int) -> Floats:
    """Return the mean of known years, NaN where fewer are known."""
    count = (~np.isnan(values)).sum(1)
    sums = np.nansum(values, axis=1)
    return np.where(count >= fewest, sums / np.maximum(count, 1), np.nan)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
