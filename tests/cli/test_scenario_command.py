"""A scenario at the terminal: asked for, or the example, and never over a file."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from daylight.cli.main import root
from daylight.core.errors import BadInput
from daylight.wedges.assumed.scenario import read


def test_the_example_can_be_taken_and_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.yml"
    result = CliRunner().invoke(root, ["scenario", str(path), "--example"], catch_exceptions=False)
    assert result.exit_code == 0
    assert read(path).even is not None


def test_questions_are_asked_and_their_answers_written(tmp_path: Path) -> None:
    path = tmp_path / "mine.yml"
    answers = "millions\n8\n40\n" + "\n" * 30
    result = CliRunner().invoke(root, ["scenario", str(path)], answers, catch_exceptions=False)
    assert result.exit_code == 0
    found = read(path)
    assert (found.unit, found.within) == ("millions", 8)


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.yml"
    path.write_text("note: mine\n", "utf-8")
    result = CliRunner().invoke(root, ["scenario", str(path), "--example"])
    assert isinstance(result.exception, BadInput)
    assert path.read_text("utf-8") == "note: mine\n"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(root, ["scenario", str(tmp_path / "no" / "a.yml"), "--example"])
    assert isinstance(result.exception, BadInput)
