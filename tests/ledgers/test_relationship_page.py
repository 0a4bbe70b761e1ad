"""The page of the relationship: its tables are those of the figures, and a miss is called one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from daylight.ledgers.relationship.form import INPUTS
from daylight.store.atlas import current

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "methods" / "relationship.md"
FIGURES = ROOT / "docs" / "methods" / "bond-figures.json"
BLOCK = re.compile(r"<!-- validity: ([\w-]+) -->\n(.*?)<!-- end -->", re.S)


@pytest.fixture
def blocks(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import bond_page

    made: dict[str, str] = bond_page.blocks(figures())
    return made


def figures() -> dict[str, Any]:
    return json.loads(FIGURES.read_text("utf-8"))


def test_the_page_holds_the_figures(blocks: dict[str, str]) -> None:
    shown = {name: text.strip() for name, text in BLOCK.findall(PAGE.read_text("utf-8"))}
    assert shown == {name: text.strip() for name, text in blocks.items()}, (
        "run `python benchmarks/bond_exam.py --page`"
    )


def test_a_figure_under_its_bar_is_called_missed(
    blocks: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import bond_page

    worse = figures()
    cell = worse["relationship"]["contrasts"]["held-out pairs"]["rivalry / negative"]
    cell["value"] = bond_page.BARS["rivalry / negative"] - 0.001
    text = bond_page.blocks(worse)["contrasts"]
    assert text.count("missed") == blocks["contrasts"].count("missed") + 1
    worse["blinded"]["ledgers"]["military_cooperation"]["cover"]["value"] = 0.8
    text = bond_page.blocks(worse)["blinded"]
    assert text.count("missed") == blocks["blinded"].count("missed") + 1


@pytest.mark.parametrize("row", figures()["cases"], ids=lambda row: row["case"])
def test_a_case_reads_right_or_the_page_says_why_not(row: dict[str, Any]) -> None:
    if "misses" not in row:
        assert row["cannot"]
    else:
        assert bool(row["misses"]) == bool(row["wrong"]), row


LOGITS = {
    "three": (("rivalry", "warm"), INPUTS),
    "severe": (("severe",), ("constant", "military_conflict")),
    "community": (("community",), ("constant", "political_cooperation")),
}


def test_the_weights_of_the_page_are_those_of_the_atlas() -> None:
    """Both are fitted on the same files, and agree to the rounding of the figures."""
    fits = figures()["relationship"]["weights"]
    shown = {
        (logit, outcome, name): (fits[logit]["weights"][j][k], fits[logit]["errors"][j][k])
        for logit, (outcomes, names) in LOGITS.items()
        for j, outcome in enumerate(outcomes)
        for k, name in enumerate(names)
    }
    rows = current().rows("relationship_weights")
    keys = zip(*(rows[c].tolist() for c in ("logit", "outcome", "input")), strict=True)
    held = dict(zip(keys, zip(rows["weight"], rows["sd"], strict=True), strict=True))
    assert set(held) == set(shown)
    for key, pair in shown.items():
        assert held[key] == pytest.approx(pair, abs=0.002), key
