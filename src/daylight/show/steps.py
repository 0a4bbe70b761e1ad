"""What a map shows of a state: a step of a scale, and how the steps are filled.

It knows nothing of what is measured. Five steps of one hue, lighter to darker, hold for readers who
tell no colours apart; what is carried past its source has dots, what is not in a list stripes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from daylight.show.chart import AXIS, GRID, INK, PAPER
from daylight.show.two_sided import ZONE_FILLS

STEP_FILLS = (
    "var(--step-1, #e3edf6)",
    "var(--step-2, #b5d0e8)",
    "var(--step-3, #7fadd4)",
    "var(--step-4, #3574a9)",
    "var(--step-5, #0a4a80)",
)
"""From little to much."""
NO_MEMBER = "var(--land, #f3f3ef)"
"""Land that no member of the state system holds."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a scale: its words, its fill, what is written on it, and its sign on a tile."""

    label: str
    fill: str
    ink: str = INK
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a map shows of one state: a step, or None where there is no value.

    Attributes
    ----------
    cow, name, code
        Whom it is about.
    step : int or None
        Place in the list of steps.
    said : str
        The value in words, with its interval.
    carried : bool
        Whether it is carried past the end of a source.
    """

    cow: int
    name: str
    code: str
    step: int | None
    said: str
    carried: bool = False


def five(labels: Sequence[str], signs: Sequence[str] = ("", "", "", "", "")) -> tuple[Step, ...]:
    """Return five steps of one hue, from little to much."""
    inks = (INK, INK, INK, PAPER, PAPER)
    rows = zip(labels, STEP_FILLS, inks, signs, strict=True)
    return tuple(Step(label, fill, ink, sign) for label, fill, ink, sign in rows)


def zones(labels: Sequence[str], signs: Sequence[str]) -> tuple[Step, ...]:
    """Return the five zones of the peace scale, from the worst to the best."""
    inks = (PAPER, INK, INK, INK, PAPER)
    rows = zip(labels, ZONE_FILLS.values(), inks, signs, strict=True)
    return tuple(Step(label, fill, ink, sign) for label, fill, ink, sign in rows)


def patterns(svg: Element, name: str, steps: Sequence[Step], scale: float = 1) -> None:
    """Define what fills carried steps, states that are in no list, and disputed places.

    Patterns shrink with what they fill; `scale` is how much that is drawn smaller.
    """
    defs = SubElement(svg, "defs")
    for k, step in enumerate(steps):
        dots = _pattern(defs, f"{name}-carried-{k}", 5, scale)
        SubElement(dots, "rect", width="5", height="5", fill=step.fill)
        SubElement(dots, "circle", cx="1.5", cy="1.5", r="0.9", fill=step.ink)
    none = _pattern(defs, f"{name}-none", 6, scale, turned=45)
    SubElement(none, "rect", width="6", height="6", fill=PAPER)
    SubElement(none, "rect", width="2", height="6", fill=GRID)
    shared = _pattern(defs, f"{name}-shared", 5, scale)
    SubElement(shared, "rect", width="5", height="5", fill=PAPER)
    SubElement(shared, "path", d="M0 0h5M0 0v5", stroke=AXIS, fill="none")
    disputed = _pattern(defs, f"{name}-disputed", 4, scale, turned=-45)
    SubElement(disputed, "rect", width="1.2", height="4", fill=INK)


def fill(name: str, shown: Shown | None, steps: Sequence[Step]) -> str:
    """Return what fills a state."""
    if shown is None or shown.step is None:
        return f"url(#{name}-none)"
    return f"url(#{name}-carried-{shown.step})" if shown.carried else steps[shown.step].fill


def _pattern(defs: Element, name: str, size: int, scale: float, turned: int = 0) -> Element:
    turns = ([f"scale({1 / scale:.3f})"] if scale != 1 else []) + (
        [f"rotate({turned})"] if turned else []
    )
    return SubElement(defs, "pattern", {
        "id": name, "width": str(size), "height": str(size), "patternUnits": "userSpaceOnUse",
        **({"patternTransform": " ".join(turns)} if turns else {}),
    })  # fmt: skip
