"""Documentation that fails when it is stale: pages, commands, links, and what must be named."""

from __future__ import annotations

import importlib.util
import inspect
import json
import re
import shlex
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import CliRunner

from daylight.catalogue import CATALOGUE
from daylight.cli.main import INTERNAL, root
from daylight.core import errors
from daylight.core.answer import SCHEMA_VERSION
from daylight.core.errors import DaylightError
from daylight.core.question import Question
from daylight.measures import MEASURES
from daylight.sources.kit.declaration import source_ids
from daylight.store.atlas import current
from daylight.store.schemas import TABLES

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(
    [*DOCS.rglob("*.md"), *(ROOT / n for n in ("README.md", "DATA-LICENCES.md", "CONTRIBUTING.md",
                                               "CHANGELOG.md"))]
)  # fmt: skip
ANCHOR = re.compile(r"[^\w\- ]")


def _generator() -> ModuleType:
    sys.path.insert(0, str(DOCS))  # where its parts lie, as when it is run
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = _generator()


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


# ---- generated pages -----------------------------------------------------------------------


@pytest.mark.slow
def test_generated_pages_and_console_output_are_fresh() -> None:
    stale = [
        name(path)
        for path, text in generate.fresh().items()
        if not path.is_file() or text_of(path) != text
    ]
    assert not stale, f"run `python docs/generate.py`; stale: {', '.join(stale)}"


def test_check_says_what_is_stale(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = DOCS / "index.md"
    monkeypatch.setattr(generate, "fresh", lambda: {page: "other\n"})
    assert generate.main(check=True) == 1
    assert "stale: docs/index.md" in capsys.readouterr().out
    assert text_of(page) != "other\n"
    monkeypatch.setattr(generate, "fresh", lambda: {page: text_of(page)})
    assert generate.main(check=True) == 0


@pytest.mark.parametrize("question", CATALOGUE, ids=lambda q: q.name)
def test_every_question_has_its_schema_and_its_command(question: Question) -> None:
    """That answers are what the schemas say is tested with the contract of answers."""
    name = f"{question.name}-{SCHEMA_VERSION.split('.')[0]}.schema.json"
    assert json.loads(text_of(DOCS / "reference" / name))["properties"]["request"]
    assert f"]({name})" in text_of(DOCS / "reference" / "json.md")
    assert question.example in text_of(DOCS / "how-to" / "answers.md")


# ---- everything is named -------------------------------------------------------------------


def _commands(group: click.Group, prefix: str) -> Iterator[str]:
    context = click.Context(group)
    for each in group.list_commands(context):
        command = group.get_command(context, each)
        yield f"{prefix} {each}"
        if isinstance(command, click.Group):
            yield from _commands(command, f"{prefix} {each}")


@pytest.mark.parametrize("command", list(_commands(root, "daylight")))
def test_every_command_has_its_section(command: str) -> None:
    assert f"## {command}\n" in text_of(DOCS / "reference" / "commands.md")


@pytest.mark.parametrize("measure", [m.name for m in MEASURES])
def test_every_measure_has_its_section_and_its_method(measure: str) -> None:
    assert f"\n## {measure}\n" in text_of(DOCS / "reference" / "measures.md")
    methods = "".join(text_of(page) for page in (DOCS / "methods").glob("*.md"))
    at = text_of(DOCS / "reference" / "measures.md").split(f"\n## {measure}\n")[1]
    assert "Formula: [" in at.split("\n## ")[0], "name its page in its row"
    shipped = measure in current().spans()
    assert not shipped or f"`{measure}`" in methods


@pytest.mark.parametrize("table", [t.name for t in TABLES])
def test_every_table_has_its_section(table: str) -> None:
    assert f"\n## {table}\n" in text_of(DOCS / "reference" / "tables.md")


@pytest.mark.parametrize("source", source_ids())
def test_every_source_has_its_section_and_its_terms(source: str) -> None:
    assert f"\n## {source}\n" in text_of(DOCS / "reference" / "sources.md")
    assert f"`{source}`" in text_of(ROOT / "DATA-LICENCES.md"), "say there what of it ships"


def test_every_exit_code_is_listed_once() -> None:
    page = text_of(DOCS / "how-to" / "exit-codes.md")
    listed = [int(code) for code in re.findall(r"^\| (\d+) \|", page, re.M)]
    raised = [
        c.exit_code
        for c in vars(errors).values()
        if inspect.isclass(c) and issubclass(c, DaylightError)
    ]
    assert sorted(listed) == sorted([0, 2, INTERNAL, 130, 143, *raised])


def test_every_page_is_reachable_from_the_index() -> None:
    links = {
        (DOCS / target).resolve()
        for target in re.findall(r"\]\(([^)#\s]+)", text_of(DOCS / "index.md"))
    }
    lost = [name(p) for p in DOCS.rglob("*.md") if p not in links and p.name != "index.md"]
    assert not lost


def test_the_index_lists_each_page_once() -> None:
    body = text_of(DOCS / "index.md").split("## How to")[1]
    listed = re.findall(r"^- \[[^\]]*\]\(([^)#\s]+)\)", body, re.M)
    assert len(listed) == len(set(listed)) > 20


# ---- summaries of methods -------------------------------------------------------------------


METHODS = sorted((DOCS / "methods").glob("*.md"))
SUMMARY = re.compile(r"^## In short\n(.*?)(?=^## |\Z)", re.S | re.M)
MADE = re.compile(r"<!-- [\w-]+: [\w-]+ -->.*?<!-- end -->|^```console\n.*?^```$", re.S | re.M)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
COLUMNS = 100
"""Width at which lines are counted: in the files a paragraph is one line, however long."""
LONG = 70
"""Lines above which a page needs a summary: it no longer fits on two screens of 35 lines."""
PARTS = (
    "What it is", "What it rests on", "How to read it", "How far to trust it",
    "What it cannot say", "Where to go on",
)  # fmt: skip


def _screen_lines(markdown: str) -> int:
    """Count the lines a reader sees: without link targets, a row of a table as one line."""
    lines = re.sub(r"\]\([^)]*\)", "]", markdown).strip().splitlines()
    return sum(
        1 if line.startswith("|") else max(1, len(textwrap.wrap(line, COLUMNS))) for line in lines
    )


@pytest.mark.parametrize("page", METHODS, ids=name)
def test_a_long_method_page_begins_with_a_summary(page: Path) -> None:
    text = text_of(page)
    summary = SUMMARY.search(text)
    if summary is None:
        size = _screen_lines(MADE.sub("", text))
        assert size <= LONG, f"{size} lines: say in short what the page says"
        return
    assert text.find("\n## ") + 1 == summary.start(), "the summary is the first section"
    assert _screen_lines(summary[0]) <= 22, "a heading, a blank line, and 20 lines at most"
    assert tuple(re.findall(r"^- \*\*(.*?)\.\*\* ", summary[1], re.M)) == PARTS


@pytest.mark.parametrize("page", [p for p in METHODS if SUMMARY.search(text_of(p))], ids=name)
def test_a_summary_says_no_number_that_the_page_does_not(page: Path) -> None:
    """Numbers made from the atlas do not count: they change, and the summary would not."""
    text = text_of(page)
    summary = SUMMARY.search(text)
    assert summary is not None
    body = MADE.sub("", text.replace(summary[0], ""))
    said = NUMBER.findall(re.sub(r"\]\([^)]*\)", "]", summary[1]))
    assert not set(said) - set(NUMBER.findall(body))


# ---- console blocks ------------------------------------------------------------------------


def _lines() -> Iterator[tuple[str, str]]:
    for page in [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]:
        for block in generate.BLOCK.findall(text_of(page)):
            for command, _ in generate.steps(block):
                if "daylight" in shlex.split(command):
                    yield name(page), command


SHOWN = sorted(set(_lines()))


@pytest.mark.parametrize(("page", "command"), SHOWN)
def test_shown_commands_can_be_parsed(page: str, command: str) -> None:
    words = shlex.split(command)
    words = words[words.index("daylight") + 1 :]
    group: click.Command = root
    context = click.Context(root, info_name="daylight")
    while isinstance(group, click.Group):
        if group.invoke_without_command and words[:1] and words[0].startswith("-"):
            break
        found = group.get_command(context, words[0])
        assert found is not None, f"{page}: no command {words[0]}"
        group, words = found, words[1:]
    group.make_context(group.name, words, parent=context)


def _writing() -> list[tuple[str, str]]:
    """Return the commands that write a file; the freshness test runs those with output."""
    return [(p, c) for p, c in SHOWN if (w := generate.words_of(c)) and "-o" in w]


@pytest.mark.slow
@pytest.mark.parametrize(("page", "command"), _writing())
def test_shown_commands_write_their_file(
    page: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "trade.csv").write_text("country,year\nFrance,1990\n", "utf-8")
    words = generate.words_of(command)
    result = CliRunner().invoke(root, words)
    assert result.exit_code == 0, f"{page}: {result.output}"
    assert (tmp_path / words[words.index("-o") + 1]).stat().st_size > 0


# ---- Python blocks, links, README ----------------------------------------------------------


def _python() -> list[tuple[str, str]]:
    return [
        (name(page), code)
        for page in PAGES
        for code in re.findall(r"^```python\n(.*?)^```$", text_of(page), re.S | re.M)
    ]


GIVEN = {
    "article.txt": ROOT / "tests" / "articles" / "pages" / "asean-2016.txt",
    "ties.yml": ROOT / "tests" / "watches" / "ties.yml",
}
"""Files that examples name, by what stands for them."""


@pytest.mark.slow
@pytest.mark.parametrize(("page", "code"), _python())
def test_python_examples_run(
    page: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Without an error, also while it prints, and with a line where it prints."""
    monkeypatch.chdir(tmp_path)
    for made, sample in GIVEN.items():
        (tmp_path / made).write_bytes(sample.read_bytes())
    exec(compile(code, page, "exec"), {})
    assert ("print(" in code) == bool(capsys.readouterr().out.strip()), page


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", text_of(page), re.M)
    return {ANCHOR.sub("", head.strip().lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_internal_links_resolve(page: Path) -> None:
    body = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.S | re.M)
    for target in re.findall(r"\]\(([^)\s]+)\)", body):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), target
        assert not anchor or anchor in _anchors(found), target


def test_the_readme_has_the_commands_that_ci_runs() -> None:
    readme = text_of(ROOT / "README.md")
    tests = [line for line in readme.splitlines() if line.startswith("python3 -m venv")]
    assert len(tests) == 2
    assert tests[0].endswith("--divider USA --as-of 2017-02-01 --format text")
    assert tests[1].endswith(
        ".venv/bin/pip install -q -e '.[test]' && .venv/bin/python -m pytest -q -n auto"
    )
    script = ROOT / ".ci" / "run"
    if script.is_file():
        assert 'grep -m1 -E "^python3 -m venv .*pytest" README.md' in text_of(script)


def test_no_page_names_a_place_on_somebodys_machine() -> None:
    for page in PAGES:
        assert not re.search(r"/(home|root|tmp|work|Users)/", text_of(page)), name(page)


CODE_PATH = re.compile(r"`((?:src|tests|docs)/[\w./-]+)`")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_paths_that_a_page_names_exist(page: Path) -> None:
    body = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.S | re.M)
    gone = [path for path in CODE_PATH.findall(body) if not (ROOT / path).exists()]
    assert gone == []


def test_the_page_of_architecture_fits_two_screens_and_names_its_path() -> None:
    text = text_of(DOCS / "architecture.md")
    assert len(CODE_PATH.findall(text)) >= 25
    by_hand = re.sub(r"<!-- generated.*?<!-- end -->", "", text, flags=re.S)
    lines = sum(1 + len(line) // 110 for line in by_hand.splitlines())
    assert lines <= 70, "two screens of 35 lines"
