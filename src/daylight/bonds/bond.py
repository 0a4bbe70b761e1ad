"""The question how tightly two states are tied, by dimension, against all other pairs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from daylight.bonds.components import DIMENSIONS, LEAST_DIMENSIONS, Dimension
from daylight.bonds.explain import Slice, dimension_result, with_level
from daylight.bonds.history import histories, lineage_note
from daylight.bonds.level import FIRST_LEVELS, levels_of, smooth
from daylight.bonds.peak import Peak, peak
from daylight.bonds.records import Bond, DimensionResult
from daylight.bonds.year import DimensionYear, Pairs, dimension_year, pairs
from daylight.core.dyads import asked
from daylight.core.errors import BadInput
from daylight.core.periods import FIRST_YEAR, AsOf
from daylight.core.refs import ref
from daylight.core.states import State, lineage
from daylight.stats.composite import combine, weighted
from daylight.store.atlas import Atlas, current


def bond(
    a: str | int | State,
    b: str | int | State,
    when: str | int | None = None,
    weights: Mapping[str, float] | None = None,
    since: int | None = None,
    atlas: Atlas | None = None,
) -> Bond:
    """Measure how tightly two states are tied, by dimension, against all other pairs.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    when : str or int, optional
        Date to answer for; only full years before it enter. The newest date by default.
    weights : mapping of str to float, optional
        Weights of components, in place of the stated ones; rescaled in each dimension. The
        history is then left out, since it is stored for the stated weights.
    since : int, optional
        First year that "stronger than ever" looks back to; by default the first in which
        both were states, but not before 1946, when the latent levels begin.
    atlas : Atlas, optional
        The atlas in use by default.

    Returns
    -------
    Bond

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    BadInput, UnknownName
        For weights that are negative or name no component.
    """
    book = atlas or current()
    ask = asked(a, b, when, book.last)
    start = first_year(ask.a, ask.b, since, ask.when)
    return _bond(book, ask.a, ask.b, ask.when, dict(weights or {}), start)


def first_year(a: State, b: State, since: int | None, when: AsOf) -> int:
    """Return the first year that records look back to.

    Raises
    ------
    BadInput
        When `since` is before 1816, or not before the last full year.
    """
    if since is None:
        begun = max(lineage(state)[0][1].year for state in (a, b))
        return min(max(FIRST_LEVELS, begun), when.year)
    if not FIRST_YEAR <= since < when.year:
        raise BadInput(
            f"since {since} must lie from {FIRST_YEAR} to {when.year - 1}, before the last full "
            f"year."
        )
    return since


def _bond(
    book: Atlas, a: State, b: State, when: AsOf, weights: dict[str, float], since: int
) -> Bond:
    every, years = _section(book, when.year, tuple(sorted(weights.items())))
    stored = {} if weights else histories(book, a, b, when.year)
    levels = levels_of(book, a, b, when.year)
    here = Slice(book, a, b, when, every, every.find(a.cow, b.cow), stored, levels)
    indices = {d: y.index for d, y in years.items()}
    drawn = {d: y.composite() for d, y in years.items()} if weights else {}
    found = {d: dimension_result(here, d, years[d], indices[d], drawn.get(d)) for d in DIMENSIONS}
    found = {d: with_level(here, d, found[d]) for d in DIMENSIONS}
    places = np.stack([here.places(indices[d]) for d in DIMENSIONS], axis=1)
    equal = np.ones(len(DIMENSIONS))
    enough = (~np.isnan(places)).sum(axis=1) >= LEAST_DIMENSIONS
    overall = np.where(enough, weighted(places, equal), np.nan)
    again = combine([drawn[d] for d in DIMENSIONS], equal, LEAST_DIMENSIONS) if drawn else None
    return Bond(
        a=ref(a, when.date),
        b=ref(b, when.date),
        as_of=when.date,
        year=when.year,
        **found,
        overall=dimension_result(here, "overall", None, overall, again),
        lineage_note=lineage_note(a, b, when.year),
        weights=weights,
        atlas=book.manifest.id,
        since=since,
        peaks=tuple(_peak(here, d, found[d], since) for d in DIMENSIONS),
    )


def _peak(here: Slice, dimension: Dimension, found: DimensionResult, since: int) -> Peak:
    """Return the verdict, from levels smoothed over the years to the date."""
    levels = smooth(here.book, here.levels[dimension], dimension)
    return peak(dimension, found.history, levels, since, here.when.year, found.components)


@lru_cache(maxsize=8)
def _section(
    book: Atlas, year: int, weights: tuple[tuple[str, float], ...]
) -> tuple[Pairs, dict[Dimension, DimensionYear]]:
    """Return all pairs of a year with their components; kept, since many ask for one year."""
    every = pairs(year)
    given = dict(weights)
    return every, {d: dimension_year(book, d, every, book.spans(), given) for d in DIMENSIONS}
