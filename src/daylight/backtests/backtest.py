"""The question how good forecasts of breaks would have been, made each year from the past alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import numpy as np

from daylight.backtests.periods import periods
from daylight.backtests.records import Backtest, Bin, Outcome, Skill
from daylight.backtests.view import VIEW
from daylight.backtests.words import summary
from daylight.breaks import rolling
from daylight.breaks.kinds import ACTS
from daylight.breaks.risk import LATE, Bools, TieYears, around
from daylight.core.errors import OutsideCoverage
from daylight.core.request import Request, dated, request
from daylight.core.said import Caveat
from daylight.endurance.rates import HORIZONS, seen_by
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

TABLES = ("tie_years", "onsets", "breaks")


@dated
def backtest(as_of: str | int | date | None = None, atlas: Atlas | None = None) -> Backtest:
    """Return how good forecasts of breaks would have been, 1970 to 2010.

    Each year's forecast is the share of ties of its tier, quiet or warned, that broke in the years
    whose outcome was known by then; it is set against the share of all ties.

    Parameters
    ----------
    as_of : str, int or date, optional
        Date to answer for; the newest by default. Only forecasts count whose outcome was known
        by then.

    Raises
    ------
    OutsideCoverage
        For a date by which no forecast had an outcome.
    """
    atlas = atlas or current()
    return ask(request("backtest", (), as_of, atlas.scope), atlas)


def ask(asked: Request, atlas: Atlas) -> Backtest:
    """Answer."""
    seen = seen_by(atlas, asked.year)
    outcomes = (*_breaks(seen, asked.year), *_acts(atlas, seen, asked.year))
    if not outcomes:
        raise OutsideCoverage(
            f"Forecasts are made from {rolling.START} on, and none has an outcome by {asked.year}; "
            f"ask for {rolling.START + HORIZONS[0] + LATE} or later."
        )
    return Backtest(
        request=asked,
        answer=summary(outcomes),
        outcomes=outcomes,
        caveats=(
            Caveat(
                "model",
                "The definitions were chosen after looking at cases of the same years; real skill "
                "is lower. Positions in votes are estimated with parameters of all years, ties "
                "with a break that was not yet known are left out, and the time that sources take "
                "to appear is not counted.",
                ("/outcomes",),
            ),
        ),
        sources=source_notes(atlas, {"/outcomes": of_tables(*TABLES)}, asked.year),
        view=VIEW,
    )


def _breaks(seen: TieYears, until: int) -> Iterator[Outcome]:
    for horizon in HORIZONS:
        event = seen.breaks_within(horizon)
        yield from _outcome("break", seen, event, horizon, seen.at_risk, until)


def _acts(atlas: Atlas, seen: TieYears, until: int) -> Iterator[Outcome]:
    marks = ", ".join("?" * len(ACTS))
    where = f"family IN ({marks}) AND year <= ?"
    rows = atlas.rows("onsets", where, (*ACTS, until), ("a", "b", "year"))
    _, after = around(seen.pair, seen.year, rows)
    every = np.ones(len(after), bool)
    for horizon in HORIZONS:
        yield from _outcome("act", seen, after <= seen.year + horizon, horizon, every, until)


def _outcome(
    name: Literal["break", "act"],
    seen: TieYears,
    event: Bools,
    horizon: int,
    risk: Bools,
    until: int,
) -> Iterator[Outcome]:
    made = rolling.forecasts(seen, event, horizon, risk, until)
    if made is None or not made.event.any():
        return
    bins = (
        Bin("warned" if warned else "quiet", forecast, observed, n)
        for warned, (forecast, observed, n) in rolling.reliability(made).items()
    )
    yield Outcome(
        name=name,
        horizon=horizon,
        first=int(made.year.min()),
        last=int(made.year.max()),
        n=len(made.event),
        events=int(made.event.sum()),
        log_skill=Skill(*rolling.log_skill(made)),
        brier_skill=rolling.brier_skill(made),
        auc_within_year=rolling.auc_within_year(made),
        reliability=tuple(bins),
        periods=tuple(periods(made, horizon)),
    )
