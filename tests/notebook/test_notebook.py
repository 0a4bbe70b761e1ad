"""Answers in a real kernel: what a notebook gets of each, and the example that ships."""

from __future__ import annotations

import base64
import importlib
import importlib.util
import json
import re
from pathlib import Path
from typing import Any

import pytest

if importlib.util.find_spec("nbclient") is None or importlib.util.find_spec("ipykernel") is None:
    pytest.skip("needs nbclient and ipykernel, in the extra `test`", allow_module_level=True)

import nbformat
from nbclient import NotebookClient

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "first-questions.ipynb"
MOST_BYTES = 400_000
ASKED = 'as_of="2017-02-01"'
CELLS = {
    "bare": (
        "import sys, importlib.util\n"
        "import daylight as dl\n"
        'importlib.util.find_spec("ipywidgets") is None'
    ),
    "bond": f'dl.bond("RUS", "IRN", {ASKED})',
    "brief": f'dl.brief("RUS", "IRN", divider="USA", {ASKED})',
    "print": f'print(dl.bond("RUS", "IRN", {ASKED}))',
    "plot": f'dl.bond("RUS", "IRN", {ASKED}).plot("ledgers-time")',
    "panel": 'dl.dyads(2015, 2016).add("vote_kappa").to_polars()',
    "error": f'dl.bond("RUS", "Persiaa", {ASKED})',
    "mistake": "dl.atlas().sql(\"SELECT strptime('abc', '%Y')\")",
    "bars": (
        "from daylight.store.atlas import current\n"
        "with current()._engine.cursor() as cursor:\n"
        "    bars = cursor.sql(\"SELECT current_setting('enable_progress_bar')\").fetchall()\n"
        "bars"
    ),
}
Output = dict[str, Any]


def run(cells: list[str]) -> list[Output]:
    """Run cells in a kernel of their own; return what each puts out, and nothing besides."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(book, timeout=120, allow_errors=True, kernel_name="python3").execute()
    return [out[0] if (out := cell.outputs) else {} for cell in book.cells]


@pytest.fixture(scope="module")
def outputs() -> dict[str, Output]:
    return dict(zip(CELLS, run(list(CELLS.values())), strict=True))


@pytest.mark.parametrize("name", ["bond", "brief"])
def test_an_answer_shows_itself(name: str, outputs: dict[str, Output]) -> None:
    shown = outputs[name]
    assert shown["output_type"] == "execute_result", shown.get("evalue")
    assert set(shown["data"]) == {"text/plain", "text/html"}
    assert re.fullmatch(
        r"<(Bond|Brief): RUS IRN, as of 2017-02-01, .*>", shown["data"]["text/plain"]
    )
    assert shown["data"]["text/html"].lstrip().startswith('<div class="daylight part">')
    assert len(shown["data"]["text/html"]) < 200_000


def test_an_answer_prints_as_text(outputs: dict[str, Output]) -> None:
    lines = outputs["print"]["text"].splitlines()
    assert lines[0] == "Russia and Iran, as of 1 February 2017"
    assert max(map(len, lines)) <= 80


def test_a_chart_is_a_picture(outputs: dict[str, Output]) -> None:
    data = outputs["plot"]["data"]
    assert set(data) == {"text/plain", "image/svg+xml", "image/png"}
    assert len(data["text/plain"].splitlines()) == 1
    assert data["image/svg+xml"].startswith("<svg")
    assert base64.b64decode(data["image/png"])[:4] == b"\x89PNG"
    assert sum(len(text) for text in data.values()) < 250_000


def test_a_panel_is_a_frame(outputs: dict[str, Output]) -> None:
    data = outputs["panel"]["data"]
    assert "vote_kappa" in data["text/html"]
    assert "vote_kappa" in data["text/plain"]
    assert len(data["text/html"]) < 20_000


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [("error", "UnknownState", "Persiaa"), ("mistake", "BadQuery", "Could not parse string")],
)
def test_an_error_is_one_line(name: str, kind: str, text: str, outputs: dict[str, Output]) -> None:
    error = outputs[name]
    assert (error["output_type"], error["ename"]) == ("error", kind)
    assert text in error["evalue"]
    assert len(error["evalue"].splitlines()) == 1
    assert "rebuild" not in error["evalue"]


def test_no_bar_of_the_engine_is_shown(outputs: dict[str, Output]) -> None:
    assert outputs["bare"]["data"]["text/plain"] in {"True", "False"}
    assert outputs["bars"]["data"]["text/plain"] == "[(False,)]"


def test_the_example_shows_what_it_shows_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python docs/generate.py --notebooks` stores its outputs anew."""
    monkeypatch.syspath_prepend(str(EXAMPLE.parents[1]))
    example = importlib.import_module("_generate.notebook")
    stored, fresh = nbformat.read(EXAMPLE, as_version=4), example.executed()
    assert sum(cell.cell_type == "code" for cell in stored.cells) >= 5
    assert example.shown(stored) == example.shown(fresh)


def test_the_example_is_stored_with_what_it_shows() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert len(text.encode()) < MOST_BYTES
    cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    stored = [out for cell in cells for out in cell["outputs"]]
    assert all(out["output_type"] != "error" for out in stored)
    kinds = {kind for out in stored for kind in out.get("data", {})}
    assert {"text/html", "image/svg+xml", "image/png"} <= kinds
    assert all(cell["outputs"] for cell in cells[1:]), "the first cell only imports"
