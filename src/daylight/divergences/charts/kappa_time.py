"""Agreement beyond chance over all votes, year by year."""

from __future__ import annotations

import math

from daylight.divergences.records import Divergence, YearGap
from daylight.say.numbers import estimate_text
from daylight.show import chart as t
from daylight.show.years import Values, axis, draw, mark, name

NAME = "kappa-time"
TOP, PANEL = 34, 120


def kappa_time(divergence: Divergence) -> t.Chart | None:
    """Draw kappa over all votes by year, or return None for fewer than two years of it."""
    known = series(divergence)
    values: Values = [
        (g.year, k.value, k.lo, k.hi)
        for g in known
        if (k := g.kappa).value is not None and k.lo is not None and k.hi is not None
    ]
    if len(values) < 2:
        return None
    first, last = values[0][0], divergence.window[1]
    pair = f"{divergence.a.name} and {divergence.b.name}"
    title = f"Agreement beyond chance of {pair} over all UN votes, {first} to {last}"
    svg = t.picture(NAME, title, described(divergence), TOP + PANEL + 22)
    x = t.across(first, last)
    low = max(-1.0, min(-0.2, math.floor(min(v[2] for v in values) * 5) / 5))
    y = t.Scale(low, 1.0, TOP + PANEL, TOP)
    for level, text in ((1.0, "1"), (0.0, "0")):
        t.line(svg, (t.LEFT, y(level)), (t.RIGHT, y(level)), stroke=t.GRID if level else t.REST)
        t.write(svg, t.LEFT - 1, y(level) + 4, text, anchor="end", fill=t.REST)
    named = ((divergence.widest, "widest"), (divergence.narrowest, "narrowest"))
    marks = [(year, word) for year, word in named if year is not None and first <= year <= last]
    for row, (year, _) in enumerate(marks):
        mark(svg, x, year, 14 + row * 14, TOP + PANEL)
    draw(svg, values, x, y, t.hatch(svg, NAME), (first, last))
    t.write(svg, t.RIGHT, y(0) - 4, "chance", anchor="end", fill=t.REST)
    axis(svg, x, TOP + PANEL, first, last)
    for row, (year, word) in enumerate(marks):
        name(svg, x, year, 14 + row * 14, f"{word} in {year}")
    return t.Chart(t.finish(svg), _caption(divergence))


def series(divergence: Divergence) -> list[YearGap]:
    """Return the years of all votes, oldest first."""
    return sorted((g for g in divergence.history if g.issue == "all"), key=lambda g: g.year)


def described(divergence: Divergence) -> str:
    """Return the text alternative: newest, widest and narrowest year."""
    by_year = {g.year: g.kappa for g in series(divergence)}
    newest = max(year for year, kappa in by_year.items() if kappa.value is not None)
    named = (("Newest", newest), ("Widest", divergence.widest), ("Narrowest", divergence.narrowest))
    return " ".join(
        f"{word}: {estimate_text(by_year[year])} in {year}."
        for word, year in named
        if year in by_year
    )


def _caption(divergence: Divergence) -> str:
    return (
        "Kappa over all recorded votes of a year; band: 90 % interval; hatched: no value. The "
        f"widest and narrowest years are sought where both cast at least {divergence.least} "
        "common votes."
    )
