"""Floors of the exam on the manual's examples, read in place; they are only ever raised."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FITTED = {"root_macro_f1": 0.92, "root_accuracy": 0.93, "two_digits": 0.91, "actors": 0.88}
HELD_OUT = {"root_macro_f1": 0.72, "root_accuracy": 0.78, "two_digits": 0.75, "actors": 0.81}


@pytest.mark.mirror
def test_figures_do_not_fall(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from coder_exam import run

    found = run(mirror)
    assert found["fitted"]["examples"] + found["held_out"]["examples"] == 372
    for part, floors in (("fitted", FITTED), ("held_out", HELD_OUT)):
        for name, floor in floors.items():
            assert found[part][name] >= floor, (part, name, found[part][name])
