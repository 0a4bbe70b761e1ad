"""The command for series of one pair: rows, files, a chart, and what is said beside them."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadInput


def run(*words: str) -> Result:
    return CliRunner().invoke(root, ["series", *words])


def test_rows_are_csv_by_default() -> None:
    result = run("RUS", "IRN", "--since", "2010", "--as-of", "2017-02-01")
    assert result.exit_code == 0, result.output
    frame = pl.read_csv(StringIO(result.stdout), infer_schema_length=None)
    assert frame.columns == ["year", "measure", "value", "lo", "hi", "status"]
    assert (frame["year"].min(), frame["year"].max()) == (2010, 2016)
    assert "Sources end before 2016" in result.stderr
    assert "disputes 2014" in result.stderr


def test_json_is_a_list_of_rows() -> None:
    words = ("--measures", "rivalry", "--since", "2019", "--as-of", "2021-12-31")
    rows = json.loads(run("RUS", "IRN", *words, "--format", "json").stdout)
    assert [row["status"] for row in rows] == ["observed", "observed", "outside_coverage"]
    assert rows[-1]["value"] is None


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet", "dta", "sav", "svg", "png"])
def test_the_ending_names_the_format(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"out.{kind}"
    result = run("RUS", "IRN", "--measures", "vote_kappa,trade_volume", "-o", str(path))
    assert result.exit_code == 0, result.output
    assert f"Wrote {path}" in result.stderr
    assert path.stat().st_size > 500


def test_another_ending_is_refused(tmp_path: Path) -> None:
    result = run("RUS", "IRN", "-o", str(tmp_path / "out.doc"))
    assert isinstance(result.exception, BadInput)
    assert list(tmp_path.iterdir()) == []
