"""Explain one pair's place in a dimension: components, neighbours, sensitivity, history."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.components import BondComponent, Dimension
from daylight.bonds.level import Path, level
from daylight.bonds.point import Point
from daylight.bonds.records import ComponentResult, DimensionResult, Neighbour
from daylight.bonds.year import Aligned, DimensionYear
from daylight.core.estimate import Estimate, Z, absent
from daylight.core.periods import AsOf
from daylight.core.refs import StateRef, ref_of
from daylight.core.status import STATUSES, Status
from daylight.measures import measure
from daylight.measures.align import Pairs
from daylight.measures.measure import Values
from daylight.stats.composite import Composite, weighted
from daylight.stats.ranks import among
from daylight.store.atlas import Atlas

Floats = NDArray[np.float64]
NEIGHBOURS = 2
NOWHERE = (0, -1)
"""Covered years of a component that this atlas does not hold."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One pair in one year, with all other pairs: what every explanation needs."""

    atlas: Atlas
    a: StateRef
    b: StateRef
    when: AsOf
    population: Pairs
    row: int | None
    stored: dict[str, tuple[Point, ...]]
    levels: dict[Dimension, Path]

    @staticmethod
    def places(index: Floats) -> Floats:
        """Return the position of every pair's index among all."""
        return among(index)


def dimension_result(
    pair: Slice, name: str, year: DimensionYear | None, index: Floats, drawn: Composite | None
) -> DimensionResult:
    """Return the result of one dimension, or of the overall position when `year` is None."""
    places = pair.places(index)
    place = float(places[pair.row]) if pair.row is not None else np.nan
    history = pair.stored.get(name, ())
    covered = pair.atlas.coverage(name)
    known = not np.isnan(place)
    inside = covered[0] <= pair.when.year <= covered[1]
    status: Status = "observed" if known else "missing" if inside else "outside_coverage"
    lo, hi = _ends(pair, place, history, drawn) if known else (None, None)
    row = pair.row if known else None
    return DimensionResult(
        dimension=name,
        value=round(place, 2) if known else None,
        lo=lo,
        hi=hi,
        index=None if row is None else float(index[row]),
        rank=None if row is None else 1 + int((index > index[row]).sum()),
        of=None if row is None else int((~np.isnan(index)).sum()),
        status=status,
        year=pair.when.year,
        covered=covered,
        components=_components(pair, year) if year else (),
        history=history,
        above=_neighbours(pair, index, places, row, above=True),
        below=_neighbours(pair, index, places, row, above=False),
    )


def with_level(pair: Slice, name: Dimension, result: DimensionResult) -> DimensionResult:
    """Return the result with the latent level of its year, and the history of levels."""
    mine = pair.levels[name]
    ends = Z * mine.sd
    columns = (mine.year, mine.mean, mine.mean - ends, mine.mean + ends)
    points = zip(*(c.tolist() for c in columns), strict=True)
    return replace(
        result,
        level=level(pair.atlas, mine, name, pair.when.year),
        levels=tuple(Point(y, *(round(x, 2) for x in rest)) for y, *rest in points),
    )


def _ends(
    pair: Slice, place: float, history: tuple[Point, ...], drawn: Composite | None
) -> tuple[float, float]:
    """Return the interval: stored for the stated weights, drawn anew for given ones."""
    value = round(place, 2)
    if drawn is not None and pair.row is not None:
        lo, hi = float(drawn.lo[pair.row]), float(drawn.hi[pair.row])
    else:
        point = next(p for p in history if p.year == pair.when.year)
        lo, hi = point.lo, point.hi
    return round(min(lo, value), 2), round(max(hi, value), 2)


def _neighbours(
    pair: Slice, index: Floats, places: Floats, row: int | None, above: bool
) -> tuple[Neighbour, ...]:
    """Return the pairs whose index is next above or below, ties left out."""
    if row is None:
        return ()
    beyond = np.flatnonzero(index > index[row] if above else index < index[row])
    order = np.argsort(index[beyond] if above else -index[beyond], kind="stable")
    chosen = beyond[order[:NEIGHBOURS]]
    on = pair.when.date
    return tuple(
        Neighbour(
            ref_of(int(pair.population.a[i]), on),
            ref_of(int(pair.population.b[i]), on),
            float(places[i]),
        )
        for i in chosen
    )


def _components(pair: Slice, year: DimensionYear) -> tuple[ComponentResult, ...]:
    columns = zip(year.components, year.aligned, strict=True)
    return tuple(_component(pair, year, c, column) for c, column in columns)


def _component(
    pair: Slice, year: DimensionYear, component: BondComponent, column: Aligned
) -> ComponentResult:
    spec = measure(component.measure)
    span = pair.atlas.spans().get(component.measure, NOWHERE)
    rows = [c.measure for c in year.components]
    position = year.positions[:, rows.index(component.measure)]
    forth, back = _directions(pair, column.directed)
    return ComponentResult(
        measure=component.measure,
        title=spec.title,
        unit=spec.unit,
        fraction=spec.fraction,
        weight=component.weight,
        sign=component.sign,
        required=component.required,
        fold=component.fold,
        reason=component.reason,
        value=_estimate(column, pair.row),
        forward=forth,
        backward=back,
        position=None if pair.row is None or np.isnan(position[pair.row])
        else float(position[pair.row]),
        without=_without(pair, year, component),
        covered=span,
        sources=spec.rests_on,
    )  # fmt: skip


def _estimate(column: Aligned, row: int | None) -> Estimate:
    if row is None:
        return absent("missing")
    status = STATUSES[int(column.status[row])]
    parts = column.values
    if np.isnan(parts.value[row]):
        return absent(status)
    value, lo, hi = (float(p[row]) for p in (parts.value, parts.lo, parts.hi))
    return Estimate(value, lo, hi, int(column.n[row]) or None, status)


def _directions(pair: Slice, both: Values | None) -> tuple[Estimate | None, Estimate | None]:
    """Return the directed values, of the first state towards the second and back."""
    if both is None:
        return None, None
    return _one_way(both, pair.a, pair.b), _one_way(both, pair.b, pair.a)


def _one_way(values: Values, a: StateRef, b: StateRef) -> Estimate | None:
    hit = np.flatnonzero((values.a == a.cow) & (values.b == b.cow))
    if not len(hit) or np.isnan(values.value[hit[0]]):
        return None
    i = hit[0]
    return Estimate(float(values.value[i]), float(values.lo[i]), float(values.hi[i]))


def _without(pair: Slice, year: DimensionYear, component: BondComponent) -> float | None:
    """Return the position of the dimension when this component is left out."""
    if not component.weight or pair.row is None or not year.eligible[pair.row]:
        return None
    weights = np.array([0.0 if c is component else c.weight for c in year.components])
    index = np.where(year.eligible, weighted(year.positions, weights), np.nan)
    mine = index[pair.row]
    if np.isnan(mine):
        return None
    return float((index < mine).sum() * (100.0 / (~np.isnan(index)).sum()))
