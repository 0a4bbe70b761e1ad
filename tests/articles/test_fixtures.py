"""The exam's own form: it loads, its spans are in their sentences, and it is large enough."""

from __future__ import annotations

import html
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
ENOUGH = (("sentences.yml", 25, 1950), ("sentences_second.yml", 40, 1940))
SENTENCES = tuple(name for name, _, _ in ENOUGH)
CHECKABLE = frozenset(
    {
        "membership",
        "count",
        "sequence",
        "statement",
        "meeting",
        "quantity",
        "comparison",
        "superlative",
        "trend",
        "resilience",
        "tether",
        "candidate",
        "sphere",
        "base",
    }
)
KINDS = frozenset({"causal", "intent", "forecast", "value"})
ATTRIBUTIONS = frozenset({"asserted", "reported", "hypothetical", "opinion"})
VERDICTS = frozenset(
    {
        "supported",
        "supported under a definition",
        "contradicted",
        "mixed",
        "not enough data",
        "not checkable",
    }
)


def _load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def _check_claim(claim: dict[str, Any]) -> None:
    assert claim["attribution"] in ATTRIBUTIONS, claim
    assert claim["verdict"] in VERDICTS, claim
    assert set(claim.get("also", [])) <= VERDICTS - {claim["verdict"]}, claim
    if claim["type"] == "not_checkable":
        assert claim["kind"] in KINDS, claim
        assert claim["verdict"] == "not checkable", claim
    else:
        assert claim["type"] in CHECKABLE, claim
        assert claim["verdict"] != "not checkable", claim
        assert claim["subject"], claim
        assert isinstance(claim["object"], list), claim
        assert "value" in claim, claim


def _checkable(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [claim for claim in entry["claims"] if claim["type"] in CHECKABLE]


@pytest.mark.parametrize("name", SENTENCES)
def test_every_span_is_in_its_sentence(name: str) -> None:
    for entry in _load(name):
        date.fromisoformat(entry["as_of"])
        for claim in entry["claims"]:
            _check_claim(claim)
            assert claim["text"] in entry["text"], entry["id"]


def test_no_sentence_stands_twice() -> None:
    entries = [entry for name in SENTENCES for entry in _load(name)]
    assert len({entry["id"] for entry in entries}) == len(entries)
    assert len({entry["text"] for entry in entries}) == len(entries)


@pytest.mark.parametrize(("name", "actors", "first"), ENOUGH)
def test_there_are_sentences_enough(name: str, actors: int, first: int) -> None:
    entries = _load(name)
    claims = [claim for entry in entries for claim in _checkable(entry)]
    types = Counter(claim["type"] for claim in claims)
    verdicts = Counter(claim["verdict"] for claim in claims)
    without = sum(not _checkable(entry) for entry in entries)
    subjects = {actor for claim in claims for actor in claim["subject"]}
    assert len(entries) >= 150
    assert set(types) == CHECKABLE and min(types.values()) >= 7
    assert 3 * without >= len(entries)
    assert len(subjects) >= actors
    assert verdicts["contradicted"] / (verdicts["contradicted"] + verdicts["supported"]) >= 0.4
    assert {int(entry["as_of"][:3]) * 10 for entry in entries} >= set(range(first, 2030, 10))


def _page_text(page: dict[str, Any]) -> str:
    text = (HERE / "pages" / page["file"]).read_bytes().decode(page["encoding"])
    if page["kind"] == "html":
        text = re.sub(r"<[^>]*>", "", text)
    return _fold(html.unescape(text))


def _fold(text: str) -> str:
    return " ".join(text.split())


def test_every_page_holds_what_it_must() -> None:
    pages = [_load(f"pages/{path.name}") for path in sorted((HERE / "pages").glob("*.yml"))]
    assert len(pages) >= 9
    assert any(page["truncated"] for page in pages)
    assert {"cp1252", "utf-8"} <= {page["encoding"] for page in pages}
    for page in pages:
        text = _page_text(page)
        raw = (HERE / "pages" / page["file"]).read_bytes().decode(page["encoding"])
        for words in (page["title"], page["deck"], *page["body"], *page["captions"]):
            assert _fold(words) in text, (page["file"], words)
        for words in page["dropped"]:
            assert _fold(words) in text or words in raw, (page["file"], words)
        for claim in page["claims"]:
            _check_claim(claim)
            assert claim["text"] in text, (page["file"], claim["text"])
        assert 8 <= len(_checkable(page)) <= 16
        assert len({claim["type"] for claim in _checkable(page)}) >= 5
        assert any(claim["verdict"] == "contradicted" for claim in page["claims"])
        assert all(actor["name"] and actor["ids"] for actor in page["actors"])


def test_every_snippet_holds_its_lines() -> None:
    snippets = _load("strip.yml")
    assert len(snippets) >= 15
    assert {"en", "fr", "ar"} <= {snippet["language"] for snippet in snippets}
    for snippet in snippets:
        text = snippet["text"]
        assert 4 <= len(text.splitlines()) <= 25, snippet["id"]
        if snippet["form"] == "html":
            text = re.sub(r"<[^>]*>", "", text)
        text = _fold(text)
        parts = ("kept", "dropped", "captions", "either")
        for line in [line for part in parts for line in snippet.get(part, [])]:
            assert _fold(line) in text, (snippet["id"], line)
        for line in snippet["dropped"]:
            assert not any(line in kept for kept in snippet["kept"]), (snippet["id"], line)
