"""How the command line shows a source that users supply."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadInput, FetchFailed


def call(*args: str) -> Result:
    return CliRunner().invoke(root, args)


def test_the_list_shows_it_as_supplied() -> None:
    lines = call("sources", "list", "--format", "text").output.splitlines()
    line = next(text for text in lines if text.startswith("sipri_arms"))
    assert line.split()[1:3] == ["1950-2024", "supplied"]
    assert "supplied: read from files" in " ".join(lines[-3:])
    assert max(map(len, lines)) <= 80
    specs = json.loads(call("sources", "list", "--format", "json").output)
    assert [spec["id"] for spec in specs if spec["supplied"]] == ["icews", "sipri_arms"]


@pytest.mark.parametrize("command", ["verify", "fetch"])
def test_its_files_are_skipped_with_a_reason(command: str) -> None:
    result = call("sources", command, "sipri_arms")
    assert result.exit_code == 0, result.output
    assert "skip  sipri_arms: a file of your own" in result.output
    assert "--with sipri_arms=FILE" in result.output


def test_show_says_how_to_get_it() -> None:
    assert (
        "supplied: Export the trade register"
        in call("sources", "show", "sipri_arms", "--format", "text").output
    )


def test_a_build_refuses_a_file_for_another_source(tmp_path: Path) -> None:
    here = ["atlas", "build", "--to", str(tmp_path / "atlas"), "--with"]
    assert isinstance(call(*here, "sipri_arms").exception, BadInput)
    missing = call(*here, f"sipri_arms={tmp_path / 'none.csv'}").exception
    assert isinstance(missing, FetchFailed)
    assert "Export the trade register" in str(missing)
