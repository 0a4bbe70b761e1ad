"""Small multiples of ties: a panel for each ledger, and one for the place on the peace scale."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from daylight.bonds.records import Bond
from daylight.bonds.written import place_text, spanned
from daylight.comparisons.apart import MEASURES, PLACE, quantity
from daylight.comparisons.lines import pair_code
from daylight.comparisons.records import Comparison
from daylight.comparisons.words import measure_name
from daylight.say.lines import capital
from daylight.show import chart as t
from daylight.show.two_sided import CONFLICT, CONFLICT_BAND, COOPERATION, COOPERATION_BAND

NAME = "ties"
HEAD, ROW, GAP = 22, 32, 14
"""Pixels of the title of a panel, of a tie, and between panels."""
COLUMNS = ((1.0, 47.0), (53.0, 99.0))
CAPTION = (
    "Points of 100: cooperation to the left, conflict to the right, never netted. Dot: value; bar: "
    "90 % band, of which there is none where all is seen. Without a dot the band is too wide for a "
    "number. Below: from severe rivalry, 0, to security community, 1."
)


def ties(comparison: Comparison) -> t.Chart | None:
    """Draw the ties under each other in each ledger, and in the place on the peace scale.

    Parameters
    ----------
    comparison : Comparison

    Returns
    -------
    Chart or None
        Each panel with a scale of its own: points, 0 to 100, or the place, 0 to 1. A dot is a
        value and a bar its 90 % band; where a band is too wide for a number there is a bar alone,
        and nothing where there is no band. None where no tie has a band in anything.
    """
    known = [quantity(one, what).lo for one in comparison.bonds for what in MEASURES]
    if all(lo is None for lo in known):
        return None
    names = ", ".join(pair_code(one) for one in comparison.bonds)
    panel = HEAD + ROW * len(comparison.bonds) + GAP
    title = f"Ledgers and place on the peace scale of {names} in {comparison.year}"
    svg = t.picture(NAME, title, described(comparison), 4 * panel)
    for k, what in enumerate(MEASURES):
        ends = (COLUMNS[0][0], COLUMNS[1][1]) if what == PLACE else COLUMNS[k % 2]
        _panel(svg, comparison.bonds, what, ends, k // 2 * panel)
    return t.Chart(t.finish(svg), CAPTION)


def described(comparison: Comparison) -> str:
    """Return the text alternative: each measure of each tie with its 90 % band."""
    told = []
    for what in MEASURES:
        each = ", ".join(f"{pair_code(b)} {_text(b, what)}" for b in comparison.bonds)
        told.append(f"{capital(measure_name(what))}: {each}.")
    return " ".join(told)


def _text(bond: Bond, what: str) -> str:
    q = quantity(bond, what)
    return place_text(q) if what == PLACE else spanned(q)


def _panel(
    svg: Element, bonds: tuple[Bond, ...], what: str, ends: tuple[float, float], top: int
) -> None:
    x = t.Scale(0.0, 1.0 if what == PLACE else 100.0, *ends)
    fill, pale = (
        (CONFLICT, CONFLICT_BAND) if what.endswith("conflict") else (COOPERATION, COOPERATION_BAND)
    )
    t.write(svg, ends[0], top + 14, capital(measure_name(what)), size=t.TEXT, bold=True)
    for k, bond in enumerate(bonds):
        q, y = quantity(bond, what), top + HEAD + k * ROW + 22
        t.write(svg, ends[0], y - 8, pair_code(bond))
        t.write(svg, ends[1], y - 8, _text(bond, what), anchor="end")
        t.line(svg, (ends[0], y), (ends[1], y))
        if q.lo is not None and q.hi is not None:
            t.line(svg, (x(q.lo), y), (x(q.hi), y), stroke=pale, width=7)
        if q.value is not None:
            t.dot(svg, x(q.value), y, fill=fill)
