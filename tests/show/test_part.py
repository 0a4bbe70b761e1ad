"""What a notebook shows of an answer: a fragment that leaves the page around it alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

import daylight as dl
from daylight.show.page import apart

DAY = "2017-02-01"
ASK: dict[str, Callable[[], Any]] = {
    "bond": lambda: dl.bond("RUS", "IRN", as_of=DAY),
    "bond of old": lambda: dl.bond("DEU", "FRA", as_of="1910"),
    "partners": lambda: dl.partners("RUS", as_of=DAY),
    "compare": lambda: dl.compare([("RUS", "IRN"), ("RUS", "CHN")], as_of=DAY),
    "analogues": lambda: dl.analogues("RUS", "IRN", as_of=DAY),
    "divergence": lambda: dl.divergence("RUS", "IRN", divider="USA", as_of=DAY),
    "bloc_ties": lambda: dl.bloc_ties("RUS", "IRN", as_of=DAY),
    "ideal_points": lambda: dl.ideal_points(as_of=DAY),
    "brief": lambda: dl.brief("RUS", "IRN", divider="USA", as_of=DAY),
}
MOST = 200_000


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    return {name: ask()._repr_html_() for name, ask in ASK.items()}


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


@pytest.mark.parametrize("name", ASK)
def test_a_part_is_a_fragment(name: str, parts: dict[str, str]) -> None:
    html = parts[name]
    assert html.lstrip().startswith('<div class="daylight part">')
    assert html.rstrip().endswith("</div>")
    assert not re.search(r"<(!doctype|html|head|body|script|link|iframe|img)\b", html, re.I)
    assert len(html) < MOST


@pytest.mark.parametrize("name", ASK)
def test_references_of_a_part_lead_to_its_own_ids(name: str, parts: dict[str, str]) -> None:
    html = parts[name]
    own = ids(html)
    assert len(own) == len(set(own)) > 0
    named = re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', html)
    assert set(named) | set(re.findall(r"url\(#([^)]+)\)", html)) <= set(own)


def test_no_two_answers_share_an_id(parts: dict[str, str]) -> None:
    every = [one for html in parts.values() for one in ids(html)]
    assert len(every) == len(set(every))


def test_the_same_answer_has_the_same_ids(parts: dict[str, str]) -> None:
    assert ASK["bond"]()._repr_html_() == parts["bond"]


def test_words_that_look_like_ids_stay() -> None:
    text = '<p id="a" class="x">the id="b" of</p><g fill="url(#a)"/>'
    assert apart(text, "p-") == '<p id="p-a" class="x">the id="b" of</p><g fill="url(#p-a)"/>'


def test_styles_touch_nothing_outside(parts: dict[str, str]) -> None:
    style = re.search(r"<style>(.*?)</style>", parts["bond"], re.S)
    assert style is not None
    css = re.sub(r"/\*.*?\*/", "", style.group(1), flags=re.S)
    while (
        bare := re.sub(r"@media[^{]*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}", r"\1", css)
    ) != css:
        css = bare
    assert "@" not in css, "rules of the page or of fonts hold everywhere"
    outermost, depth = [""], 0
    for c in css:
        depth += (c == "{") - (c == "}")
        if c == "}" and depth == 0:
            outermost.append("")
        elif depth == 0:
            outermost[-1] += c
    selectors = [s.strip() for rule in outermost for s in rule.split(",") if s.strip()]
    assert len(selectors) > 5
    assert [s for s in selectors if not s.startswith((".daylight", "html:has(> .daylight)"))] == []
