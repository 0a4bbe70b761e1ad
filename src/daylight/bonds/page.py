"""A bond on a page."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.bonds.charts.position import bond_position
from daylight.bonds.charts.time import bond_time
from daylight.bonds.lines import level_text
from daylight.bonds.records import Bond, ComponentResult, DimensionResult, Neighbour
from daylight.bonds.words import change
from daylight.say.absence import absence
from daylight.say.lines import capital, listed, small
from daylight.say.numbers import estimate_text, place, position_text, share
from daylight.show.blocks import (
    Block,
    Figure,
    Fold,
    Paragraph,
    Section,
    Subhead,
    Table,
    Terms,
)

CARRY = 2
LEAST_PULL = 1.0
"""Points by which a position must move without a component for that one to be named."""
ABOUT = (
    "Position: share of all pairs with a weaker tie, in percent. Standing of a component: 0 "
    "without any such tie, else its place among the pairs that have one; turned round for what "
    "counts against a tie. Latent level: what the components of a dimension have in common, in "
    "standard deviations of all pairs since 1946, from what was known by the year. Standings, and "
    "positions without a component, are given without an interval of their own."
)
ABOUT_RECORDS = (
    "Supported: every definition gives at least 90 % that the last years are the highest. "
    "Supported in part: some do. Contradicted: none do, and by at least half of them an earlier "
    "time was higher, with at least 90 %. Not enough data: all else. Definitions: position of the "
    "index or latent level, over one, three and five years."
)


def sections(bond: Bond) -> tuple[Section, ...]:
    """Return the sections of a bond: the three dimensions, and whether it is a record."""
    strongest, records = (bond.finding(name).text for name in ("dimensions", "records"))
    terms = tuple((f"{capital(p.dimension)}: {p.verdict}", p.reasons) for p in bond.peaks)
    return (
        Section("bonds", "Three bonds", strongest, tuple(_blocks(bond))),
        Section(
            "peaks",
            "Stronger than ever?",
            records,
            (Terms(terms), Paragraph(ABOUT_RECORDS, "note")),
        ),
    )


def _blocks(bond: Bond) -> Iterator[Block]:
    yield position_figure(bond)
    yield time_figure(bond)
    for d in bond.dimensions[:3]:
        yield Subhead(f"{capital(d.dimension)}: {_level(d)}")
        for line in _said(d):
            yield Paragraph(line)
        shown = [c for c in d.components if c.weight or c.value.value is not None]
        if shown:
            table = components(bond, d, shown)
            yield Fold("Components, values and weights", (table,))
    yield Paragraph(ABOUT, "note")


def position_figure(bond: Bond) -> Figure:
    """Where the pair stands among all pairs."""
    return Figure(
        name="bond-position",
        chart=bond_position(bond),
        missing=f"No dimension of this tie has a value for {bond.year}, so no position is shown.",
        table=Table(
            f"Position among all pairs in {bond.year}, with the nearest pairs",
            ("Dimension", "Position (90 % interval)", "Rank", "Just above", "Just below"),
            tuple(_position_row(d) for d in bond.dimensions),
        ),
        sources=_sources(bond),
    )


def time_figure(bond: Bond) -> Figure:
    """How the bond moved."""
    return Figure(
        name="bond-time",
        chart=bond_time(bond),
        missing=f"No year up to {bond.year} has a value for this pair, so no line is drawn.",
        table=Table(
            "Position by year (90 % interval)",
            ("Year", *(capital(d.dimension) for d in bond.dimensions)),
            tuple(_year_rows(bond)),
        ),
        sources=_sources(bond),
    )


def components(bond: Bond, d: DimensionResult, shown: list[ComponentResult]) -> Table:
    """Return what a dimension is made of."""
    return Table(
        f"Components of the {d.dimension} dimension, {bond.year}",
        ("Measure", "Value (90 % interval)", "Standing", "Weight", "Position without it"),
        tuple(_component_row(bond, d, c) for c in shown),
        wide=True,
    )


def _sources(bond: Bond) -> tuple[str, ...]:
    return tuple(source.id for source in bond.sources if "/overall/value" in source.supports)


def _level(d: DimensionResult) -> str:
    if d.value is None:
        return absence(d.status, d.covered, d.year)
    return position_text(d.value, d.lo, d.hi)


def _said(d: DimensionResult) -> Iterator[str]:
    if d.value is None:
        yield _gone(d)
        return
    moved = change(d)
    if moved:
        yield f"{capital(moved)}."
    if d.level is not None:
        yield f"Latent level: {level_text(d.level)}."
    rests = _moved(d, -1.0)
    if rests:
        named = [f"{small(c.title)} (position {place(w)} without it)" for c, w in rests[:CARRY]]
        yield f"Rests most on {listed(named)}."
    else:
        yield "Leaving out any one component would not lower it by a point."
    for c, without in _moved(d, 1.0)[:1]:
        yield (
            f"Pulled down most by {small(c.title)}: without it the position would be "
            f"{place(without)}."
        )


def _gone(d: DimensionResult) -> str:
    """Say why a dimension has no value, and give the newest one there is."""
    core = next((c.title for c in d.components if c.required), "a required component")
    if d.status == "outside_coverage":
        text = f"{capital(absence(d.status, d.covered, d.year, f'{d.dimension} data'))}."
    else:
        text = f"{core} is not known for this pair in {d.year}. That is not a zero."
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


def _position_row(d: DimensionResult) -> tuple[str, ...]:
    name = capital(d.dimension)
    if d.value is None:
        return (name, absence(d.status, d.covered, d.year), "none", "none", "none")
    rank = f"{d.rank or 0:,} of {d.of or 0:,}"
    return (name, position_text(d.value, d.lo, d.hi), rank, _near(d.above), _near(d.below))


def _near(neighbours: tuple[Neighbour, ...]) -> str:
    return "; ".join(f"{n.a.name} and {n.b.name}" for n in neighbours) or "none"


def _year_rows(bond: Bond) -> Iterator[tuple[str, ...]]:
    by_year = [{p.year: p for p in d.history} for d in bond.dimensions]
    for year in sorted({year for each in by_year for year in each}, reverse=True):
        points = [each.get(year) for each in by_year]
        yield (str(year), *("none" if p is None else position_text(p.value, p.lo, p.hi)
                            for p in points))  # fmt: skip


def _component_row(
    bond: Bond, d: DimensionResult, c: ComponentResult
) -> tuple[str | tuple[str, ...], ...]:
    value = [estimate_text(c.value, c.fraction)]
    if c.value.value is None:
        value = [absence(c.value.status, c.covered, d.year)]
    if c.forward is not None and c.backward is not None and c.forward != c.backward:
        value += [
            f"{bond.a.name} to {bond.b.name}: {estimate_text(c.forward, c.fraction)}",
            f"{bond.b.name} to {bond.a.name}: {estimate_text(c.backward, c.fraction)}",
        ]
    return (
        (c.title, c.unit, f"covered {c.covered[0]} to {c.covered[1]}"),
        tuple(value),
        "none" if c.position is None else place(c.position),
        _weight(c),
        "none" if c.without is None else place(c.without),
    )


def _weight(c: ComponentResult) -> str:
    if not c.weight:
        return "latent level only"
    return share(c.weight) + (", counts against" if c.sign < 0 else "")
