"""A state's ties in plain text."""

from __future__ import annotations

from daylight.bonds.partners import Lopsided, Partners
from daylight.bonds.point import Point
from daylight.core.text import wrap
from daylight.measures.numbers import place, position_text

NAME, CELL, WIDE = 16, 16, 30
DIMENSIONS = ("overall", "military", "political", "economic")


def render(found: Partners) -> str:
    """Return the lists as text for a terminal."""
    lines = [f"{found.state.name}, as of {found.as_of}", ""]
    lines.append(f"CLOSEST TIES, {found.by}, {found.closest_year}")
    lines.append(f"{'':{NAME}}" + "".join(f"{d:<{CELL}}" for d in DIMENSIONS))
    for p in found.closest:
        cells = [_cell(p.positions.get(d)) for d in DIMENSIONS]
        lines.append((f"{_cut(p.state.name, NAME - 1):{NAME}}" + "".join(cells)).rstrip())
    if not found.closest:
        lines.append("no tie has a position")
    name = found.state.name
    lines += ["", f"{name} LEANS MORE, {found.lopsided_year}", *_rows(found.dependent_on)]
    lines += ["", f"{name} IS LEANT ON MORE, {found.lopsided_year}", *_rows(found.depended_on_by)]
    lines += ["", *wrap(
        "Closest: share of all pairs with a weaker tie. Leaning: share of all ordered pairs in "
        "which one side leans less on the other, by trade, exit cost, energy and arms where "
        "they are known. Intervals are 90 %."
    )]  # fmt: skip
    return "\n".join(lines)


def _cut(name: str, width: int) -> str:
    """Shorten a name, with a mark where something is gone."""
    return name if len(name) <= width else f"{name[: width - 2].rstrip()}.."


def _cell(point: Point | None) -> str:
    if point is None:
        return f"{'-':<{CELL}}"
    return f"{position_text(point.value, point.lo, point.hi):<{CELL}}"


def _rows(ties: tuple[Lopsided, ...]) -> list[str]:
    if not ties:
        return ["none clearly"]
    return [
        f"{_cut(t.state.name, WIDE - 1):{WIDE}}"
        f"leans {position_text(t.leans.value, t.leans.lo, t.leans.hi):<18}"
        f"the other {place(t.leant_on.value)}"
        for t in ties
    ]
