"""`daylight check-folder`: one line an article, and it goes on where it stopped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadInput, CannotWrite

PAGES = Path(__file__).parents[1] / "articles" / "pages"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, of which one gives no date."""
    here = tmp_path / "articles"
    here.mkdir()
    shutil.copy(PAGES / "asean-2016.txt", here)
    (here / "undated.txt").write_text(
        "Cuba left the union\n\nCuba is no member of NATO.\n", "utf-8"
    )
    (here / "notes.csv").write_text("a,b\n", "utf-8")
    return here


def run(folder: Path, out: Path, *args: str) -> Result:
    return CliRunner().invoke(root, ["check-folder", str(folder), "-o", str(out), *args])


def rows(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_each_article_is_a_line_and_an_error_is_one_too(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run(folder, out).exit_code == 0
    first, second = rows(out)
    assert (first["file"], second["file"]) == ("asean-2016.txt", "undated.txt")
    assert first["request"]["as_of"] == "2016-07-18"
    assert first["claims"]
    assert "--as-of" in second["error"]


def test_what_is_done_is_not_done_again_and_what_changed_is(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(folder, out, "--as-of", "2017-02-01")
    before = out.read_text("utf-8")
    run(folder, out, "--as-of", "2017-02-01")
    assert out.read_text("utf-8") == before
    (folder / "undated.txt").write_text("Cuba\n\nCuba is a member of NATO.\n", "utf-8")
    run(folder, out, "--as-of", "2017-02-01")
    assert [row["file"] for row in rows(out)] == ["asean-2016.txt", "undated.txt", "undated.txt"]


def test_a_line_cut_short_is_made_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run(folder, out, "--as-of", "2017-02-01")
    whole = out.read_text("utf-8")
    out.write_text(whole[:-40], "utf-8")
    run(folder, out, "--as-of", "2017-02-01")
    assert out.read_text("utf-8") == whole


def test_a_file_of_something_else_is_left_alone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.txt"
    out.write_text("my notes\n", "utf-8")
    assert isinstance(run(folder, out).exception, BadInput)
    assert out.read_text("utf-8") == "my notes\n"


def test_a_folder_that_is_none_or_empty_is_said(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert isinstance(run(empty, tmp_path / "o").exception, BadInput)
    assert isinstance(run(tmp_path / "no", tmp_path / "o").exception, BadInput)
    assert isinstance(run(PAGES, tmp_path / "no" / "o").exception, CannotWrite)
