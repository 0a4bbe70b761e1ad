"""Alliance obligations as a bitmask, and as one valued commitment from 0 to 3."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.choices import one_of
from daylight.core.errors import BadInput

Order = Literal["chiba", "cow"]

ORDERS: tuple[Order, ...] = ("chiba", "cow")

OBLIGATIONS: tuple[str, ...] = ("defense", "offense", "neutral", "nonagg", "consul")
"""The five obligations of ATOP; obligation number k is bit 2**k of a mask."""

DEFENSE, OFFENSE, NEUTRAL, NONAGG, CONSUL = (1 << k for k in range(len(OBLIGATIONS)))
ANY = (1 << len(OBLIGATIONS)) - 1
TOP = 3
"""Largest commitment in either order."""

_RANKS: dict[Order, tuple[tuple[int, int], ...]] = {
    "chiba": ((NONAGG, 1), (NEUTRAL | CONSUL, 2), (DEFENSE | OFFENSE, 3)),
    "cow": ((CONSUL, 1), (NEUTRAL | NONAGG, 2), (DEFENSE | OFFENSE, 3)),
}


def _table(order: Order) -> NDArray[np.int8]:
    """Value of each of the 32 masks: the highest rank of any obligation in it."""
    masks = np.arange(ANY + 1)
    values = np.zeros(ANY + 1, np.int8)
    for bits, rank in _RANKS[order]:
        values[(masks & bits) > 0] = rank
    return values


_TABLES = {order: _table(order) for order in ORDERS}


def valued(masks: NDArray[np.integer], order: Order = "chiba") -> NDArray[np.int8]:
    """Return the commitment that each mask of obligations stands for.

    Parameters
    ----------
    masks : ndarray of int
        Sums of 1 defence, 2 offence, 4 neutrality, 8 non-aggression, 16 consultation.
    order : {"chiba", "cow"}
        ``chiba``: 3 defence or offence, 2 neutrality or consultation, 1 non-aggression
        only, 0 none. ``cow``: 3 defence or offence, 2 neutrality or non-aggression,
        1 consultation only (an entente), 0 none.

    Returns
    -------
    ndarray of int8, the shape of `masks`

    Raises
    ------
    BadInput
        When a mask is outside 0 to 31, or the order is not known.

    Notes
    -----
    The orders differ on consultation and non-aggression, and no theory settles which
    binds more: report both, or use :func:`binary`.

    References
    ----------
    Chiba, Johnson & Leeds 2022. Signorino & Ritter 1999, ISQ 43:115-144 (COW order).
    """
    table = _TABLES[one_of(order, ORDERS, "order")]
    return table[_checked(masks)]


def binary(masks: NDArray[np.integer], bits: int = DEFENSE | OFFENSE) -> NDArray[np.int8]:
    """Return 1 where a mask holds any of `bits`, else 0.

    Parameters
    ----------
    masks : ndarray of int
        As for :func:`valued`.
    bits : int
        What counts as an alliance; by default a promise to fight.

    Returns
    -------
    ndarray of int8, the shape of `masks`

    Raises
    ------
    BadInput
        When a mask is outside 0 to 31.
    """
    hit: NDArray[np.int8] = ((_checked(masks) & bits) > 0).astype(np.int8)
    return hit


def _checked(masks: NDArray[np.integer]) -> NDArray[np.integer]:
    array = np.asarray(masks)
    if array.size and not ((array >= 0) & (array <= ANY)).all():
        raise BadInput(f"A mask of obligations must be from 0 to {ANY}.")
    return array
