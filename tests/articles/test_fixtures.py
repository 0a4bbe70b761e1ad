"""The exam's own form: it loads, its spans are in their sentences, and it is large enough."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
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


def test_every_span_is_in_its_sentence() -> None:
    entries = _load("sentences.yml")
    assert len({entry["id"] for entry in entries}) == len(entries)
    assert len({entry["text"] for entry in entries}) == len(entries)
    for entry in entries:
        date.fromisoformat(entry["as_of"])
        for claim in entry["claims"]:
            _check_claim(claim)
            assert claim["text"] in entry["text"], entry["id"]


def test_there_are_sentences_enough() -> None:
    entries = _load("sentences.yml")
    claims = [claim for entry in entries for claim in _checkable(entry)]
    types = Counter(claim["type"] for claim in claims)
    verdicts = Counter(claim["verdict"] for claim in claims)
    without = sum(not _checkable(entry) for entry in entries)
    subjects = {name for claim in claims for name in claim["subject"]}
    assert len(entries) >= 150
    assert set(types) == CHECKABLE and min(types.values()) >= 7
    assert 3 * without >= len(entries)
    assert len(subjects) >= 25
    assert verdicts["contradicted"] / (verdicts["contradicted"] + verdicts["supported"]) >= 0.4
    assert {int(entry["as_of"][:3]) * 10 for entry in entries} >= set(range(1950, 2030, 10))
