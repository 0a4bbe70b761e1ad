"""Results that are kept and given out again: their arrays cannot be written to."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

import numpy as np

Kept = TypeVar("Kept")


def frozen(kept: Kept) -> Kept:
    """Make every array within a result read-only, and return the result.

    Who is given what a cache holds could change the next answer by writing to it; now that
    raises a ValueError, and ``array.copy()`` is what can be written to.
    """
    _freeze(kept)
    return kept


def _freeze(part: Any) -> None:
    if isinstance(part, np.ndarray):
        part.flags.writeable = False
    elif isinstance(part, Mapping):
        for one in part.values():
            _freeze(one)
    elif isinstance(part, (tuple, list)):
        for one in part:
            _freeze(one)
    elif dataclasses.is_dataclass(part) and not isinstance(part, type):
        for field in dataclasses.fields(part):
            _freeze(getattr(part, field.name))
