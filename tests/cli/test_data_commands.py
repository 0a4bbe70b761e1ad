"""The commands for people who want the data: panel, cite, sql and atlas info."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadInput, BadQuery, ReadOnly, UnknownName
from daylight.measures import FAMILIES, MEASURES
from daylight.panel.cite import every
from daylight.store.atlas import Atlas, location


def run(*words: str) -> Result:
    return CliRunner().invoke(root, list(words))


def test_cite_prints_the_paper_and_the_source_of_one_tie(book: Atlas) -> None:
    result = run("cite", "rivalry")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    source = next(s for s in book.manifest.sources if s.id == "rivalries")
    assert f"atlas {book.manifest.id}" in lines[0]
    assert lines[1].startswith("Strategic rivalry: Thompson")
    assert lines[2:] == source.citation.strip().splitlines()


def test_cite_without_a_name_is_of_all_measures() -> None:
    output = run("cite").output
    assert all(f"{m.title}: {m.citation}." in output for m in MEASURES)


def test_cite_refuses_what_is_no_measure() -> None:
    assert isinstance(run("cite", "rivalri").exception, UnknownName)


def test_a_query_is_json_in_a_pipe_and_a_table_when_asked() -> None:
    query = "select cow, abbr from states where cow < 21 order by cow"
    rows = [{"cow": 2, "abbr": "USA"}, {"cow": 20, "abbr": "CAN"}]
    assert json.loads(run("sql", query).stdout) == rows
    table = run("sql", query, "--format", "table")
    assert "| cow | abbr |" in table.stdout
    assert table.stderr.strip() == "2 rows"
    assert run("sql", query, "--format", "csv").stdout == "cow,abbr\n2,USA\n20,CAN\n"


def test_a_long_table_says_that_rows_are_left_out() -> None:
    result = run("sql", "select cow from capabilities", "--format", "table")
    assert "rows; 40 shown, the first 20 and the last 20" in result.stderr
    assert len(result.stdout.splitlines()) < 60


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_query_goes_to_a_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"out.{kind}"
    result = run("sql", "select cow from states where cow < 21", "-o", str(path))
    assert result.exit_code == 0, result.output
    assert "Wrote 2 rows" in result.stderr
    found = pl.read_csv(path) if kind == "csv" else pl.read_parquet(path)
    assert found["cow"].to_list() == [2, 20]


@pytest.mark.parametrize(
    ("query", "error"), [("drop view states", ReadOnly), ("select nothing from states", BadQuery)]
)
def test_a_query_that_is_refused_says_why(query: str, error: type[Exception]) -> None:
    result = run("sql", query)
    assert isinstance(result.exception, error)
    assert "\n" not in str(result.exception)


def test_atlas_info_lists_tables_and_sources(book: Atlas) -> None:
    lines = run("atlas", "info", "--format", "text").output.splitlines()
    assert lines[0].startswith(f"Atlas {book.manifest.id}, to {book.manifest.last}, ")
    assert lines[1] == str(location())
    first = [line.split()[0] for line in lines if line.strip()]
    assert [t.name for t in book.manifest.tables] == first[2 : 2 + len(book.manifest.tables)]
    assert first[-len(book.manifest.sources) :] == [s.id for s in book.manifest.sources]
    found = json.loads(run("atlas", "info", "--format", "json").output)
    assert (found["id"], len(found["tables"])) == (book.manifest.id, len(book.manifest.tables))


def test_a_panel_is_csv_in_a_pipe(tmp_path: Path) -> None:
    words = ("panel", "--start", "1816", "--end", "1816", "--add", "alliance_support", "--status")
    lines = run(*words).stdout.splitlines()
    assert lines[0] == "a,b,a_cow,b_cow,year,alliance_support,alliance_support_status"
    assert all(line.count(",") == 6 for line in lines)
    result = run(*words, "-o", str(tmp_path / "panel.parquet"))
    assert result.stderr.strip() == f"Wrote {len(lines) - 1:,} rows to panel.parquet"
    assert isinstance(run(*words, "-o", str(tmp_path / "panel.xls")).exception, BadInput)


def test_the_list_of_measures_names_all_with_their_years() -> None:
    result = run("panel", "--list")
    lines = [line.split()[0] for line in result.output.splitlines() if line[2:3].strip()]
    heads = [line for line in result.output.splitlines() if not line.startswith(" ")]
    names = [name for name in lines if name in every()]
    assert names == list(every())
    assert [head.split(":")[0].split(" (")[0] for head in heads] == [*FAMILIES, "States"]
