"""Positions among all: the share of cases that lie below."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def share_below(values: Floats, reference: Floats) -> NDArray[np.float64]:
    """Return, for each value, the percentage of reference values strictly below it.

    Parameters
    ----------
    values : ndarray, shape (m,)
        NaN gives NaN.
    reference : ndarray, shape (n,)
        NaN entries do not count.

    Returns
    -------
    ndarray, shape (m,)
        0 to 100; NaN throughout when no reference value is known.

    Notes
    -----
    Strictly below, so that a pair without any tie stands at 0 however many others have
    none either; a mid-rank would put it near the middle.
    """
    return below(values, np.sort(reference[~np.isnan(reference)]))


def below(values: Floats, ordered: Floats) -> NDArray[np.float64]:
    """Return :func:`share_below` where the reference is in order and free of NaN."""
    if not len(ordered):
        return np.full(len(values), np.nan)
    share = np.searchsorted(ordered, values, side="left") * (100.0 / len(ordered))
    return np.where(np.isnan(values), np.nan, share)


def standing(values: Floats, reference: Floats, natural_zero: bool) -> NDArray[np.float64]:
    """Return the place of each value among all, 0 to 100, ties sharing the middle.

    Parameters
    ----------
    values : ndarray, shape (m,)
        NaN gives NaN.
    reference : ndarray, shape (n,)
        NaN entries do not count.
    natural_zero : bool
        Whether zero means that there is no tie: then zero stands at 0, and the others are
        placed among those that have one. Without this, a defence pact and a promise not to
        attack would stand side by side, since nine pairs in ten have neither.

    Returns
    -------
    ndarray, shape (m,)
        0 to 100; 0 throughout when there is nothing to be placed among.
    """
    known = reference[~np.isnan(reference)]
    return placed(values, np.sort(known[known > 0] if natural_zero else known), natural_zero)


def placed(values: Floats, ordered: Floats, natural_zero: bool) -> NDArray[np.float64]:
    """Return :func:`standing` where what it is placed among is in order, and above zero."""
    if not len(ordered):
        return np.where(np.isnan(values), np.nan, 0.0)
    first = np.searchsorted(ordered, values, side="left")
    through = np.searchsorted(ordered, values, side="right")
    place = (first + through) * (50.0 / len(ordered))
    if natural_zero:
        place = np.where(values > 0, place, 0.0)
    return np.where(np.isnan(values), np.nan, place)
