"""What the page shows, as plain text in rows: the template only lays it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight.bonds.records import Bond, ComponentResult, DimensionResult
from daylight.bonds.text import level_text
from daylight.bonds.words import change
from daylight.briefs.charts.theme import Chart
from daylight.briefs.phrases import absence
from daylight.core.text import listed
from daylight.measures.numbers import estimate_text, place, position_text

CARRY = 2
LEAST_PULL = 1.0
"""Points by which a position must move without a component for that one to be named."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; the first cell of a row is its header."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its data behind it, or the sentence that stands in its place."""

    name: str
    chart: Chart | None
    missing: str
    table: Table
    sources: str


@dataclass(frozen=True, slots=True)
class Component:
    """One component of a dimension, ready to print."""

    title: str
    notes: tuple[str, ...]
    value: str
    ways: tuple[str, ...]
    standing: str
    weight: str
    without: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the three bonds, ready to print."""

    name: str
    head: str
    lines: tuple[str, ...]
    components: tuple[Component, ...]


def dimensions(bond: Bond) -> list[Dimension]:
    """Return the three bonds in words and rows."""
    return [
        Dimension(
            name=d.dimension,
            head=f"{d.dimension.capitalize()}: {_level(d)}",
            lines=tuple(_lines(d)),
            components=tuple(_component(bond, d, c) for c in d.components if _shown(c)),
        )
        for d in bond.dimensions[:3]
    ]


def _shown(c: ComponentResult) -> bool:
    """Whether a component is worth a row: it has weight, or a value for this pair."""
    return bool(c.weight) or c.value.value is not None


def _level(d: DimensionResult) -> str:
    if d.value is None:
        return absence(d.status, d.covered, d.year)
    return position_text(d.value, d.lo, d.hi)


def _lines(d: DimensionResult) -> Iterator[str]:
    if d.value is None:
        yield _gone(d)
        return
    moved = change(d)
    if moved:
        yield f"{moved[0].upper()}{moved[1:]}."
    if d.level is not None:
        yield f"Latent level: {level_text(d.level)}."
    rests = _moved(d, -1.0)
    if rests:
        named = [f"{_lower(c.title)} (position {place(w)} without it)" for c, w in rests[:CARRY]]
        yield f"Rests most on {listed(named)}."
    else:
        yield "Leaving out any one component would not lower it by a point."
    for c, without in _moved(d, 1.0)[:1]:
        yield (
            f"Pulled down most by {_lower(c.title)}: without it the position would be "
            f"{place(without)}."
        )


def _gone(d: DimensionResult) -> str:
    """Say why a dimension has no value, and give the newest one there is."""
    what = absence(d.status, d.covered, d.year, f"{d.dimension} data")
    core = next((c.title for c in d.components if c.required), "a required component")
    text = (
        f"{what[0].upper()}{what[1:]}."
        if d.status == "outside_coverage"
        else (f"{core} is not known for this pair in {d.year}. That is not a zero.")
    )
    if d.last is not None:
        last = position_text(d.last.value, d.last.lo, d.last.hi)
        text += f" The last value is {last} for {d.last.year}; it is not carried on."
    return text


def _moved(d: DimensionResult, sign: float) -> list[tuple[ComponentResult, float]]:
    """Return components whose absence would raise (or lower) the position, the most first."""
    now = d.value or 0.0
    held = [(c, c.without) for c in d.components if c.without is not None]
    clear = [(c, w) for c, w in held if sign * (w - now) >= LEAST_PULL]
    return sorted(clear, key=lambda pair: -sign * pair[1])


def _component(bond: Bond, d: DimensionResult, c: ComponentResult) -> Component:
    ways: tuple[str, ...] = ()
    if c.forward is not None and c.backward is not None and c.forward != c.backward:
        ways = (
            f"{bond.a.name} to {bond.b.name}: {estimate_text(c.measure, c.forward)}",
            f"{bond.b.name} to {bond.a.name}: {estimate_text(c.measure, c.backward)}",
        )
    first, last = c.covered
    value = estimate_text(c.measure, c.value)
    if c.value.value is None:
        value = absence(c.value.status, c.covered, d.year)
    return Component(
        title=c.title,
        notes=(c.unit, f"covered {first} to {last}"),
        value=value,
        ways=ways,
        standing="none" if c.position is None else place(c.position),
        weight=_weight(c),
        without="none" if c.without is None else place(c.without),
    )


def _weight(c: ComponentResult) -> str:
    if not c.weight:
        return "latent level only"
    return f"{c.weight:.0%}".replace("%", " %") + (", counts against" if c.sign < 0 else "")


def _lower(title: str) -> str:
    return title[0].lower() + title[1:]
