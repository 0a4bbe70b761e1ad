"""Ledgers as the atlas stores them: whole steps in, and numbers out."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.store.schemas.ledgers import ANGLE_STEP, CODINGS, LEAST, MOST_ANGLE

Floats = NDArray[np.float64]


def steps_of(item: str, raw: Floats) -> Floats:
    """Return raw values of an item in steps, NaN where not known."""
    coding = CODINGS[item]
    if coding.logged:
        with np.errstate(divide="ignore"):
            raw = np.log10(raw)
    return np.clip(np.round(raw / coding.step), LEAST.get(item, 0), coding.most)


def raw_of(item: str, steps: NDArray[Any]) -> Floats:
    """Return the raw values of stored steps; what is below all logarithms is zero."""
    coding = CODINGS[item]
    values = np.asarray(steps, float)
    if not coding.logged:
        return values * coding.step
    return np.where(values <= LEAST[item], 0.0, 10.0 ** (values * coding.step))


def angle_of(chance: Floats) -> Floats:
    """Return chances in steps of the angle."""
    angle = np.arcsin(np.sqrt(np.clip(chance, 0.0, 1.0)))
    return np.minimum(np.round(angle / ANGLE_STEP), MOST_ANGLE - 1)
