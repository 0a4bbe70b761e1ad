"""The article that Daylight is measured by, read in place: what is found, and the verdicts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import daylight as dl
from daylight.checks.records import Check, Checked

pytestmark = pytest.mark.mirror
NAME = "why-russia-wont-help-trump-on-iran.txt"


@pytest.fixture
def article(mirror: Path) -> Path:
    path = mirror.parent / "articles" / NAME
    if not path.is_file():
        pytest.skip("the article is not beside the mirror")
    return path


@cache
def check(path: Path) -> Check:
    return dl.check(str(path), as_of="2017-02-01")


@pytest.fixture
def checked(article: Path) -> Check:
    return check(article)


def one(checked: Check, kind: str, words: str) -> Checked:
    found = [c for c in checked.claims if c.type == kind and words in c.text]
    assert found, f"no {kind} with {words!r}"
    return found[0]


def test_it_is_read_without_its_page(article: Path) -> None:
    got = dl.read(str(article), as_of="2017-02-01")
    assert got.title is not None
    assert got.title.startswith("Why Russia")
    assert got.deck == "Moscow Needs Tehran More Than Ever"
    assert len(got.captions) == 2
    assert got.truncated
    assert got.date is None
    assert len(got.paragraphs) == 5
    body = " ".join(piece.text for piece in got.paragraphs)
    assert not any(w in body for w in ("Loading", "Most Read", "cookies", "REUTERS"))
    named = {code for actor in got.actors for code in actor.ids}
    assert {"RUS", "IRN", "USA", "BLR", "EAEU", "CSTO", "SCO"} <= named


@pytest.mark.parametrize(
    ("kind", "words", "verdict"),
    [
        ("meeting", "in Ufa", "supported"),
        ("resilience", "remarkably resilient", "supported"),
        ("statement", "geopolitical catastrophe", "contradicted"),
        ("tether", "tethered to the Kremlin", "mixed"),
        ("count", "four members in addition to Russia", "supported"),
        ("candidate", "Tajikistan", "supported"),
        ("base", "Khmeimim", "supported"),
    ],
)
def test_what_data_decide_is_decided(checked: Check, kind: str, words: str, verdict: str) -> None:
    found = one(checked, kind, words)
    assert found.verdict == verdict
    assert found.answer
    assert found.query


def test_stronger_than_ever_is_no_plain_yes(checked: Check) -> None:
    found = one(checked, "superlative", "stronger than ever")
    assert found.verdict in ("mixed", "contradicted", "supported under a definition")
    assert found.definition
    assert len(found.figures) >= 3


def test_plans_and_judgements_are_not_checked(checked: Check) -> None:
    beyond = {c.type for c in checked.claims if c.verdict == "not checkable"}
    assert {"intent", "value"} <= beyond
    assert checked.truncated


def test_a_brief_from_it_is_about_the_three(article: Path) -> None:
    brief = dl.brief(from_=str(article), as_of="2017-02-01")
    assert {state.code for state in brief.request.states} == {"RUS", "IRN"}
    assert brief.request.divider is not None
    assert brief.request.divider.code == "USA"
    assert brief.parts["check"].request.text == str(article)
