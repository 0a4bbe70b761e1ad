"""The six ledgers of a year: from a middle of zero, conflict to the left, cooperation right."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from daylight.bonds.records import Bond, Dimension, LedgerResult
from daylight.bonds.written import carried_of, ledger_text
from daylight.say.lines import capital
from daylight.show import chart as t
from daylight.show.two_sided import Side, Sides, sides

NAME = "ledgers"
HEAD, BAR, ROW, TOP = 20, 15, 44, 14
"""Pixels of the words of a row, of its bar, of the row, and of the scale above all."""
LEFT, MIDDLE, RIGHT = 1.0, 50.0, 99.0


def ledgers(bond: Bond) -> t.Chart | None:
    """Draw the ledgers, or return None where the year has none."""
    if all(ledger.value is None for ledger in bond.ledgers):
        return None
    title = f"Ledgers of {bond.a.name} and {bond.b.name} in {bond.year}, points of 100"
    svg = t.picture(NAME, title, described(bond), TOP + 3 * ROW + 4)
    looks = sides(svg, NAME)
    for x, text, anchor in ((LEFT, "100 conflict", "start"), (MIDDLE, "0", "middle"),
                            (RIGHT, "cooperation 100", "end")):  # fmt: skip
        t.write(svg, x, 11, text, anchor=anchor, fill=t.REST)
    for k, (name, d) in enumerate(bond.dimensions.items()):
        _row(svg, name, d, bond, TOP + k * ROW, looks)
    return t.Chart(t.finish(svg), CAPTION)


def described(bond: Bond) -> str:
    """Return the text alternative: both values of each dimension with their bands."""
    told = [
        f"{name}: conflict {ledger_text(d.conflict)}, cooperation {ledger_text(d.cooperation)}"
        for name, d in bond.dimensions.items()
    ]
    return f"{capital('; '.join(told))}."


def _row(svg: Element, name: str, d: Dimension, bond: Bond, top: int, looks: Sides) -> None:
    t.write(svg, MIDDLE, top + 15, capital(name), anchor="middle", size=t.TEXT, bold=True)
    bar = top + HEAD
    for share in (0, 0.5, 1):
        for x in {MIDDLE - share * (MIDDLE - LEFT), MIDDLE + share * (RIGHT - MIDDLE)}:
            t.line(svg, (x, bar - 2), (x, bar + BAR + 2))
    for ledger, look, end in ((d.conflict, looks.conflict, LEFT),
                              (d.cooperation, looks.cooperation, RIGHT)):  # fmt: skip
        anchor = "start" if end == LEFT else "end"
        t.write(svg, end, top + 15, _number(ledger, bond), anchor=anchor)
        _side(svg, ledger, look, t.Scale(0, 100, MIDDLE, end), bar, looks.nothing)
    t.line(svg, (MIDDLE, bar - 3), (MIDDLE, bar + BAR + 3), stroke=t.AXIS, width=2)


def _number(ledger: LedgerResult, bond: Bond) -> str:
    return ledger_text(ledger, "\u2013")


def _side(
    svg: Element, ledger: LedgerResult, look: Side, x: t.Scale, top: int, nothing: str
) -> None:
    y = (top, top + BAR)
    if ledger.lo is None or ledger.hi is None:
        t.box(svg, _ordered(x(0), x(100)), y, nothing, edge=t.GRID)
        return
    if ledger.value is None:
        t.box(svg, _ordered(x(ledger.lo), x(ledger.hi)), y, nothing, edge=t.AXIS, dash="3 2")
        return
    seen = ledger.value - carried_of(ledger)
    if seen > 0:
        t.box(svg, _ordered(x(0), x(seen)), y, look.seen, edge=look.edge)
    if ledger.value > seen:
        ends = _ordered(x(seen), x(ledger.value))
        t.box(svg, ends, y, look.carried, edge=look.edge, dash="3 2")
    if ledger.hi > ledger.lo:
        middle = top + BAR / 2
        low, high = (x(ledger.lo), middle), (x(ledger.hi), middle)
        t.line(svg, low, high, stroke=t.PAPER, width=4)
        t.line(svg, low, high, stroke=t.INK, width=1.5)


def _ordered(one: float, two: float) -> tuple[float, float]:
    return min(one, two), max(one, two)


CAPTION = (
    "Points of 100, the same scale for all pairs and years; the two sides are never netted. "
    "Solid or hatched: seen. Dotted: carried past the end of a source. Line: 90 % band. Grey "
    "stripes: a band too wide for a number."
)
