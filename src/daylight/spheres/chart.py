"""How many states lay within a sphere, by year."""

from __future__ import annotations

from daylight.show import chart as t
from daylight.show.years import axis, draw
from daylight.spheres.records import Sphere

NAME = "sphere-time"
TOP, HEIGHT = 8, 120
LEAST_TOP = 5
"""The axis of counts reaches at least so far."""
CAPTION = (
    "States within the sphere in each year, with the 90 % interval. A year in which the power led "
    "on no other state has no value."
)


def sphere_time(answer: Sphere) -> t.Chart | None:
    """Draw the counts, or return None with fewer than two years."""
    values = [(one.year, float(one.within), one.lo, one.hi) for one in answer.reach]
    if len(values) < 2:
        return None
    first, last = values[0][0], values[-1][0]
    bottom = TOP + HEIGHT
    top = max(LEAST_TOP, *(hi for *_, hi in values))
    title = f"States within the sphere of {answer.a.name}, {first} to {last}"
    svg = t.picture(NAME, title, described(answer), bottom + 22)
    x, y = t.across(first, last), t.Scale(0, top, bottom, TOP)
    for level in _levels(top):
        t.line(svg, (t.LEFT, y(level)), (t.RIGHT, y(level)))
        t.write(svg, t.LEFT - 1, y(level) + 4, str(level), anchor="end", fill=t.REST)
    draw(svg, values, x, y, t.hatch(svg, NAME), (first, last))
    axis(svg, x, bottom, first, last)
    return t.Chart(t.finish(svg), CAPTION)


def described(answer: Sphere) -> str:
    """Return the text alternative: the first, the highest and the last year."""
    rows = answer.reach
    most = max(rows, key=lambda one: one.within)
    told = (rows[0], most, rows[-1])
    return "; ".join(f"{one.year}: {one.within} states" for one in told) + "."


def _levels(top: float) -> range:
    step = next(size for size in (1, 2, 5, 10, 20, 50, 100) if top / size <= 5)
    return range(0, int(top) + 1, step)
