"""What a notebook shows of an answer: a fragment that leaves the page around it alone."""

from __future__ import annotations

import re

import pytest

from asking import asked
from daylight.catalogue import CATALOGUE
from daylight.show.page import apart

NAMES = [q.name for q in CATALOGUE]
MOST = 200_000


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    return {name: asked(name, "RUS-IRN")._repr_html_() for name in NAMES}


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


@pytest.mark.parametrize("name", NAMES)
def test_a_part_is_a_fragment(name: str, parts: dict[str, str]) -> None:
    html = parts[name]
    assert html.lstrip().startswith('<div class="daylight part">')
    assert html.rstrip().endswith("</div>")
    assert not re.search(r"<(!doctype|html|head|body|script|link|iframe|img)\b", html, re.I)
    assert len(html) < MOST


@pytest.mark.parametrize("name", NAMES)
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
    assert asked.__wrapped__("bond", "RUS-IRN")._repr_html_() == parts["bond"]


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
