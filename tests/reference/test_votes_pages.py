"""The pages show the figures of the exam of UN votes, and say who wins by them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "docs" / "methods" / "votes-figures.json"


@pytest.fixture(scope="module")
def pages() -> Iterator[Any]:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import filled
        import votes_pages
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))
    yield votes_pages, filled.fill
    for name in [n for n in sys.modules if n.startswith(("votes_", "filled"))]:
        sys.modules.pop(name)


def test_the_pages_show_the_figures_of_the_run(pages: Any) -> None:
    votes_pages, fill = pages
    made = votes_pages.blocks(json.loads(FIGURES.read_text("utf-8")))
    text = {name: (ROOT / "docs" / name).read_text("utf-8") for name in votes_pages.PAGES}
    stale = [name for name, page in text.items() if fill(page, made) != page]
    assert not stale, "run `python benchmarks/votes_exam.py --page`"
    assert all(f"<!-- validity: {name} -->" in "".join(text.values()) for name in made)


def test_sentences_follow_the_figures(pages: Any) -> None:
    votes_pages, _ = pages
    figures = json.loads(FIGURES.read_text("utf-8"))
    for found in figures["heldout"].values():
        found["over_two"] = [0.1, 0.05, 0.15]
        for era in found["eras"].values():
            era["over_two"] = [0.0, -0.1, 0.1]
    said = votes_pages.blocks(figures)["votes-two"]
    assert "better than our scale on none; worse on Middle East, nuclear questions" in said
    assert "two dimensions are better in 0 of 24 cells" in said
