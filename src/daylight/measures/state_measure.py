"""What a measure of one state is: one number for each state and year, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.status import MISSING, OBSERVED
from daylight.measures.measure import Floats, Span, World


@dataclass(frozen=True, slots=True)
class StateValues:
    """Values of one measure for many states and years; all arrays have one length.

    Attributes
    ----------
    cow, year : ndarray of int
        COW number and calendar year; no two rows have both alike.
    value, lo, hi : ndarray of float
        Value and 90 % interval, whose ends equal the value where the source has no error; NaN
        where there is no value.
    status : ndarray of int8
        Codes of :data:`daylight.core.status.STATUSES`.
    """

    cow: NDArray[np.int64]
    year: NDArray[np.int64]
    value: Floats
    lo: Floats
    hi: Floats
    status: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class StateMeasure:
    """One entry of :data:`daylight.measures.of_states.STATE_MEASURES`.

    In a frame of pairs it is two columns, ``_a`` and ``_b``. The attributes are those of
    :class:`daylight.measures.measure.Measure`; a state without a row is always `missing`.
    """

    name: str
    title: str
    unit: str
    about: str
    low: float
    high: float
    table: str
    interval: str
    citation: str
    method: str
    compute: Callable[[World, int, int], StateValues]
    span: Callable[[World], Span]
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "about", cleandoc(self.about))


def state_values(
    cow: Any, year: Any, value: Floats, lo: Floats, hi: Floats, status: Any = None
) -> StateValues:
    """Return values of states: observed, unless `status` says else, and missing where NaN."""
    known = np.full(len(value), OBSERVED) if status is None else status
    return StateValues(
        np.asarray(cow, np.int64),
        np.asarray(year, np.int64),
        value,
        lo,
        hi,
        np.where(np.isnan(value), MISSING, known).astype(np.int8),
    )
