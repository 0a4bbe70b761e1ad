"""The ledgers since 1946: cooperation above zero, conflict below, on one scale."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from daylight.bonds.charts.runs import Run, known, runs
from daylight.bonds.records import Bond, Quantity, YearOf
from daylight.bonds.written import named, spanned
from daylight.say.lines import capital
from daylight.show import chart as t
from daylight.show.two_sided import Side, sides
from daylight.show.years import axis, changes, mark, name

NAME = "ledgers-time"
HEAD, HALF, GAP, LABEL = 20, 42, 10, 15
"""Pixels of the words of a panel, of 100 points, between panels, and of the label of an upright."""
PALE, BAND = 0.4, 0.9
DIMENSIONS = ("military", "political", "economic")


def ledger_time(bond: Bond) -> t.Chart | None:
    """Draw the years of the six ledgers, or return None where there are none."""
    if not bond.history:
        return None
    first, last = bond.history[0].year, bond.year
    events = changes((bond.a, bond.b), first, last)
    top = LABEL * len(events) + 4
    bottom = top + 3 * (HEAD + 2 * HALF + GAP) - GAP
    title = f"Ledgers of {bond.a.name} and {bond.b.name}, {first} to {last}, points of 100"
    svg = t.picture(NAME, title, described(bond), bottom + 22)
    looks = sides(svg, NAME)
    x = t.across(first, last)
    for row, (year, _) in enumerate(events):
        mark(svg, x, year, LABEL * (row + 1), bottom)
    for k, dimension in enumerate(DIMENSIONS):
        start = top + k * (HEAD + 2 * HALF + GAP)
        _panel(svg, dimension, bond, x, start, (looks.cooperation, looks.conflict))
    axis(svg, x, bottom, first, last)
    for row, (year, label) in enumerate(events):
        name(svg, x, year, LABEL * (row + 1), label)
    note = f" {bond.lineage_note}" if bond.lineage_note and events else ""
    return t.Chart(t.finish(svg), f"{CAPTION}{note}")


def described(bond: Bond) -> str:
    """Return the text alternative: first, last and highest value of each ledger."""
    return " ".join(f"{capital(named(q.ledger))} {_told(bond, q.ledger)}." for q in bond.ledgers)


def _told(bond: Bond, ledger: str) -> str:
    years = _years(bond.history, ledger)
    rows = known(years)
    if not rows:
        return "is not known"
    values = dict(years)
    first, last = rows[0][0], rows[-1][0]
    top = max(rows, key=lambda row: row[1])[0]
    if rows[0][1] == rows[-1][1] == values[top].value:
        return f"{spanned(values[top])} from {first} to {last} at most"
    return (
        f"{spanned(values[first])} in {first}, {spanned(values[last])} in {last}, highest "
        f"{spanned(values[top])} in {top}"
    )


def _years(history: tuple[YearOf, ...], ledger: str) -> list[tuple[int, Quantity]]:
    return [(year.year, year.ledgers[ledger]) for year in history]


def _panel(
    svg: Element, dimension: str, bond: Bond, x: t.Scale, top: int, looks: tuple[Side, Side]
) -> None:
    start, zero = top + HEAD, top + HEAD + HALF
    t.write(svg, t.LEFT, top + 14, capital(dimension), size=t.TEXT, bold=True)
    for label, place in (("100", start), ("0", zero), ("100", zero + HALF)):
        t.line(svg, (t.LEFT, place), (t.RIGHT, place), stroke=t.AXIS if label == "0" else t.GRID)
        t.write(svg, t.LEFT - 1, place + 4, label, anchor="end", fill=t.REST)
    inner = t.stretched(svg, start, 2 * HALF)
    for ledger, look, end in (("cooperation", looks[0], 0), ("conflict", looks[1], 2 * HALF)):
        y = t.Scale(0, 100, HALF, end)
        for run in runs(_years(bond.history, f"{dimension}_{ledger}")):
            _area(inner, run, x, y, look)
    t.write(svg, t.RIGHT - 1, start + 11, "cooperation", anchor="end", fill=t.REST)
    t.write(svg, t.RIGHT - 1, zero + HALF - 4, "conflict", anchor="end", fill=t.REST)


def _area(inner: Element, run: Run, x: t.Scale, y: t.Scale, look: Side) -> None:
    """Fill from zero to the value; with its band, and pale, where it is carried."""
    rows = run.rows if len(run.rows) > 1 else _widened(run, x)
    base = [(x(row[0]), y(0)) for row in rows]
    value = [(x(row[0]), y(row[1])) for row in rows]
    if run.carried:
        low, high = ([(x(row[0]), y(row[k])) for row in rows] for k in (2, 3))
        t.band(inner, low, high, fill=look.band, opacity=BAND)
    t.band(inner, base, value, fill=look.seen, opacity=PALE if run.carried else 1.0)


def _widened(run: Run, x: t.Scale) -> tuple[tuple[float, float, float, float], ...]:
    """Let a lone year reach half way to its neighbours, within the chart."""
    year, *ends = run.rows[0]
    value, lo, hi = ends
    first, last = max(year - 0.5, x.first), min(year + 0.5, x.last)
    return (first, value, lo, hi), (last, value, lo, hi)


CAPTION = (
    "Points of 100, never netted; conflict is hatched. Full colour: all seen. Pale, with its 90 % "
    "band: in part carried past the end of a source, so compare with care. Broken: no number."
)
