"""Spans of years in which forecasts were made, to see in which of them they were good."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.backtests.records import Period, Skill
from daylight.breaks.rolling import Floats, Forecasts
from daylight.stats.foretold import log_skill

SPANS = ((1970, 1989), (1990, 2010))
"""First and last years of forecasts: of the cold war, and after."""
TURN = (1989, 1991)
"""Years of the end of the Soviet bloc, in which one change of course ended many ties."""
WITHOUT = f"without {TURN[0]}-{TURN[1] % 100}"


def periods(made: Forecasts, ours: Floats, theirs: Floats, horizon: int) -> Iterator[Period]:
    """Yield how good the forecasts of each span were, and those that look at none of the turn.

    What was learned from is not changed: forecasts of the 1990s know the turn. A span without
    an event has no skill, and is left out.

    Parameters
    ----------
    ours, theirs : ndarray
        The forecasts, and those that they are set against.
    horizon : int
        Years ahead, by which a forecast looks at the turn.
    """
    named = {f"{first}-{last}": (made.year >= first) & (made.year <= last) for first, last in SPANS}
    named[WITHOUT] = (made.year + horizon < TURN[0]) | (made.year >= TURN[1])
    for name, at in named.items():
        if (made.event & at).any():
            event = made.event[at]
            skill = Skill(*log_skill(ours[at], theirs[at], event, made.mover[at]))
            yield Period(name, len(event), int(event.sum()), skill)
