"""A bond in plain text."""

from __future__ import annotations

from daylight.bonds.level import Level
from daylight.bonds.records import Bond, ComponentResult, DimensionResult
from daylight.bonds.words import change
from daylight.core.text import bar, listed, scale, wrap
from daylight.measures.numbers import estimate_text, fixed, percent, position_text

LABEL = 12


def summary(bond: Bond) -> list[str]:
    """Return one line for each dimension: bar, position, interval, change."""
    known = any(d.of for d in bond.dimensions)
    head = f"position among all pairs, {bond.year}" if known else f"no position, {bond.year}"
    lines = [f"{'BOND':{LABEL}}{scale('0', '50', '100')}  {head}"]
    for d in bond.dimensions:
        parts = bond.dimensions[:3] if d.dimension == "overall" else ()
        lines += _line(d, bond.year, change(d, parts))
    return lines


def _line(d: DimensionResult, year: int, moved: str) -> list[str]:
    if d.value is not None and d.lo is not None and d.hi is not None:
        text = position_text(d.value, d.lo, d.hi)
        below = [moved] if moved else []
        below += [f"latent level: {level_text(d.level)}"] if d.level else []
        lines = [f"{d.dimension:{LABEL}}{bar(d.value, d.lo, d.hi, 0, 100)}  {text}"]
        return lines + [line for text in below for line in wrap(text, LABEL)]
    last = d.last
    if d.status == "outside_coverage":
        side = "after" if year > d.covered[1] else "before"
        edge = d.covered[1] if side == "after" else d.covered[0]
        text = f"no data {side} {edge}"
        if last and side == "after":
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
    lines = [f"STRONGER IN {bond.year} THAN IN ANY YEAR SINCE {bond.since}?"]
    for p in bond.peaks:
        lines.append(f"{p.dimension:{LABEL}}{p.verdict}")
        if reasons:
            lines += [line for reason in p.reasons for line in wrap(reason, LABEL, 2)]
    return lines


def components(bond: Bond) -> list[str]:
    """Return the components of each dimension with values, positions and weights."""
    lines: list[str] = []
    for d in bond.dimensions[:3]:
        if d.value is None:
            continue
        lines.append(f"{d.dimension}, weighted mean of:")
        known = [c for c in d.components if c.value.value is not None]
        lines += [line for c in known for line in _component(c, bond)]
        gone = [c.title for c in d.components if c.weight and c.value.value is None]
        if gone:
            lines += wrap(f"without, as not known for {d.year}: {listed(gone)}", 2, 4)
        if d.above or d.below:
            near = [f"{n.a.name}-{n.b.name} ({n.value:.1f})" for n in (*d.above[::-1], *d.below)]
            lines += wrap(f"next to it: {', '.join(near)}", 2, 2)
    return lines


def _component(c: ComponentResult, bond: Bond) -> list[str]:
    place = "no standing" if c.position is None else f"standing {c.position:.0f}"
    part = f"weight {c.weight:.0%}" if c.weight else "in the latent level only"
    against = ", counts against" if c.sign < 0 else ""
    text = f"{c.title}: {estimate_text(c.measure, c.value)}; {place}, {part}{against}"
    lines = wrap(text, 2, 4)
    if c.forward is not None and c.backward is not None and c.forward != c.backward:
        ways = (
            f"{bond.a.name} to {bond.b.name} {estimate_text(c.measure, c.forward)}, "
            f"back {estimate_text(c.measure, c.backward)}"
        )
        lines += wrap(ways, 6)
    return lines


def render(bond: Bond) -> str:
    """Return a bond as text for a terminal."""
    lines = [f"{bond.a.name} and {bond.b.name}, as of {bond.as_of}", "", *summary(bond), ""]
    lines += [*components(bond), "", *peaks(bond)]
    lines += [
        "",
        *wrap(
            "Position: share of pairs with a weaker tie, with its 90 % interval. Standing of a "
            "component: 0 without any such tie, else its place among the pairs that have one; "
            "turned round for what counts against a tie. Latent level: what the components have "
            "in common, in standard deviations of all pairs since 1946."
        ),
    ]
    if bond.lineage_note:
        lines += wrap(bond.lineage_note)
    if bond.weights:
        given = ", ".join(f"{name} {weight:g}" for name, weight in bond.weights.items())
        lines += wrap(
            f"Weights given: {given}. History is stored for the stated weights only, so it is "
            f"left out, and so are records by the index."
        )
    return "\n".join(lines)
