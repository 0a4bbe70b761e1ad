"""Spans of years in which forecasts were made, to see in which of them they were good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from daylight.backtests.records import Period, Skill
from daylight.breaks import rolling
from daylight.breaks.risk import Bools
from daylight.breaks.rolling import Forecasts

SPANS = ((1970, 1989), (1990, 2010))
"""First and last years of forecasts: of the cold war, and after."""
TURN = (1989, 1991)
"""Years of the end of the Soviet bloc, in which one change of course ended many ties."""
WITHOUT = f"without {TURN[0]}-{TURN[1] % 100}"


def periods(made: Forecasts, horizon: int) -> Iterator[Period]:
    """Yield how good the forecasts of each span were, and those that look at none of the turn.

    What was learned from is not changed: forecasts of the 1990s know the turn. A span without
    an event has no skill, and is left out.

    Parameters
    ----------
    horizon : int
        Years ahead, by which a forecast looks at the turn.
    """
    named = {f"{first}-{last}": (made.year >= first) & (made.year <= last) for first, last in SPANS}
    named[WITHOUT] = (made.year + horizon < TURN[0]) | (made.year >= TURN[1])
    for name, at in named.items():
        if (made.event & at).any():
            part = _part(made, at)
            skill = Skill(*rolling.log_skill(part))
            yield Period(name, len(part.event), int(part.event.sum()), skill)


def _part(made: Forecasts, at: Bools) -> Forecasts:
    return Forecasts(*(getattr(made, field.name)[at] for field in fields(made)))
