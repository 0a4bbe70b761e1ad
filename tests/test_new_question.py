"""A made-up question, in one folder and one list entry, appears everywhere."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import daylight
from daylight.store.atlas import Atlas

ROOT = Path(daylight.__file__).parents[2]

PACKAGE = {
    "__init__.py": '"""How far apart two states are in how they are ruled."""\n',
    "question.py": '''"""The entry."""
from daylight.core.question import Option, Question

QUESTION = Question(
    name="regime_gap",
    summary="How far apart two states are in how they are ruled.",
    takes="pair",
    options=(Option("digits", "count", "Digits shown.", "N"),),
    call="daylight.regimes_apart.regime_gap:regime_gap",
    ask="daylight.regimes_apart.regime_gap:ask",
    answer="daylight.regimes_apart.records:RegimeGap",
    view="daylight.regimes_apart.view:VIEW",
    section=True,
    example="daylight regime-gap RUS IRN --as-of 2017",
)
''',
    "records.py": '''"""The record."""
from __future__ import annotations

from dataclasses import dataclass

from daylight.core.answer import Answer


@dataclass(frozen=True, kw_only=True, repr=False)
class RegimeGap(Answer):
    """How far apart."""

    gap: float
''',
    "view.py": '''"""How it is shown."""
from daylight.show.view import View

VIEW = View(
    asks="How far apart are they in how they are ruled?",
    lines="daylight.regimes_apart.shown:lines",
    short="daylight.regimes_apart.shown:lines",
    sections="daylight.regimes_apart.shown:sections",
    columns="daylight.regimes_apart.shown:columns",
    words="daylight.regimes_apart.shown:WORDS",
)
''',
    "shown.py": '''"""Lines, page, columns and words."""
from __future__ import annotations

from daylight.regimes_apart.records import RegimeGap
from daylight.say.words import Scale
from daylight.show.blocks import Paragraph, Section

WORDS = (Scale("Regimes", "gap", ((0.3, "far apart"),), "near"),)


def lines(answer: RegimeGap) -> list[str]:
    return [f"REGIMES  {answer.gap:.2f}"]


def sections(answer: RegimeGap) -> tuple[Section, ...]:
    block = Paragraph(f"The gap is {answer.gap:.2f}.")
    return (Section("regimes", "Regimes", answer.findings[0].text, (block,)),)


def columns(answer: RegimeGap) -> dict[str, list[float]]:
    return {"gap": [answer.gap]}
''',
    "regime_gap.py": '''"""The question."""
from __future__ import annotations

from datetime import date

from daylight.core.said import Caveat, Finding, Summary
from daylight.core.request import Request, Who, dated, request
from daylight.regimes_apart.records import RegimeGap
from daylight.regimes_apart.shown import WORDS
from daylight.regimes_apart.view import VIEW
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes


@dated
def regime_gap(
    a: Who,
    b: Who,
    as_of: str | int | date | None = None,
    digits: int | None = None,
    atlas: Atlas | None = None,
) -> RegimeGap:
    """Return how far apart two states are in how they are ruled."""
    atlas = atlas or current()
    return ask(request("regime_gap", (a, b), as_of, atlas.scope, options={"digits": digits}), atlas)


def ask(asked: Request, atlas: Atlas) -> RegimeGap:
    """Answer."""
    rows = atlas.years("regimes", asked.year, asked.year)
    level = dict(zip(rows["cow"].tolist(), rows["polyarchy"].tolist(), strict=True))
    gap = round(abs(level[asked.a.cow] - level[asked.b.cow]), asked.options.get("digits", 3))
    text = f"In {asked.year} they were {WORDS[0].word(gap)} in how they are ruled"
    return RegimeGap(
        request=asked,
        answer=Summary(f"{text}.", (Finding("gap", text, ("/gap",)),)),
        gap=gap,
        caveats=(Caveat("model", "Polyarchy is one index among many.", ("/gap",)),),
        sources=source_notes(atlas, {"/gap": of_tables("regimes")}, asked.year),
        view=VIEW,
    )
''',
}
ENTRY = (
    ("QUESTIONS: tuple", "from daylight.regimes_apart.question import QUESTION as REGIME_GAP\n\n"),
    ("    BLOC_TIES,\n", "    REGIME_GAP,\n"),
)
PROBE = """
import json, sys
from click.testing import CliRunner
import daylight as dl
from daylight.cli.main import root

def run(*words):
    result = CliRunner().invoke(root, list(words))
    assert result.exit_code == 0, (words, result.output, result.exception)
    return result.stdout

sys.path.insert(0, "docs")
import generate
pair = ("RUS", "IRN", "--as-of", "2017-02-01")
brief = dl.brief("RUS", "IRN", as_of="2017-02-01")
own = dl.regime_gap("RUS", "IRN", as_of="2017-02-01", digits=1)
print(json.dumps({
    "help": run("--help"),
    "own": run("regime-gap", *pair),
    "own_json": json.loads(run("regime-gap", *pair, "--digits", "1", "--format", "json")),
    "own_csv": run("regime-gap", *pair, "--format", "csv"),
    "brief": run("brief", *pair),
    "brief_json": json.loads(run("brief", *pair, "--format", "json")),
    "page": run("brief", *pair, "--format", "html"),
    "notebook": brief._repr_html_(),
    "own_notebook": own._repr_html_(),
    "command": own.request.command,
    "pointers": [brief.at(p) for f in brief.findings for p in f.evidence if "regime" in p],
    "docs": {name: make() for name, make in generate.PAGES.items()
             if name.startswith("../src") or "commands" in name or "json" in name},
    "parts": {name: generate.PARTS[name]() for name in ("words", "questions")},
}))
"""


def seen_in(copy: Path, book_folder: Path) -> dict[str, Any]:
    """What a copy of the code shows once the package and its entry are in it."""
    ignore = shutil.ignore_patterns("__pycache__", "embedded")
    shutil.copytree(ROOT / "src" / "daylight", copy / "src" / "daylight", ignore=ignore)
    shutil.copytree(ROOT / "docs", copy / "docs", ignore=ignore)
    package = copy / "src" / "daylight" / "regimes_apart"
    package.mkdir()
    for name, text in PACKAGE.items():
        (package / name).write_text(text, "utf-8")
    listed = copy / "src" / "daylight" / "questions.py"
    text = listed.read_text("utf-8")
    for before, line in ENTRY:
        assert before in text
        place = text.index(before) + (len(before) if before.startswith(" ") else 0)
        text = text[:place] + line + text[place:]
    listed.write_text(text, "utf-8")
    places = {"PYTHONPATH": str(copy / "src"), "DAYLIGHT_ATLAS": str(book_folder)}
    run = subprocess.run(
        [sys.executable, "-c", PROBE], capture_output=True, text=True, cwd=copy,
        env=os.environ | places, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    changed = filecmp.dircmp(ROOT / "src" / "daylight", copy / "src" / "daylight", ["__pycache__"])
    found: dict[str, Any] = json.loads(run.stdout)
    found["changed"] = sorted([*changed.diff_files, *changed.right_only])
    return found


@pytest.mark.slow
def test_a_made_up_question_appears_everywhere(tmp_path: Path, book: Atlas) -> None:
    """One test, since the copy is made once."""
    seen = seen_in(tmp_path, book.folder)
    check_one_folder_and_one_file_are_new(seen)
    check_it_is_on_the_command_line(seen)
    check_it_has_the_json_of_the_contract(seen)
    check_it_is_a_part_of_the_brief_in_every_form(seen)
    check_it_is_in_the_generated_documentation(seen)


def check_one_folder_and_one_file_are_new(seen: dict[str, Any]) -> None:
    assert seen["changed"] == ["questions.py", "regimes_apart"]


def check_it_is_on_the_command_line(seen: dict[str, Any]) -> None:
    assert "regime-gap" in seen["help"]
    assert "REGIMES  0." in seen["own"]
    assert "Regimes, by gap" in seen["own"]
    assert seen["own_csv"].splitlines()[0] == "gap"
    assert seen["command"] == "daylight regime-gap RUS IRN --as-of 2017-02-01 --digits 1"


def check_it_has_the_json_of_the_contract(seen: dict[str, Any]) -> None:
    keys = ["schema_version", "request", "answer", "gap", "caveats", "sources", "citation"]
    assert list(seen["own_json"]) == keys
    assert seen["own_json"]["gap"] == round(seen["own_json"]["gap"], 1)
    assert [s["id"] for s in seen["own_json"]["sources"]] == ["regimes"]


def check_it_is_a_part_of_the_brief_in_every_form(seen: dict[str, Any]) -> None:
    assert "REGIMES  0." in seen["brief"]
    assert seen["brief_json"]["regime_gap"]["gap"] > 0
    assert any(s["id"] == "regimes" for s in seen["brief_json"]["sources"])
    assert seen["pointers"] == [seen["brief_json"]["regime_gap"]["gap"]]
    for page in ("page", "notebook", "own_notebook"):
        assert "The gap is 0." in seen[page], page
        assert 'regimes"' in seen[page], page
    assert "Regimes, by gap" in seen["page"]


def check_it_is_in_the_generated_documentation(seen: dict[str, Any]) -> None:
    docs = seen["docs"]
    assert "import regime_gap as regime_gap" in docs["../src/daylight/__init__.pyi"]
    assert "## daylight regime-gap" in docs["reference/commands.md"]
    assert "regime_gap-2.schema.json" in docs["reference/json.md"]
    assert '"gap"' in docs["reference/regime_gap-2.schema.json"]
    assert "RegimeGapPart" in docs["reference/brief-2.schema.json"]
    assert "far apart" in seen["parts"]["words"]
    assert "`dl.regime_gap`" in seen["parts"]["questions"]
