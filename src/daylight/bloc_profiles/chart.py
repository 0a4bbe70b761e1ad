"""What was measured of a bloc, by year: a line in its band, with the members of each year."""

from __future__ import annotations

from daylight.bloc_profiles.records import Bloc
from daylight.say.numbers import fixed
from daylight.show import chart as t
from daylight.show.years import Values, axis, draw

TOP, HEIGHT = 8, 110
LEAST_YEARS = 2
STEPS = (5, 10, 20, 25, 50)
MOST_LEVELS = 5
CHARTS = {
    "hub_share": "Largest part of all leaning among members that is on one of them",
    "excess": "Votes alike of two members, above any two states",
}
"""What is drawn, with what it is; in parts of 100."""
CAPTION = (
    "In parts of 100, with the 90 % interval, among the members of each year; hatched: no value."
)


def past_time(answer: Bloc, what: str) -> t.Chart | None:
    """Draw what was measured by year, or return None with fewer than two years of it."""
    values = series(answer, what)
    if len(values) < LEAST_YEARS:
        return None
    first, last = values[0][0], values[-1][0]
    low = min(0.0, *(row[2] for row in values))
    high = max(0.0, *(row[3] for row in values))
    bottom = TOP + HEIGHT
    title = f"{CHARTS[what]}: {answer.request.bloc}, {first} to {last}"
    svg = t.picture(f"bloc-{what}", title, described(values), bottom + 22)
    x, y = t.across(first, last), t.Scale(low, high, bottom, TOP)
    for level in levels(low, high):
        colour = t.REST if level == 0 else t.GRID
        t.line(svg, (t.LEFT, y(level)), (t.RIGHT, y(level)), stroke=colour)
        t.write(svg, t.LEFT - 1, y(level) + 4, str(level), anchor="end", fill=t.REST)
    draw(svg, values, x, y, t.hatch(svg, f"bloc-{what}"), (first, last))
    axis(svg, x, bottom, first, last)
    return t.Chart(t.finish(svg), CAPTION)


def series(answer: Bloc, what: str) -> Values:
    """Return year, value and ends in parts of 100, oldest first; values without ends have none."""
    return [
        (one.year, 100 * one.value, 100 * one.lo, 100 * one.hi)
        for one in answer.history
        if one.what == what and one.lo is not None and one.hi is not None
    ]


def described(values: Values) -> str:
    """Return the text alternative: the first year and the last."""
    told = (values[0], values[-1])
    return "; ".join(f"{year}: {fixed(value, 0)}" for year, value, _, _ in told) + "."


def levels(low: float, high: float) -> list[int]:
    """Return round numbers to label from `low` to `high`, 0 among them."""
    step = next((s for s in STEPS if (high - low) / s <= MOST_LEVELS), STEPS[-1])
    first = -int(-low // step) if low < 0 else 0
    return [k * step for k in range(first, int(high // step) + 1)]
