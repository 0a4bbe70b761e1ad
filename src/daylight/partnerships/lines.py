"""A state's ties in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.bonds.point import Point
from daylight.partnerships.records import Lopsided, Partners
from daylight.partnerships.words import ABOUT, BY
from daylight.say.lines import row, wrap
from daylight.say.numbers import place, position_text

NAME, CELL = 16, 16
WIDE, LEANS = 30, 24


def lines(partners: Partners) -> list[str]:
    """Return the lists."""
    out = [f"CLOSEST TIES, {partners.by}, {partners.closest_year}"]
    out += row("", BY, NAME, CELL)
    for p in partners.closest:
        out += row(p.state.name, (_cell(p.positions.get(d)) for d in BY), NAME, CELL)
    if not partners.closest:
        out.append("no tie has a position above zero")
    name, year = partners.state.name, partners.lopsided_year
    out += ["", f"{name} LEANS MORE, {year}", *_rows(partners.dependent_on)]
    out += ["", f"{name} IS LEANT ON MORE, {year}", *_rows(partners.depended_on_by)]
    return [*out, "", *wrap(ABOUT)]


def _cell(point: Point | None) -> str:
    return "not known" if point is None else position_text(point.value, point.lo, point.hi)


def _rows(ties: tuple[Lopsided, ...]) -> list[str]:
    if not ties:
        return ["none clearly"]
    out = []
    for t in ties:
        leans = f"leans {position_text(t.leans.value, t.leans.lo, t.leans.hi)}"
        out += row(t.state.name, (leans, f"leant on {place(t.leant_on.value)}"), WIDE, LEANS)
    return out


def columns(partners: Partners) -> dict[str, list[Any]]:
    """Return one row for each of the closest ties and dimension."""
    rows = [(p.state, d, point) for p in partners.closest for d, point in p.positions.items()]
    return {
        "state": [state.code for state, _, _ in rows],
        "name": [state.name for state, _, _ in rows],
        "dimension": [d for _, d, _ in rows],
        "year": [p.year for _, _, p in rows],
        "position": [p.value for _, _, p in rows],
        "lo": [p.lo for _, _, p in rows],
        "hi": [p.hi for _, _, p in rows],
    }
