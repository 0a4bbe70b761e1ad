"""Colours: the same in a page and in a picture that leaves it, and readable in light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from daylight.show import chart, steps, two_sided
from daylight.show.page import TEMPLATES

STYLE = (TEMPLATES / "page.css").read_text("utf-8").partition("@media print")[0]
LIGHT, DARK = (
    dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6})", part))
    for part in STYLE.split("@media screen and (prefers-color-scheme: dark)")[:2]
)
CONSTANTS = [
    value
    for module in (chart, steps, two_sided)
    for name, value in vars(module).items()
    if name.isupper() and isinstance(value, str) and value.startswith("var(")
] + [*two_sided.ZONE_FILLS.values(), *steps.STEP_FILLS]


def luminance(colour: str) -> float:
    parts = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_colour_outside_a_page_is_that_of_the_light_page() -> None:
    assert len(CONSTANTS) >= 14
    for value in CONSTANTS:
        token, fallback = re.fullmatch(r"var\((--[\w-]+), (#[0-9a-f]{6})\)", value).groups()  # type: ignore[union-attr]
        if token != "--paper":  # a picture has white paper
            assert LIGHT[token] == fallback
        assert token in DARK


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_marks_stand_out_from_the_page(tokens: dict[str, str]) -> None:
    for name in ("--ink", "--soft", "--rest", "--link", "--coop", "--conf", "--pair"):
        assert contrast(tokens[name], tokens["--paper"]) >= 4.5, name
    assert contrast(tokens["--axis"], tokens["--paper"]) >= 3, "outlines of pale fills"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [steps.five, steps.zones])
def test_what_is_written_on_a_step_can_be_read(
    scale: Callable[..., tuple[steps.Step, ...]], tokens: dict[str, str]
) -> None:
    for step in scale(("",) * 5, ("",) * 5):
        ink = tokens["--ink"] if step.ink == chart.INK else tokens["--paper"]
        assert contrast(tokens[step.fill[4:12]], ink) >= 4.5, step.fill


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_steps_of_one_hue_differ_in_lightness(tokens: dict[str, str]) -> None:
    fills = [tokens[f"--step-{k}"] for k in range(1, 6)]
    lightness = [luminance(fill) for fill in fills]
    assert lightness in (sorted(lightness), sorted(lightness, reverse=True))
    assert all(contrast(one, two) >= 1.25 for one, two in pairwise(fills))
