"""A bond in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.bonds.level import Level
from daylight.bonds.records import Bond, ComponentResult, DimensionResult
from daylight.bonds.words import change
from daylight.say.absence import absence
from daylight.say.lines import bar, listed, scale, wrap
from daylight.say.numbers import estimate_text, fixed, percent, place, position_text, share

LABEL = 12
ABOUT = (
    "Position: share of pairs with a weaker tie, with its 90 % interval. Standing of a component: "
    "0 without any such tie, else its place among the pairs that have one; turned round for what "
    "counts against a tie. Latent level: what the components have in common, in standard "
    "deviations of all pairs since 1946."
)


def lines(bond: Bond) -> list[str]:
    """Return all lines of a bond."""
    out = [*positions(bond), "", *components(bond), "", *peaks(bond), "", *wrap(ABOUT)]
    if bond.lineage_note:
        out += wrap(bond.lineage_note)
    if bond.weights:
        given = ", ".join(f"{name} {weight:g}" for name, weight in bond.weights.items())
        out += wrap(
            f"Weights given: {given}. History is stored for the stated weights only, so it is "
            f"left out, and so are records by the index."
        )
    return out


def short(bond: Bond) -> list[str]:
    """Return the lines of a bond in a brief."""
    strongest = wrap(f"{bond.finding('dimensions').text}.")
    return [*strongest, *positions(bond), "", *peaks(bond, reasons=False)]


def positions(bond: Bond) -> list[str]:
    """Return one line for each dimension: bar, position, interval, change."""
    known = any(d.of for d in bond.dimensions)
    head = f"position among all pairs, {bond.year}" if known else f"no position, {bond.year}"
    out = [f"{'BOND':{LABEL}}{scale('0', '50', '100')}  {head}"]
    for d in bond.dimensions:
        parts = bond.dimensions[:3] if d.dimension == "overall" else ()
        out += _dimension(d, bond.year, change(d, parts))
    return out


def _dimension(d: DimensionResult, year: int, moved: str) -> list[str]:
    if d.value is not None and d.lo is not None and d.hi is not None:
        text = position_text(d.value, d.lo, d.hi)
        below = [moved] if moved else []
        below += [f"latent level: {level_text(d.level)}"] if d.level else []
        first = f"{d.dimension:{LABEL}}{bar(d.value, d.lo, d.hi, 0, 100)}  {text}"
        return [first, *(line for text in below for line in wrap(text, LABEL))]
    last = d.last
    if d.status == "outside_coverage":
        text = absence(d.status, d.covered, year)
        if last and year > d.covered[1]:
            text += f"; {last.year}: {position_text(last.value, last.lo, last.hi)}"
        return [f"{d.dimension:{LABEL}}{text}"]
    core = [c.title.lower() for c in d.components if c.required and c.value.value is None]
    named = f"{core[0]} is not known" if core else "fewer than two dimensions are known"
    return [f"{d.dimension:{LABEL}}no value: {named}"]


def level_text(level: Level) -> str:
    """Write a latent level: in standard deviations, and against all other pairs."""
    where = position_text(level.percentile, level.percentile_lo, level.percentile_hi)
    return (
        f"{fixed(level.value, 1)} sd ({fixed(level.lo, 1)} to {fixed(level.hi, 1)}), ahead of "
        f"{where} % of pairs, {percent(level.top)} % in the top 1 %"
    )


def peaks(bond: Bond, reasons: bool = True) -> list[str]:
    """Return the verdict on "stronger than ever" by dimension, with the reasons or without."""
    if bond.since >= bond.year:
        return [f"STRONGER IN {bond.year} THAN EVER?  There is no earlier year."]
    out = [f"STRONGER IN {bond.year} THAN IN ANY YEAR SINCE {bond.since}?"]
    for p in bond.peaks:
        out.append(f"{p.dimension:{LABEL}}{p.verdict}")
        if reasons:
            out += [line for reason in p.reasons for line in wrap(reason, LABEL, 2)]
    return out


def components(bond: Bond) -> list[str]:
    """Return the components of each dimension with values, positions and weights."""
    out: list[str] = []
    for d in bond.dimensions[:3]:
        if d.value is None:
            continue
        out.append(f"{d.dimension}, weighted mean of:")
        known = [c for c in d.components if c.value.value is not None]
        out += [line for c in known for line in _component(c, bond)]
        gone = [c.title for c in d.components if c.weight and c.value.value is None]
        if gone:
            out += wrap(f"without, as not known for {d.year}: {listed(gone)}", 2, 4)
        if d.above or d.below:
            near = [
                f"{n.a.name}-{n.b.name} ({fixed(n.value, 1)})" for n in (*d.above[::-1], *d.below)
            ]
            out += wrap(f"next to it: {', '.join(near)}", 2, 2)
    return out


def _component(c: ComponentResult, bond: Bond) -> list[str]:
    where = "no standing" if c.position is None else f"standing {place(c.position)}"
    part = f"weight {share(c.weight)}" if c.weight else "in the latent level only"
    against = ", counts against" if c.sign < 0 else ""
    text = f"{c.title}: {estimate_text(c.value, c.fraction)}; {where}, {part}{against}"
    out = wrap(text, 2, 4)
    if c.forward is not None and c.backward is not None and c.forward != c.backward:
        ways = (
            f"{bond.a.name} to {bond.b.name} {estimate_text(c.forward, c.fraction)}, "
            f"back {estimate_text(c.backward, c.fraction)}"
        )
        out += wrap(ways, 6)
    return out


def columns(bond: Bond) -> dict[str, list[Any]]:
    """Return the history of each dimension: year, position and 90 % interval."""
    rows = [(d.dimension, p) for d in bond.dimensions for p in d.history]
    return {
        "dimension": [name for name, _ in rows],
        "year": [p.year for _, p in rows],
        "position": [p.value for _, p in rows],
        "lo": [p.lo for _, p in rows],
        "hi": [p.hi for _, p in rows],
    }
