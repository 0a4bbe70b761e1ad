"""The page of chances shows the figures that stand beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

METHODS = Path(__file__).resolve().parents[2] / "docs" / "methods"


def test_the_page_holds_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(METHODS.parents[1] / "benchmarks"))
    from accession_page import blocks
    from filled import fill

    page = (METHODS / "accession.md").read_text("utf-8")
    figures = json.loads((METHODS / "accession-figures.json").read_text("utf-8"))
    assert fill(page, blocks(figures)) == page, "run `python benchmarks/accession_exam.py --page`"
    assert all(f"validity: {name} " in page for name in blocks(figures))
