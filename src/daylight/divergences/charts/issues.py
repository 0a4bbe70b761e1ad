"""Where two states part: agreement beyond chance by issue, on one scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from daylight.divergences.records import Divergence, Gap, Outside
from daylight.say.lines import capital
from daylight.say.numbers import estimate_text
from daylight.show import chart as t

NAME = "issues"
ROW = 34
LONGEST = 24
"""Characters of a label that fit beside its numbers on a telephone."""
Line = tuple[str, Gap, bool]
"""Label, numbers, and whether it is about the pair itself."""


def issues(divergence: Divergence) -> t.Chart | None:
    """Draw kappa by issue, or return None where no issue has one."""
    lines = [line for line in rows(divergence) if line[1].n]
    if not any(own and gap.kappa.value is not None for _, gap, own in lines):
        return None
    first, last = divergence.window
    pair = f"{divergence.a.name} and {divergence.b.name}"
    title = f"Agreement beyond chance of {pair} in UN votes by issue, {first} to {last}"
    text = " ".join(f"{label}: {said(gap)}." for label, gap, _ in lines)
    height = 20 + ROW * len(lines) + 22
    svg = t.picture(NAME, title, text, height)
    x = t.Scale(_floor(lines), 1.0, 1.5, 98.5)
    bottom = height - 22
    for value, label in ((0.0, "0, chance"), (1.0, "1, full agreement")):
        anchor = "end" if value else "middle"
        t.line(svg, (x(value), 18), (x(value), bottom), stroke=t.REST, dash="" if value else "4 3")
        t.write(svg, x(value), 12, label, anchor=anchor, fill=t.REST)
    for number, line in enumerate(lines):
        _row(svg, line, x, 20 + number * ROW)
    _axis(svg, x, bottom)
    return t.Chart(t.finish(svg), _caption(divergence))


def rows(divergence: Divergence) -> list[Line]:
    """Return the lines of the chart: issues, farthest apart first, all votes, outside power."""
    out = [(g.title, g, True) for g in divergence.issues]
    out.append((divergence.overall.title, divergence.overall, True))
    names = _with_power(divergence.outside)
    return out + [(n, o.gap, False) for n, o in zip(names, divergence.outside, strict=True)]


def _with_power(outside: Sequence[Outside]) -> list[str]:
    """Name states and the outside power, all by code where one would run into the numbers."""
    texts = [f"{o.state.name} and {o.power.name}" for o in outside]
    if all(len(text) <= LONGEST for text in texts):
        return texts
    return [f"{o.state.code} and {o.power.code}" for o in outside]


def said(gap: Gap) -> str:
    """Return kappa with its interval and the number of votes, or why there is none."""
    if gap.kappa.value is None:
        if gap.n == 0:
            return "no common votes"
        same = estimate_text(gap.agreement, fraction=True)
        return f"no kappa; same vote {same}, n = {gap.n:,}"
    return f"{estimate_text(gap.kappa)}, n = {gap.n:,}"


def _floor(lines: list[Line]) -> float:
    """Return the left end of the scale: a fifth below chance, or lower where needed."""
    lowest = min(g.kappa.lo or 0.0 for _, g, _ in lines)
    return max(-1.0, min(-0.2, math.floor(lowest * 5) / 5))


def _row(svg: Element, line: Line, x: t.Scale, top: int) -> None:
    label, gap, own = line
    kappa = gap.kappa
    y = top + 28
    fill = t.PAIR if own else t.REST
    t.write(svg, x.start, top + 16, capital(label), size=t.TEXT, bold=own)
    t.write(svg, x.end - 1, top + 16, said(gap), anchor="end")
    t.line(svg, (x.start, y), (x.end, y))
    if kappa.value is None or kappa.lo is None or kappa.hi is None:
        return
    ends = x(max(kappa.lo, x.first)), x(min(kappa.hi, x.last))
    t.line(svg, (ends[0], y), (ends[1], y), stroke=fill, width=4)
    t.dot(svg, x(kappa.value), y, fill=fill, square=not own)


def _axis(svg: Element, x: t.Scale, bottom: int) -> None:
    for step in range(round(x.first * 5), 6):
        value = step / 5
        anchor = "start" if value == x.first else "end" if step == 5 else "middle"
        t.write(svg, x(value), bottom + 16, f"{value:.1f}", anchor=anchor, fill=t.REST)


def _caption(divergence: Divergence) -> str:
    first, last = divergence.window
    text = (
        f"Kappa: agreement beyond what the voting habits of each would give. Votes of {first} to "
        f"{last} pooled; bar: 90 % interval; n: votes in which both took part. No kappa: "
        f"one of the two never varied its vote."
    )
    return f"{text} Grey squares: with the outside power." if divergence.outside else text
