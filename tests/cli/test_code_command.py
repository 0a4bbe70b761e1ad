"""`daylight code`: one sentence a line in, one JSON line out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadEncoding, BadInput, UnknownName

FIELDS = ["source", "target", "root", "code", "goldstein", "negated", "hypothetical", "reported"]


def run(*args: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(root, ["code", *args], given)


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exception is None, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_sentence_is_a_line_in_its_order() -> None:
    text = "Israel condemned Iran.\n\nThe weather was fine.\nFrance sent food to Mali.\n"
    found = lines(run("-", given=text))
    assert [len(line["events"]) for line in found] == [1, 0, 0, 1]
    event = found[0]["events"][0]
    assert list(event)[:8] == FIELDS
    assert (event["source"], event["target"], event["root"]) == ("ISR", "IRN", "ACCUSE")
    assert text.splitlines()[0][event["start"] : event["end"]] == "condemned"


def test_a_file_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "s.txt"
    path.write_bytes("\ufeffIsrael condemned Iran.".encode())
    assert lines(run(str(path)))[0]["events"][0]["source"] == "ISR"


def test_a_date_tells_who_held_an_office() -> None:
    text = "The Iranian president condemned Israel."
    assert lines(run("-", "--as-of", "2017-02-01", given=text))[0]["events"][0]["source"] == "IRN"


@pytest.mark.parametrize(
    ("given", "error"),
    [(b"caf\xe9 met\n", BadEncoding), (b"a\0b\n", BadInput), (b"x" * 200_000, BadInput)],
)
def test_what_is_no_text_is_refused(given: bytes, error: type[Exception]) -> None:
    assert isinstance(run("-", given=given).exception, error)


def test_a_coder_or_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert isinstance(run("-", "--coder", "mind", given="x").exception, UnknownName)
    assert isinstance(run(str(tmp_path / "no.txt")).exception, BadInput)
    assert isinstance(run(str(tmp_path)).exception, BadInput)
