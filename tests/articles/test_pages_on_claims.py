"""The pages on claims and verdicts name every type and word, and hold the figures of their file."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from daylight.checks.records import Checked
from daylight.checks.verdict import VERDICTS
from daylight.claims.records import TYPES, UNCHECKABLE

ROOT = Path(__file__).resolve().parents[2]
METHODS = ROOT / "docs" / "methods"


def page(name: str) -> str:
    return (METHODS / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_is_explained(kind: str) -> None:
    types = page("claims").split("## Types")[1].split("## The record")[0]
    assert f"`{kind}`" in types
    decides = page("verdicts").split("## What decides each type")[1].split("## Margins")[0]
    heads = [line.split("|")[1] for line in decides.splitlines() if line.startswith("| ")]
    named = ("most ever", "largest partner") if kind == "superlative" else (kind,)
    assert all(any(name in head for head in heads) for name in named)


@pytest.mark.parametrize("name", [field.name for field in fields(Checked)])
def test_every_field_of_a_claim_is_explained(name: str) -> None:
    record = page("claims").split("## The record")[1].split("## How claims are found")[0]
    assert f"`{name}`" in record


@pytest.mark.parametrize("word", VERDICTS)
def test_every_verdict_is_explained(word: str) -> None:
    assert f"| {word} |" in page("verdicts").split("## The six words")[1].split("\n## ")[0]


def test_the_tables_hold_the_figures_of_the_exam(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from claims_page import blocks
    from filled import BLOCK

    made = blocks(json.loads((METHODS / "claims-figures.json").read_text("utf-8")))
    filled = {m[2]: m[0] for name in ("claims", "verdicts") for m in BLOCK.finditer(page(name))}
    assert set(filled) == set(made)
    assert all(made[name] in text for name, text in filled.items()), "run claims_exam.py --page"


def test_every_type_that_no_data_decide_says_so() -> None:
    assert all(kind in page("verdicts") for kind in UNCHECKABLE)
