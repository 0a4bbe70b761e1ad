"""Scores of the forecasts of one outcome at one horizon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from daylight.backtests.periods import periods
from daylight.backtests.records import Bin, Finer, Outcome, Skill
from daylight.breaks.rolling import Bins, Forecasts, finer_reliability, reliability
from daylight.stats.foretold import auc_within_year, brier_skill, log_skill


def outcome(
    name: Literal["break", "act"], made: Forecasts | None, horizon: int
) -> Iterator[Outcome]:
    """Yield how good forecasts were; nothing where there are none, or nothing came."""
    if made is None or not made.event.any():
        return
    auc = auc_within_year(made.tier, made.event, made.year, made.mover)
    yield Outcome(
        name=name,
        horizon=horizon,
        first=int(made.year.min()),
        last=int(made.year.max()),
        n=len(made.event),
        events=int(made.event.sum()),
        log_skill=Skill(*log_skill(made.tier, made.base, made.event, made.mover)),
        brier_skill=brier_skill(made.tier, made.base, made.event),
        auc_within_year=auc and auc[0],
        reliability=tuple(_bins(reliability(made))),
        periods=tuple(periods(made, made.tier, made.base, horizon)),
        by_democracies=_finer(made, horizon),
    )


def _finer(made: Forecasts, horizon: int) -> Finer:
    gain, by_stronger = (
        Skill(*log_skill(made.finer, made.tier, made.event, group))
        for group in (made.mover, made.other)
    )
    auc = auc_within_year(made.finer, made.event, made.year, made.mover)
    return Finer(
        log_skill=Skill(*log_skill(made.finer, made.base, made.event, made.mover)),
        gain=gain,
        gain_by_stronger=by_stronger,
        brier_skill=brier_skill(made.finer, made.base, made.event),
        auc_within_year=auc and Skill(*auc),
        reliability=tuple(_bins(finer_reliability(made))),
        periods=tuple(periods(made, made.finer, made.tier, horizon)),
    )


def _bins(found: Bins) -> Iterator[Bin]:
    for (warned, free), (forecast, observed, n) in found.items():
        yield Bin("warned" if warned else "quiet", forecast, observed, n, free)
