"""What a raw series did around a shock, against ties like it in the same years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from daylight.endurance.indicators import FIRST, Floats, Panel
from daylight.endurance.records import Indicator

BEFORE, AFTER, LATER = 5, 3, (4, 8)
"""Years of the mean before and after; and the years after by which a fall may be regained."""
FEWEST_BEFORE, FEWEST_AFTER, FEWEST_LATER = 3, 2, 3
PEERS, FEWEST_PEERS = 40, 20
RARE, TAIL = 0.05, 0.05
MARGINS = {"distance": 0.75, "kappa": 0.30, "trade": float(np.log(2))}
"""A loss that would matter: of the distance on the scale of all votes, of agreement beyond
chance, and of half of the trade."""
APART = {"distance": 1.0, "kappa": -1.0, "trade": -1.0}
"""Which way is apart."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Means of one pair before and after; NaN where too few years are known.

    Attributes
    ----------
    changes : ndarray or None
        Of the ties of that year that stood nearest before; None where too few are known.
    """

    before: float
    after: float
    changes: Floats | None


def indicator(panel: Panel, name: str, row: int, year: int) -> Indicator:
    """Return what a series of one pair did around a year.

    Notes
    -----
    The loss is the change of the mean of three years after over that of five before, less the
    median change of the 40 ties of that year that stood nearest before. ``fell``: at most one in
    twenty of these lost as much, and it is half the margin or more. ``held``: the 90 % interval,
    from how the others spread, excludes a loss of the whole margin.
    """
    margin, sign = MARGINS[name], APART[name]
    found = _compared(panel, name, row, year, (1, AFTER), FEWEST_AFTER)
    if found.changes is None:
        return Indicator(name, _known(found.before), _known(found.after), None, None, None, None,
                         margin, None, "cannot tell")  # fmt: skip
    median = float(np.median(found.changes))
    spread = sign * (found.changes - median)
    loss = _loss(found, sign)
    p = float((1 + (spread >= loss).sum()) / (1 + len(spread)))
    worst = float(loss - np.quantile(spread, TAIL))
    fell = p <= RARE and loss >= margin / 2
    verdict = "fell" if fell else "held" if worst < margin else "cannot tell"
    regained = _regained(panel, name, row, year, loss) if fell else None
    return Indicator(name, found.before, found.after, median, loss, worst, p,
                     margin, regained, verdict)  # type: ignore[arg-type]  # fmt: skip


def _regained(panel: Panel, name: str, row: int, year: int, loss: float) -> float | None:
    """Return the part of a loss that was regained four to eight years after, where that is known.

    Against ties of that year that stood nearest before, as the loss itself; below 0 where more was
    lost, above 1 where it stands closer than before. None until all of these years are over.
    """
    if year + LATER[1] - FIRST >= getattr(panel, name).shape[1]:
        return None
    later = _compared(panel, name, row, year, LATER, FEWEST_LATER)
    return None if later.changes is None else 1 - _loss(later, APART[name]) / loss


def _loss(found: Compared, sign: float) -> float:
    assert found.changes is not None
    return float(sign * (found.after - found.before - np.median(found.changes)))


def _compared(
    panel: Panel, name: str, row: int, year: int, span: tuple[int, int], fewest: int
) -> Compared:
    """Return means of five years before and of a span of years after, and what others changed."""
    values: Floats = getattr(panel, name)
    at = year - FIRST
    before = _mean(values[:, at - BEFORE : at], FEWEST_BEFORE)
    after = _mean(values[:, at + span[0] : at + span[1] + 1], fewest)
    there = panel.tie[:, at] & ~np.isnan(before) & ~np.isnan(after)
    there[row] = False
    own_before, own_after = float(before[row]), float(after[row])
    if np.isnan(own_before) or np.isnan(own_after) or there.sum() < FEWEST_PEERS:
        return Compared(own_before, own_after, None)
    others = np.flatnonzero(there)
    near = others[np.argsort(np.abs(before[others] - own_before), kind="stable")[:PEERS]]
    return Compared(own_before, own_after, after[near] - before[near])


def _mean(values: Floats, fewest: int) -> Floats:
    """Return the mean of known years, NaN where fewer are known."""
    count = (~np.isnan(values)).sum(1)
    sums = np.nansum(values, axis=1)
    return np.where(count >= fewest, sums / np.maximum(count, 1), np.nan)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
