"""The legend of a map: what each fill means, and of how many states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from daylight.show.chart import AXIS, FINE, INK
from daylight.show.picture import wide
from daylight.show.steps import NO_MEMBER, Shown, Step

ROW, SWATCH, GAP = 20, 12, 16
"""Pixels: of a line, of a square of colour, and between two entries."""
LEFT = 1.0
"""Where a line begins, so that its edge is whole."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fill, its words, and whether its edge is dashed."""

    fill: str
    text: str
    dashed: bool = False


def entries(
    name: str, steps: Sequence[Step], shown: Sequence[Shown], unlisted: int, *,
    empty: bool = False, shared: bool = False, disputed: bool = False,
) -> list[Entry]:  # fmt: skip
    """Return what a legend lists: every step with its count, then the marks that are used."""
    out = []
    for k, step in enumerate(steps):
        count = sum(one.step == k for one in shown)
        sign = f"{step.sign} " if step.sign else ""
        out.append(Entry(step.fill, f"{sign}{step.label} ({count})"))
    carried = [one for one in shown if one.carried and one.step is not None]
    if carried:
        middle = sorted(one.step or 0 for one in carried)[len(carried) // 2]
        out.append(Entry(f"url(#{name}-carried-{middle})", f"dotted: carried ({len(carried)})"))
    bare = unlisted + sum(one.step is None for one in shown)
    out += [Entry(f"url(#{name}-none)", f"not in the list ({bare})")] if bare else []
    out += [Entry(NO_MEMBER, "no member of the state system")] if empty else []
    out += [Entry(f"url(#{name}-shared)", "two states not told apart")] if shared else []
    out += [Entry(f"url(#{name}-disputed)", "disputed, numbers below", True)] if disputed else []
    return out


def draw(svg: Element, listed: Sequence[Entry], top: float, width: float) -> float:
    """Draw entries in as many lines as they need, and return where they end, in pixels."""
    x, y = LEFT, top
    for entry in listed:
        room = SWATCH + 5 + wide(entry.text) * FINE + GAP
        if x > LEFT and x + room - GAP > width:
            x, y = LEFT, y + ROW
        edge = {"stroke": AXIS, "stroke-width": "0.8"}
        edge |= {"stroke-dasharray": "2 1.5"} if entry.dashed else {}
        box = {"x": f"{x:g}", "y": f"{y:g}", "width": str(SWATCH), "height": str(SWATCH)}
        SubElement(svg, "rect", box | {"fill": entry.fill} | edge)
        place = {"x": f"{x + SWATCH + 5:g}", "y": f"{y + 10:g}", "font-size": str(FINE)}
        SubElement(svg, "text", place | {"fill": INK}).text = entry.text
        x = round(x + room, 1)
    return y + ROW


def counted(steps: Sequence[Step], shown: Sequence[Shown]) -> list[str]:
    """Return how many states are on each step, for a text alternative."""
    return [f"{sum(one.step == k for one in shown)} {step.label}" for k, step in enumerate(steps)]
