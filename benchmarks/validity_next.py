"""From what is known in a year, tell what the three years after it bring."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from validity_data import Cube, DimensionData, measured, remembered
from validity_latent import filtered, indicators, refit
from validity_rank import Cases, concordance, rank_correlation

from daylight.bonds.components import DIMENSIONS, Dimension
from daylight.measures.votes import AGENDA_BREAK

FIRST, STEP, AHEAD = 1951, 3, 3
"""Every third year, so that the three years after each do not overlap."""
FORCE = 4.0
"""Hostility from which force was used."""
QUIET = 5
"""Years without any dispute before a new one."""
CONTACT = 75.0
"""Pairs in contact have a trade share above this percentile of the year."""
EARLY = 1995
LEAST = 20
"""Cases of an outcome needed for a figure."""
SAMPLE = 4000
"""Pairs of the early fit: a fifth of all, as in the atlas."""
Flags = NDArray[np.bool_]
Within = Literal["all", "contact"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happens in the years after: NaN where it is not known or the pair is not at risk.

    `sign` is -1 for what weak ties should bring. With `given`, the value now is held fixed and
    the outcome is a number; otherwise it is yes or no.
    """

    name: str
    sign: int
    value: Cube
    given: Cube | None = None


def _ahead(x: Cube) -> Cube:
    """Return the three years after each year, (U, T, 3); NaN beyond the end."""
    out = np.full((*x.shape, AHEAD), np.nan, np.float32)
    for lag in range(1, AHEAD + 1):
        out[:, :-lag, lag - 1] = x[:, lag:]
    return out


def _within(x: Cube, ok: Flags) -> Cube:
    return np.where(ok, x, np.nan).astype(np.float32)


def _any_ahead(x: Cube) -> Cube:
    """Return whether it is so in one of the years after, which must all be known."""
    later = _ahead(x)
    return _within(later.max(axis=2), np.asarray(np.isfinite(later).all(axis=2)))


def _yes(x: Cube, at_least: float) -> Cube:
    return _within((x >= at_least).astype(np.float32), ~np.isnan(x))


def outcomes(data: Mapping[Dimension, DimensionData]) -> Iterator[Outcome]:
    """Yield the outcomes, conflict first."""
    disputes = measured(data, "disputes")
    force = _any_ahead(_yes(disputes, FORCE))
    yield Outcome("use of force", -1, force)
    some = np.nan_to_num(disputes) > 0
    quiet = np.stack([~some[:, max(t - QUIET + 1, 0) : t + 1].any(1) for t in range(some.shape[1])])
    yield Outcome("use of force after five quiet years", -1, _within(force, quiet.T))
    for name, measure, sign in (
        ("new sanctions", "sanctions", -1),
        ("new alliance support", "alliance_support", 1),
    ):
        here = _yes(measured(data, measure), 1e-9)
        yield Outcome(name, sign, _within(_any_ahead(here), here == 0))
    votes = measured(data, "vote_kappa").copy()
    votes[:, AGENDA_BREAK - data["political"].years.start :] = np.nan
    later = _ahead(votes)[:, :, -1]
    yield Outcome("votes three years on, given votes now", 1, later, votes)


def predictions(
    data: Mapping[Dimension, DimensionData], tick: Callable[[], None] = lambda: None
) -> list[dict[str, object]]:
    """Return how index, remembered index and level tell each outcome, among all and in contact."""
    rows = []
    contact = _contact(data)
    for outcome in outcomes(data):
        for d in DIMENSIONS:
            scores = {
                "index": data[d].position,
                "memory": remembered(data[d].position),
                "level": data[d].level,
            }
            for within in ("all", "contact"):
                there = contact if within == "contact" else np.ones_like(contact)
                row = _row(data[d], outcome, scores, there, FIRST)
                if row is not None:
                    rows.append({"outcome": outcome.name, "dimension": d, "within": within, **row})
            tick()
    return rows


def leak(
    data: Mapping[Dimension, DimensionData], tick: Callable[[], None] = lambda: None
) -> dict[str, object]:
    """Return the same after 1995, by levels whose parameters come from the years to 1995.

    With the rows come the loadings of the early fit, by dimension and measure.
    """
    rows = []
    early, loadings = {}, {}
    for d in DIMENSIONS:
        every = indicators(data[d], EARLY)
        factor = refit(every.panel, EARLY + 1 - data[d].years.start, SAMPLE)
        names = [data[d].components[k].measure for k in every.columns]
        sizes = [round(x.loading, 2) for x in factor.loadings]
        loadings[d] = dict(zip(names, sizes, strict=True))
        early[d] = _within(filtered(every.panel, factor), ~np.isnan(data[d].level))
        tick()
    for outcome in outcomes(data):
        for d in DIMENSIONS:
            scores = {"index": data[d].position, "level": data[d].level, "early": early[d]}
            row = _row(data[d], outcome, scores, data[d].there, EARLY + 1)
            if row is not None:
                rows.append({"outcome": outcome.name, "dimension": d, **row})
        tick()
    return {"rows": rows, "loadings": loadings}


def _contact(data: Mapping[Dimension, DimensionData]) -> Flags:
    share = measured(data, "trade_share")
    out = np.zeros(share.shape, bool)
    for t in range(share.shape[1]):
        known = ~np.isnan(share[:, t])
        if known.any():
            out[known, t] = share[known, t] > np.percentile(share[known, t], CONTACT)
    return out


def _row(
    data: DimensionData, outcome: Outcome, scores: Mapping[str, Cube], there: Flags, first: int
) -> dict[str, object] | None:
    known = there & ~np.isnan(outcome.value)
    for score in scores.values():
        known = known & ~np.isnan(score)
    if outcome.given is not None:
        known &= ~np.isnan(outcome.given)
    some = np.arange(first - data.years.start, known.shape[1], STEP)
    unit, at = np.nonzero(known[:, some])
    time = some[at]
    value = outcome.value[unit, time]
    found = {n: outcome.sign * s[unit, time] for n, s in scores.items()}
    cases = Cases(data.keys[unit], time + data.years.start, value, found)
    if outcome.given is not None:
        result = rank_correlation(cases, outcome.given[unit, time])
        return {"kind": "correlation", "events": None, "cases": len(unit), **result.summary()}
    if value.sum() < LEAST:
        return None
    result = concordance(cases)
    events = int(value.sum())
    return {"kind": "auc", "events": events, "cases": len(unit), **result.summary()}
