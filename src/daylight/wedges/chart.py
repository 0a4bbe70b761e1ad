"""The three views in one chart, one under another on one scale, and never averaged."""

from __future__ import annotations

from daylight.endurance.records import Rate
from daylight.say.numbers import fixed
from daylight.show import chart as t
from daylight.wedges.records import Wedge

NAME = "wedge-views"
ROW, TOP = 34, 8
FEWEST = 2
TOLD, LATER = 4, 5
"""Years ahead of the measured rates, and after the last push of attempts."""
CAPTION = (
    "Each line is another question, with its 90 % interval: how often such ties broke within four "
    "years, and with a gain seen with the divider; what part of listed attempts worked after five, "
    "chosen by a search and no rate of the world; and what follows from your own assumptions. "
    "Never averaged."
)
View = tuple[str, float, float, float, bool]
"""What it is; value and ends, 0 to 1; whether it is measured."""


def views(answer: Wedge) -> tuple[View, ...]:
    """Return what can be drawn."""
    found: list[View] = []
    measured = answer.measured
    chance = measured.horizons.get(str(TOLD))
    if chance is not None:
        found += _rate("measured: broke", chance.broke)
        found += _rate("measured: with a gain", chance.to_divider)
    elif str(TOLD) in measured.any_tie:
        found += _rate("measured: any such tie", measured.any_tie[str(TOLD)])
    came = [one for one in answer.tried.rate if one.years == LATER and one.value is not None]
    for one in came[-1:]:
        found.append(("tried: of a list", one.value or 0.0, one.lo or 0.0, one.hi or 0.0, False))
    assumed = answer.assumed.p_leave if answer.assumed else None
    if assumed is not None:
        found.append(("assumed: your scenario", assumed.value, assumed.lo, assumed.hi, False))
    return tuple(found)


def _rate(label: str, rate: Rate) -> list[View]:
    if rate.value is None or rate.lo is None or rate.hi is None:
        return []
    return [(label, rate.value, rate.lo, rate.hi, True)]


def wedge_views(answer: Wedge) -> t.Chart | None:
    """Draw the views, or return None where there are not two of them to set side by side."""
    told = views(answer)
    if len(told) < FEWEST:
        return None
    bottom = TOP + ROW * len(told)
    a, b = answer.request.states
    title = f"Could {answer.divider.name} pull {a.name} from {b.name}? Three views"
    svg = t.picture(NAME, title, described(told), bottom + 22)
    x = t.across(0.0, 1.0)
    for part in (0.0, 0.25, 0.5, 0.75, 1.0):
        t.line(svg, (x(part), TOP), (x(part), bottom))
        anchor = {0.0: "start", 1.0: "end"}.get(part, "middle")
        t.write(svg, x(part), bottom + 15, f"{fixed(100 * part, 0)} %", anchor=anchor, fill=t.REST)
    for k, (label, value, lo, hi, seen) in enumerate(told):
        height = TOP + ROW * k + 24
        colour = t.PAIR if seen else t.REST
        t.write(svg, t.LEFT, height - 11, f"{label}: {_text(value, lo, hi)}")
        dash = "" if seen else "5 3"
        t.line(svg, (x(lo), height), (x(hi), height), stroke=colour, width=3, dash=dash)
        t.dot(svg, x(value), height, fill=colour, square=not seen)
    return t.Chart(t.finish(svg), CAPTION)


def described(told: tuple[View, ...]) -> str:
    """Return the text alternative."""
    return "; ".join(f"{label} {_text(value, lo, hi)}" for label, value, lo, hi, _ in told) + "."


def _text(value: float, lo: float, hi: float) -> str:
    value_, lo_, hi_ = (fixed(100 * part, 1) for part in (value, lo, hi))
    return f"{value_} % ({lo_} to {hi_})"
