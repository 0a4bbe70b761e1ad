"""The rule that makes none, minor or major of five years of arms deliveries."""

from __future__ import annotations

import polars as pl

LENGTH = 5
"""Years of a window, which ends with the year that the class is of."""
NONE, MINOR, MAJOR = 0, 1, 2
LARGE = 250.0
"""Volume (SIPRI's TIV, millions, over the window) from which deliveries are major."""
SOME, SHARE = 50.0, 0.3
"""Smaller deliveries are major too, from this volume and this share of all that the recipient
received in the window: fifty million are little for India and an army for Mali."""


def classed(volume: pl.Expr, received: pl.Expr) -> pl.Expr:
    """Return the class of deliveries: 2 major, 1 minor.

    Parameters
    ----------
    volume : Expr
        What one state received from another in the window. 0 stands for deliveries of which
        SIPRI says that they are below half a million; they are minor.
    received : Expr
        What the recipient received from everyone in the window.
    """
    much = (volume >= LARGE) | ((volume >= SOME) & (volume >= SHARE * received))
    return pl.when(much).then(MAJOR).otherwise(MINOR).cast(pl.Int8)
