"""The question how good forecasts of breaks would have been, made each year from the past alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from daylight.backtests.outcomes import outcome
from daylight.backtests.records import Backtest, Outcome
from daylight.backtests.view import VIEW
from daylight.backtests.words import summary
from daylight.breaks import rolling
from daylight.breaks.democracies import democracies
from daylight.breaks.kinds import ACTS
from daylight.breaks.risk import LATE, Ints, TieYears, around
from daylight.core.errors import OutsideCoverage
from daylight.core.request import Request, dated, request
from daylight.core.said import Caveat
from daylight.endurance.rates import HORIZONS, seen_by
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

TABLES = ("tie_years", "onsets", "breaks", "regimes")


@dated
def backtest(as_of: str | int | date | None = None, atlas: Atlas | None = None) -> Backtest:
    """Return how good forecasts of breaks would have been, 1970 to 2010.

    Each year's forecast is the share of ties of its tier, quiet or warned, that broke in the years
    whose outcome was known by then; it is set against the share of all ties. A finer one says of
    quiet ties how often those with as many democracies broke.

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
    free = democracies(seen, atlas.rows("regimes", columns=("cow", "year", "polyarchy")))
    outcomes = (*_breaks(seen, free, asked.year), *_acts(atlas, seen, free, asked.year))
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
                "The definitions were chosen after looking at cases of the same years, and to "
                "count democracies, of the year before, after looking at what went along with "
                "breaks; real skill is lower. Regimes are coded by experts who know what came. "
                "Positions in votes are estimated with parameters of all years, ties with a break "
                "that was not yet known are left out, and but for regimes the time that sources "
                "take to appear is not counted.",
                ("/outcomes",),
            ),
        ),
        sources=source_notes(atlas, {"/outcomes": of_tables(*TABLES)}, asked.year),
        view=VIEW,
    )


def _breaks(seen: TieYears, free: Ints, until: int) -> Iterator[Outcome]:
    for horizon in HORIZONS:
        event = seen.breaks_within(horizon)
        made = rolling.forecasts(seen, event, horizon, seen.at_risk, until, free)
        yield from outcome("break", made, horizon)


def _acts(atlas: Atlas, seen: TieYears, free: Ints, until: int) -> Iterator[Outcome]:
    marks = ", ".join("?" * len(ACTS))
    where = f"family IN ({marks}) AND year <= ?"
    rows = atlas.rows("onsets", where, (*ACTS, until), ("a", "b", "year"))
    _, after = around(seen.pair, seen.year, rows)
    every = np.ones(len(after), bool)
    for horizon in HORIZONS:
        event = after <= seen.year + horizon
        made = rolling.forecasts(seen, event, horizon, every, until, free)
        yield from outcome("act", made, horizon)
