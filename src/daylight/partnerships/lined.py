"""Ties in lines: those that cannot be told apart share one."""

from __future__ import annotations

from collections.abc import Sequence


def ranks(spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """Return the rank of the line that each tie stands in.

    Parameters
    ----------
    spans : sequence of (float, float)
        Lower and upper end of each tie, highest value first.

    Returns
    -------
    tuple of int
        A tie shares the line of the one that opened it where their intervals meet, and opens the
        next where they do not. Ranks count ties: after a line of three that begins with 1 comes 4.

    Examples
    --------
    >>> ranks([(80.0, 90.0), (70.0, 81.0), (60.0, 75.0), (10.0, 10.0), (10.0, 10.0)])
    (1, 1, 3, 4, 4)
    """
    found: list[int] = []
    opened = 0.0
    for place, (lo, hi) in enumerate(spans, 1):
        if found and hi >= opened:
            found.append(found[-1])
        else:
            found.append(place)
            opened = lo
    return tuple(found)
