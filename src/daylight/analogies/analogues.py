"""The question which pairs of states, at any time before, were tied in the same way."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from daylight.analogies.records import Analogue, Analogues
from daylight.analogies.view import VIEW
from daylight.analogies.words import caveats, summary
from daylight.bonds.components import COMPONENTS, DIMENSIONS, Dimension
from daylight.bonds.level import levels_of
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.lineages import numbers
from daylight.core.refs import ref_of
from daylight.core.request import Request, Who, dated, request
from daylight.measures import sources_of
from daylight.store.atlas import Atlas, current
from daylight.store.notes import source_notes
from daylight.store.schemas import LEVEL_STEP

COUNT = 5
CANDIDATES = 400
"""Pair-years looked at before one year of each pair is kept."""


@dated
def analogues(
    a: Who,
    b: Who,
    as_of: str | int | date | None = None,
    count: int = COUNT,
    atlas: Atlas | None = None,
) -> Analogues:
    """Return pairs and years, none later than the date, whose profile of levels was nearest.

    The profile is the latent level in each dimension, from what was known in that year. A
    likeness of profile is no forecast: what came of those pairs may have other causes.

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    BadInput
        For a count below one.
    """
    if count < 1:
        raise BadInput(f"count must be at least 1; got {count}.")
    atlas = atlas or current()
    options = {"count": None if count == COUNT else count}
    return ask(request("analogues", (a, b), as_of, atlas.scope, options=options), atlas)


def ask(asked: Request, atlas: Atlas) -> Analogues:
    """Answer a request about two states.

    Parameters
    ----------
    asked : Request
        With the option `count`, or without.
    atlas : Atlas
    """
    a, b = asked.a, asked.b
    paths = levels_of(atlas, a, b, asked.year)
    found = _profile({d: set(paths[d].year.tolist()) for d in DIMENSIONS})
    if found is None:
        raise OutsideCoverage(
            f"{a.name} and {b.name} have no year to {asked.year} with levels in two dimensions; "
            f"there is no profile to compare."
        )
    year, used = found
    at = {d: paths[d].at(year) or 0 for d in used}
    levels: dict[str, float] = {d: float(paths[d].mean[at[d]]) for d in used}
    error = (sum(float(paths[d].sd[at[d]]) ** 2 for d in used) / len(used)) ** 0.5
    rows = atlas.nearest("levels", "level", LEVEL_STEP, dict(levels), asked.year, CANDIDATES)
    end = date(asked.year, 12, 31)
    own = {tuple(sorted((x, y))) for x in numbers(a.cow, end) for y in numbers(b.cow, end)}
    nearest = _nearest(rows, used, own, asked.options.get("count", COUNT))
    return Analogues(
        request=asked,
        answer=summary((a, b), year, nearest),
        profile_year=year,
        dimensions=used,
        levels={d: round(x, 2) for d, x in levels.items()},
        error=round(error, 2),
        nearest=nearest,
        caveats=tuple(caveats(asked.year, year, used, round(error, 2))),
        sources=source_notes(atlas, _supports(atlas, asked.year, used), asked.year),
        view=VIEW,
    )


def _profile(years: dict[Dimension, set[int]]) -> tuple[int, tuple[Dimension, ...]] | None:
    """Return the last year with levels in as many dimensions as have one in common, at least two.

    Dimensions whose years never meet, as where trade of a state is not observed, are not all
    used: those that meet last are.
    """
    known = [d for d in years if years[d]]
    for size in range(len(known), 1, -1):
        shared = {dims: set.intersection(*(years[d] for d in dims))
                  for dims in combinations(known, size)}  # fmt: skip
        ends = [(max(both), dims) for dims, both in shared.items() if both]
        if ends:
            return max(ends, key=lambda end: end[0])
    return None


def _supports(atlas: Atlas, year: int, used: tuple[Dimension, ...]) -> dict[str, tuple[str, ...]]:
    begun = {name for name, (start, _) in atlas.spans().items() if start <= year}
    sources = sources_of(
        c.measure for c in COMPONENTS if c.dimension in used and c.measure in begun
    )
    return dict.fromkeys(("/levels", "/error", "/nearest"), sources)


def _nearest(
    rows: list[dict[str, float]],
    used: tuple[Dimension, ...],
    own: set[tuple[int, ...]],
    count: int,
) -> tuple[Analogue, ...]:
    out: dict[tuple[int, ...], Analogue] = {}
    for row in rows:
        pair = (int(row["a"]), int(row["b"]))
        if pair in own or pair in out:
            continue
        year = int(row["year"])
        day = date(year, 12, 31)
        out[pair] = Analogue(
            ref_of(pair[0], day), ref_of(pair[1], day), year,
            {d: round(row[d] * LEVEL_STEP, 2) for d in used}, round(row["distance"], 3),
        )  # fmt: skip
        if len(out) == count:
            break
    return tuple(out.values())
