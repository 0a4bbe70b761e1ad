"""Covered years of measures that are worked out when they are asked for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from daylight.core.errors import AtlasTooOld
from daylight.measures.measure import Span, World


def as_of_measure(name: str) -> Callable[[World], Span]:
    """Return the function that gives the covered years of a stored measure, `name`."""

    def span(world: World) -> Span:
        rows = world.rows("coverage")
        at = np.flatnonzero(np.asarray(rows["measure"]).astype(str) == name)
        if not len(at):
            raise AtlasTooOld(
                f"The atlas does not cover {name}; it is older than this Daylight: rebuild it with "
                f"`daylight atlas build`."
            )
        return int(rows["start"][at[0]]), int(rows["end"][at[0]])

    return span


def of_rows(table: str, start: str = "year", end: str = "year") -> Callable[[World], Span]:
    """Return the function that gives the first and last year of the rows of a table."""

    def span(world: World) -> Span:
        rows = world.rows(table)
        return int(rows[start].min()), int(rows[end].max())

    return span


def fixed(first: int, last: int) -> Callable[[World], Span]:
    """Return the function that gives the years that a source declares."""
    return lambda world: (first, last)


def within(inner: Callable[[World], Span], last: int) -> Callable[[World], Span]:
    """Return the function that gives the years of `inner` up to `last`."""

    def span(world: World) -> Span:
        first, end = inner(world)
        return first, min(end, last)

    return span
