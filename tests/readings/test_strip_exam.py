"""How well pages are stripped, on fixtures written before the rules: floors that only rise."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from daylight.core.errors import DaylightError
from daylight.texts.document import Document
from daylight.texts.read import parsed, read

ARTICLES = Path(__file__).parents[1] / "articles"
KEPT, DROPPED, CAPTIONS, LANGUAGES = 0.88, 0.97, 0.70, 0.95
"""Floors: of what belongs to the article, of furniture, of captions, of languages."""


def fold(text: str) -> str:
    return " ".join(text.split())


@cache
def cases() -> tuple[tuple[dict[str, Any], Document], ...]:
    """Every snippet and page that is read, with what must be found."""
    snippets = yaml.safe_load((ARTICLES / "strip.yml").read_text("utf-8"))
    out = []
    for want in snippets:
        try:
            out.append((want, parsed(want["text"])))
        except DaylightError:  # a page without an article may be refused
            assert not want.get("kept")
    for path in sorted((ARTICLES / "pages").glob("*.yml")):
        page = yaml.safe_load(path.read_text("utf-8"))
        out.append(({**page, "kept": page["body"]}, read(str(path.with_name(page["file"])))))
    return tuple(out)


def share(found: list[bool]) -> float:
    assert len(found) >= 5
    return sum(found) / len(found)


def body(document: Document) -> str:
    return " ".join(fold(piece.text) for piece in document.paragraphs)


def test_what_belongs_to_the_article_is_kept() -> None:
    found = [fold(t) in body(d) for want, d in cases() for t in want.get("kept") or ()]
    assert share(found) >= KEPT


def test_furniture_is_dropped() -> None:
    found = [fold(t) not in body(d) for want, d in cases() for t in want.get("dropped") or ()]
    assert share(found) >= DROPPED


def test_captions_stand_apart() -> None:
    found = [
        any(fold(t) in fold(piece.text) for piece in d.captions)
        for want, d in cases()
        for t in want.get("captions") or ()
    ]
    assert share(found) >= CAPTIONS


def test_the_language_is_said() -> None:
    assert share([d.language == want["language"] for want, d in cases()]) >= LANGUAGES
