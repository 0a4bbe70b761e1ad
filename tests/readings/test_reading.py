"""An article as an answer: its parts, whom it names, and whom a brief from it is about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

import daylight as dl
from daylight.core.errors import BadInput
from daylight.readings.triad import proposed
from daylight.store.atlas import current

PAGES = Path(__file__).parents[1] / "articles" / "pages"
CASES = sorted(path.stem for path in PAGES.glob("*.yml"))


def wanted(name: str) -> dict[str, Any]:
    want: dict[str, Any] = yaml.safe_load((PAGES / f"{name}.yml").read_text("utf-8"))
    return want


@pytest.mark.parametrize("name", CASES)
def test_the_parts_of_a_page_are_told_apart(name: str) -> None:
    want = wanted(name)
    got = dl.read(str(PAGES / want["file"]), as_of=want["as_of"])
    assert (got.title, got.kind, got.language) == (want["title"], want["kind"], want["language"])
    assert got.truncated is want["truncated"]
    body = " ".join(piece.text for piece in got.paragraphs)
    assert all(words in body for words in want["body"])


@pytest.mark.parametrize("name", CASES)
def test_who_is_named_is_found(name: str) -> None:
    want = wanted(name)
    got = dl.read(str(PAGES / want["file"]), as_of=want["as_of"])
    found = {code for actor in got.actors for code in actor.ids}
    ids = {code for actor in want["actors"] for code in actor["ids"]}
    assert len(ids & found) >= 0.8 * len(ids), ids - found


def test_places_are_of_the_original_text() -> None:
    path = PAGES / "asean-2016.txt"
    text = path.read_text("utf-8")
    got = dl.read(str(path))
    for actor in got.actors:
        for place in actor.places:
            assert text[place.start : place.end].split() == place.text.split()


def test_the_json_has_what_programs_read() -> None:
    got = json.loads(dl.read(str(PAGES / "asean-2016.txt")).to_json())
    for name in ("title", "deck", "byline", "date", "paragraphs", "captions", "dropped", "actors"):
        assert name in got
    assert set(got["paragraphs"][0]) == {"text", "start", "end"}
    assert {"text", "why"} <= set(got["dropped"][0])


def test_a_brief_from_an_article_is_about_those_it_names_most(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Moscow and Tehran\n\nRussia and Iran met. Russia sold arms to Iran. Moscow and Tehran "
        "agree, and Washington watches. The United States wants more.\n",
        "utf-8",
    )
    found = proposed(str(path), "2017-02-01", current())
    assert (set(found.states), found.divider) == ({"RUS", "IRN"}, "USA")
    with pytest.raises(BadInput, match="--as-of"):
        proposed(str(path), None, current())


def test_a_text_about_one_state_or_from_a_pipe_makes_no_brief(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Iran\n\nIran is large. Iran has oil.\n", "utf-8")
    with pytest.raises(BadInput, match="fewer than two"):
        proposed(str(path), "2017-02-01", current())
    with pytest.raises(BadInput, match="save it"):
        proposed("-", "2017-02-01", current())
