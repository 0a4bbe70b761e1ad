"""Measures of one state in a year: rows of a few families, listed in :data:`STATE_MEASURES`."""

from __future__ import annotations

from daylight.core.choices import known
from daylight.measures.state_measure import StateMeasure
from daylight.measures.state_sizes import STATE_SIZES
from daylight.measures.state_traits import STATE_TRAITS

STATE_MEASURES: tuple[StateMeasure, ...] = (*STATE_SIZES, *STATE_TRAITS)


def state_measure(name: str) -> StateMeasure:
    """Return the measure of states of this name.

    Raises
    ------
    UnknownName
        With near names.
    """
    known(name, [m.name for m in STATE_MEASURES], "measure of states", "daylight panel --list")
    return next(m for m in STATE_MEASURES if m.name == name)
