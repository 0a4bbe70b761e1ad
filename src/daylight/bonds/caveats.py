"""What limits a bond: coverage that ends, definitions that matter, known faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daylight.bonds.records import ComponentResult, DimensionResult
from daylight.core.estimate import Estimate
from daylight.core.lineages import numbers
from daylight.core.request import Request
from daylight.core.said import Caveat
from daylight.measures.plausible import beyond_whole, beyond_whole_text
from daylight.say.dates import day, spans
from daylight.say.lines import listed, small
from daylight.say.numbers import place, position_text, share
from daylight.store.atlas import Atlas

FLIP = 15.0
"""Points by which leaving a component out must move a dimension to be named."""
Parts = Sequence[DimensionResult]


def caveats(atlas: Atlas, asked: Request, parts: Parts, note: str | None) -> Iterator[Caveat]:
    """Return what limits a bond, the worst first; `note` is on numbers that a history follows."""
    for d in parts:
        yield from _coverage(asked.year, d)
    for d in parts:
        yield from _sensitivity(d)
    for d in parts:
        yield from _implausible(asked, d)
    yield from _holes(atlas, asked)
    yield from _method(asked, parts, note)


def _coverage(year: int, d: DimensionResult) -> Iterator[Caveat]:
    part = (f"/{d.dimension}",)
    if d.status == "outside_coverage":
        first, last = d.covered
        newest = d.last
        text = f"The {d.dimension} dimension is covered from {first} to {last}; "
        text += "nothing is carried on to" if year > last else "it says nothing on"
        text += f" {year}."
        if newest:
            text += (
                f" Its last value is {position_text(newest.value, newest.lo, newest.hi)} for "
                f"{newest.year}."
            )
        yield Caveat("coverage", text, part)
    if d.status == "missing":
        core = next(c for c in d.components if c.required)
        yield Caveat(
            "coverage",
            f"The {d.dimension} dimension has no value: {core.title.lower()} is not known for this "
            f"pair in {year}. That is not a zero.",
            part,
        )
    gone = [c for c in d.components if c.weight and c.value.value is None]
    if d.value is not None and gone:
        yield Caveat(
            "coverage",
            f"The {d.dimension} index for {year} does without {share(sum(c.weight for c in gone))} "
            f"of its weight: {listed([_lacking(c, year) for c in gone])}.",
            part,
        )


def _lacking(c: ComponentResult, year: int) -> str:
    title = small(c.title)
    if c.covered[0] <= year <= c.covered[1]:
        return f"{title} (not known for this pair)"
    if c.covered[0] > c.covered[1]:
        return f"{title} (not in this atlas)"
    return f"{title} (covered {c.covered[0]} to {c.covered[1]})"


def _sensitivity(d: DimensionResult) -> Iterator[Caveat]:
    for k, c in enumerate(d.components):
        if c.required or not c.weight or d.value is None or c.without is None:
            continue
        if abs(c.without - d.value) >= FLIP:
            yield Caveat(
                "definition",
                f"Without {c.title.lower()}, the {d.dimension} position would be "
                f"{place(c.without)} instead of {place(d.value)}.",
                (f"/{d.dimension}/value", f"/{d.dimension}/components/{k}"),
            )


def _implausible(asked: Request, d: DimensionResult) -> Iterator[Caveat]:
    """Say where a share is more than the whole: goods that pass through, ships under a flag."""
    ways = ((asked.a, asked.b, "forward"), (asked.b, asked.a, "backward"))
    for k, c in enumerate(d.components):
        for one, other, way in ways if c.fraction else ():
            estimate: Estimate | None = getattr(c, way)
            if estimate is not None and beyond_whole(estimate):
                text = beyond_whole_text(c.title, one.name, other.name, estimate)
                yield Caveat("data", text, (f"/{d.dimension}/components/{k}/{way}",))


def _holes(atlas: Atlas, asked: Request) -> Iterator[Caveat]:
    """Years in which the trade source is known not to observe one of the two."""
    end = date(asked.year, 12, 31)
    names = {cow: state.name for state in asked.states for cow in numbers(state.cow, end)}
    mine = ", ".join(map(str, names))
    rows = atlas.rows(
        "holes",
        f"\"table\" = 'trade' AND start <= ? AND cow IN ({mine}) AND partner IN (0, {mine}) "
        f"ORDER BY cow, reason, start",
        (asked.year,),
    )
    years: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for cow, start, end, reason in zip(
        *(rows[c].tolist() for c in ("cow", "start", "end", "reason")), strict=True
    ):
        known = years.setdefault((cow, reason), [])
        if known and start <= known[-1][1] + 1:
            known[-1] = (known[-1][0], max(end, known[-1][1]))
        else:
            known.append((start, end))
    for (cow, reason), lost in years.items():
        text = f"Trade of {names[cow]} is not observed in {spans(lost)}: {reason}."
        yield Caveat("coverage", text, ("/economic",))


def _method(asked: Request, parts: Parts, note: str | None) -> Iterator[Caveat]:
    positions = tuple(f"/{d.dimension}" for d in parts)
    yield Caveat(
        "model",
        "A position is the share of pairs with a lower index. The index is a weighted mean of "
        "its components' standings; its interval covers weights, measurement and gaps, not what "
        "the components fail to measure.",
        positions,
    )
    for d in parts:
        if d.differs is not None and d.level and abs(d.differs) >= FLIP:
            yield Caveat(
                "model",
                f"Index and latent level disagree on the {d.dimension} dimension: ahead of "
                f"{place(d.value or 0.0)} % of pairs by index, {place(d.level.percentile)} % by "
                f"the latent level, which weighs components by how well they hang together.",
                (f"/{d.dimension}/value", f"/{d.dimension}/level"),
            )
    yield Caveat(
        "model",
        f"Measures are yearly; as of {day(asked.as_of)} the last full year is {asked.year}. Data "
        f"are today's versions of the sources, not what had been published by then.",
        positions,
    )
    if note:
        yield Caveat("definition", note, positions)
