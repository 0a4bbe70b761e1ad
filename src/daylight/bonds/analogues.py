"""The question which pairs of states, at any time before, were tied in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.bonds.components import DIMENSIONS, Dimension
from daylight.bonds.level import levels_of
from daylight.core.dyads import asked
from daylight.core.errors import OutsideCoverage
from daylight.core.refs import StateRef, numbers, ref, ref_of
from daylight.core.states import State
from daylight.store.atlas import Atlas, current
from daylight.store.schemas import LEVEL_STEP

COUNT = 5
CANDIDATES = 400
"""Pair-years looked at before one year of each pair is kept."""


@dataclass(frozen=True, slots=True)
class Analogue:
    """A pair and year with a like profile.

    Attributes
    ----------
    a, b : StateRef
    year : int
        The year of the pair that is nearest.
    levels : dict of str to float
        Latent levels by dimension, in standard deviations.
    distance : float
        Root mean square difference of the levels.
    """

    a: StateRef
    b: StateRef
    year: int
    levels: dict[str, float]
    distance: float


@dataclass(frozen=True, slots=True)
class Analogues:
    """Pairs whose profile was nearest to that of a pair.

    Attributes
    ----------
    a, b : StateRef
    as_of : date
    year : int
        Last year not after the date in which the pair has levels in all `dimensions`.
    dimensions : tuple of str
        Dimensions compared.
    levels : dict of str to float
        The pair's own.
    error : float
        Root mean square of the sds of the pair's levels: analogues nearer to each other than
        this cannot be told apart.
    found : tuple of Analogue
        Nearest first, each pair once.
    """

    a: StateRef
    b: StateRef
    as_of: date
    year: int
    dimensions: tuple[Dimension, ...]
    levels: dict[str, float]
    error: float
    found: tuple[Analogue, ...]
    atlas: str

    def __str__(self) -> str:
        """Return the result as text for a terminal."""
        from daylight.bonds.analogues_text import render

        return render(self)


def analogues(
    a: str | int | State,
    b: str | int | State,
    when: str | int | None = None,
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
    """
    book = atlas or current()
    ask = asked(a, b, when, book.last)
    one, two, day = ask.a, ask.b, ask.when
    paths = levels_of(book, one, two, day.year)
    used = tuple(d for d in DIMENSIONS if len(paths[d].year))
    shared = set.intersection(*(set(paths[d].year.tolist()) for d in used)) if used else set()
    if len(used) < 2 or not shared:
        raise OutsideCoverage(
            f"{one.name} and {two.name} have no year to {day.year} with levels in two "
            f"dimensions; there is no profile to compare."
        )
    year = max(shared)
    at = {d: paths[d].at(year) or 0 for d in used}
    levels: dict[str, float] = {d: float(paths[d].mean[at[d]]) for d in used}
    error = (sum(float(paths[d].sd[at[d]]) ** 2 for d in used) / len(used)) ** 0.5
    rows = book.nearest("levels", "level", LEVEL_STEP, dict(levels), day.year, CANDIDATES)
    end = date(day.year, 12, 31)
    own = {tuple(sorted((x, y))) for x in numbers(one, end) for y in numbers(two, end)}
    found = _found(rows, used, own, count)
    return Analogues(
        ref(one, day.date), ref(two, day.date), day.date, year, used,
        {d: round(x, 2) for d, x in levels.items()}, round(error, 2), found, book.manifest.id,
    )  # fmt: skip


def _found(
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
