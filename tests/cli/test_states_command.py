"""``daylight states``: names on the command line, a column of a file, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadInput

KEYS = ["input", "status", "cow", "iso3", "name", "choices", "note"]


def run(*words: str) -> Result:
    return CliRunner().invoke(root, ["states", *words])


def test_json_is_the_list_that_is_promised() -> None:
    rows = json.loads(run("--format", "json", "Korea", "Iran", "EU").stdout)
    assert [list(row) for row in rows] == [KEYS] * 3
    assert [row["status"] for row in rows] == ["ambiguous", "one", "not_a_state"]
    assert rows[0]["choices"] == ["North Korea (PRK, 731)", "South Korea (KOR, 732)"]
    assert (rows[0]["cow"], rows[1]["cow"], rows[1]["iso3"]) == (None, 630, "IRN")
    assert "daylight bloc EU" in rows[2]["note"]


def test_text_has_a_line_for_each_and_csv_a_row() -> None:
    text = run("Iran", "Korea").stdout
    assert text.startswith("Iran: Iran (IRN, COW 630)\nKorea: ambiguous.")
    assert run("Iran", "Korea", "--format", "csv").stdout.splitlines()[0] == ",".join(KEYS)


def test_the_date_and_the_scheme_count() -> None:
    assert "West Germany (DEU, 260)" in run("Germany", "--as-of", "1970").stdout
    assert "Kiribati" in run("970", "--scheme", "gw", "--as-of", "2010").stdout
    assert "Iran (IRN" in run("Iran", "--as-of", "today").stdout


def test_a_column_of_a_file_is_coded_beside_the_others(tmp_path: Path) -> None:
    given, made = tmp_path / "labels.csv", tmp_path / "coded.csv"
    given.write_text('country,year,name\n"Korea, Rep.",2000,x\nGermany,1970,y\n,1990,z\n', "utf-8")
    words = ["--file", str(given), "--column", "country", "--date-column", "year", "-o", str(made)]
    result = run(*words)
    assert result.exit_code == 0, result.output
    table = pl.read_csv(made)
    assert table.columns[:4] == ["country", "year", "name", "status"]
    assert "daylight_name" in table.columns, "the file has a column name of its own"
    assert table["cow"].to_list() == [732, None, None]
    assert table["status"].to_list() == ["one", "ambiguous", "unknown"]
    assert "3 labels" in result.stderr and "Germany" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Name a state"),
        (["--column", "a"], "go with --file"),
        (["Iran", "--scheme", "xyz"], "expected one of: iso3"),
        (["Iran", "--as-of", "someday"], "is not a date"),
        (["--file", "no.csv", "--column", "a"], "not there"),
        (["Iran", "-o", "x.docx"], "file ending"),
    ],
)
def test_what_cannot_be_used_is_one_plain_line(words: list[str], said: str) -> None:
    error = run(*words).exception
    assert isinstance(error, BadInput) and said in str(error)


def test_a_column_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    given = tmp_path / "labels.csv"
    given.write_text("land,year\nIran,2000\n", "utf-8")
    for words in (["--column", "country"], []):
        error = run("--file", str(given), *words).exception
        assert isinstance(error, BadInput) and "land, year" in str(error)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    given = tmp_path / "labels.csv"
    given.write_bytes(b"land\nC\xf4te d'Ivoire\n")
    result = run("--file", str(given), "--column", "land")
    assert "not UTF-8" in str(result.exception)
