"""The question how tightly two states are tied, by dimension, against all other pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache

import numpy as np

from daylight.bonds.caveats import caveats
from daylight.bonds.components import DIMENSIONS, FIRST_LEVELS, LEAST_DIMENSIONS, Dimension
from daylight.bonds.explain import Slice, dimension_result, with_level
from daylight.bonds.history import histories, lineage_note
from daylight.bonds.level import levels_of, smooth
from daylight.bonds.peak import Peak, peak
from daylight.bonds.records import Bond, DimensionResult
from daylight.bonds.view import VIEW
from daylight.bonds.words import summary
from daylight.bonds.year import DimensionYear, dimension_year
from daylight.core.errors import BadInput
from daylight.core.frozen import frozen
from daylight.core.lineages import number_in
from daylight.core.periods import FIRST_YEAR
from daylight.core.request import Request, Who, dated, request
from daylight.core.states import lineage
from daylight.measures.align import Pairs, pairs
from daylight.stats.composite import combine, weighted
from daylight.store.atlas import Atlas, current
from daylight.store.notes import source_notes

MADE = ("value", "lo", "hi", "index", "rank", "of", "history", "above", "below", "level", "levels")
"""What of a dimension is made of all its components."""


@dated
def bond(
    a: Who,
    b: Who,
    as_of: str | int | date | None = None,
    weights: Mapping[str, float] | None = None,
    since: int | None = None,
    atlas: Atlas | None = None,
) -> Bond:
    """Measure how tightly two states are tied, by dimension, against all other pairs.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    as_of : str, int or date, optional
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
        For weights that are negative or name no component, and a year that records cannot look
        back to.
    """
    atlas = atlas or current()
    options = {"weights": dict(weights or {}), "since": since}
    return ask(request("bond", (a, b), as_of, atlas.scope, options=options), atlas)


def ask(asked: Request, atlas: Atlas) -> Bond:
    """Answer a request about two states.

    Parameters
    ----------
    asked : Request
        With the options `weights` and `since`, or without.
    atlas : Atlas
    """
    weights: dict[str, float] = asked.options.get("weights", {})
    since = _since(asked)
    year = asked.year
    # On a day after a change of number the last full year is still that of the number before.
    a, b = (replace(s, cow=number_in(s.cow, year)) for s in asked.states)
    population, years = _section(atlas, year, tuple(sorted(weights.items())))
    pair = Slice(
        atlas, a, b, asked.when, population, population.find(a.cow, b.cow),
        {} if weights else histories(atlas, a, b, year), levels_of(atlas, a, b, year),
    )  # fmt: skip
    indices = {d: y.index for d, y in years.items()}
    drawn = {d: y.composite() for d, y in years.items()} if weights else {}
    parts = {d: dimension_result(pair, d, years[d], indices[d], drawn.get(d)) for d in DIMENSIONS}
    parts = {d: with_level(pair, d, parts[d]) for d in DIMENSIONS}
    places = np.stack([pair.places(indices[d]) for d in DIMENSIONS], axis=1)
    equal = np.ones(len(DIMENSIONS))
    enough = (~np.isnan(places)).sum(axis=1) >= LEAST_DIMENSIONS
    index = np.where(enough, weighted(places, equal), np.nan)
    again = combine([drawn[d] for d in DIMENSIONS], equal, LEAST_DIMENSIONS) if drawn else None
    overall = dimension_result(pair, "overall", None, index, again)
    peaks = tuple(_peak(pair, d, parts[d], since) for d in DIMENSIONS)
    three = tuple(parts[d] for d in DIMENSIONS)
    note = lineage_note(a, b, year)
    return Bond(
        request=asked,
        answer=summary((a, b), year, three, overall, peaks, since),
        military=parts["military"],
        political=parts["political"],
        economic=parts["economic"],
        overall=overall,
        lineage_note=note,
        weights=weights,
        since=since,
        peaks=peaks,
        caveats=tuple(caveats(atlas, asked, three, note)),
        sources=source_notes(atlas, _supports(three), year),
        view=VIEW,
    )


def _since(asked: Request) -> int:
    """Return the first year that records look back to.

    Raises
    ------
    BadInput
        When it is before 1816, or not before the last full year.
    """
    since: int | None = asked.options.get("since")
    if since is None:
        begun = max(lineage(state.cow)[0][1].year for state in (asked.a, asked.b))
        return min(max(FIRST_LEVELS, begun), asked.year)
    if not isinstance(since, int) or not FIRST_YEAR <= since < asked.year:
        raise BadInput(
            f"since {since!r} must be a year from {FIRST_YEAR} to {asked.year - 1}, before the "
            f"last full year."
        )
    return since


def _supports(parts: tuple[DimensionResult, ...]) -> dict[str, list[str]]:
    """Return the sources of each component, and of what is made of all of them."""
    supports: dict[str, list[str]] = {}
    for d in parts:
        known = [c for c in d.components if c.covered[0] <= c.covered[1]]
        together = [source for c in known for source in c.sources]
        for name in MADE:
            supports[f"/{d.dimension}/{name}"] = together
            supports.setdefault(f"/overall/{name}", []).extend(together)
        supports.setdefault("/peaks", []).extend(together)
        for k, c in enumerate(d.components):
            supports[f"/{d.dimension}/components/{k}"] = list(c.sources)
            supports[f"/{d.dimension}/components/{k}/without"] = together
    return supports


def _peak(pair: Slice, dimension: Dimension, result: DimensionResult, since: int) -> Peak:
    """Return the verdict, from levels smoothed over the years to the date."""
    levels = smooth(pair.atlas, pair.levels[dimension], dimension)
    return peak(dimension, result.history, levels, since, pair.when.year, result.components)


@lru_cache(maxsize=8)
def _section(
    atlas: Atlas, year: int, weights: tuple[tuple[str, float], ...]
) -> tuple[Pairs, dict[Dimension, DimensionYear]]:
    """Return all pairs of a year with their components; kept, since many ask for one year."""
    population = pairs(year)
    given = dict(weights)
    spans = atlas.spans()
    made = {d: dimension_year(atlas, d, population, spans, given) for d in DIMENSIONS}
    return frozen((population, made))
