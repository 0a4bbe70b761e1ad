"""The command for panels: units, lists, systems, notes and files."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadInput, UnknownName

FEW = ("--states", "RUS,IRN,USA", "--start", "2010", "--end", "2012")


def run(*words: str) -> Result:
    result = CliRunner().invoke(root, ["panel", *words])
    assert result.exception is None or result.exit_code != 1 or result.stderr == "", result.output
    return result


def rows(*words: str) -> pl.DataFrame:
    return pl.read_csv(StringIO(run(*words).stdout))


def test_states_and_years_may_be_the_unit() -> None:
    frame = rows("--unit", "state-year", *FEW, "--add", "gdp,polyarchy", "--with", "lo,hi,status")
    assert frame.columns[:3] == ["state", "cow", "year"]
    assert len(frame) == 9
    assert (frame["gdp_lo"] <= frame["gdp"]).all()


def test_lists_come_from_files(tmp_path: Path) -> None:
    states, dyads = tmp_path / "states.txt", tmp_path / "dyads.csv"
    states.write_text("Russia\nIran\n", "utf-8")
    dyads.write_text("a,b,year\nRussia,Iran,2011\n", "utf-8")
    years = ("--start", "2010", "--end", "2012")
    assert rows("--states", str(states), *years)["year"].to_list() == [2010, 2011, 2012]
    assert rows("--dyads", str(dyads), *years)["year"].to_list() == [2011]


def test_what_is_cut_is_said() -> None:
    cut = run("--states", "RUS,IRN", "--add", "vote_kappa")
    assert "Rows are of 1946 to 2026, the years that vote_kappa covers" in cut.stderr
    assert "--all-rows" in cut.stderr
    whole = run("--states", "RUS,IRN", "--add", "vote_kappa", "--all-rows")
    assert "Rows are of" not in whole.stderr
    assert len(whole.stdout.splitlines()) > len(cut.stdout.splitlines())


def test_other_systems_and_lone_states_are_said() -> None:
    assert "Gleditsch-Ward" in run(*FEW, "--system", "gw").stderr
    alone = run("--states", "IRN", "--start", "2016", "--end", "2016")
    assert "paired with every other" in alone.stderr


def test_floats_are_as_short_as_they_are() -> None:
    text = run(*FEW, "--add", "regime_affinity,ideal_point", "--with", "lo,hi").stdout
    cells = [cell for line in text.splitlines()[1:] for cell in line.split(",")]
    assert max(map(len, cells)) < len("0.6100000143051147") / 2


@pytest.mark.parametrize("words", [("--directed",), ("--dyads", "x.csv")])
def test_a_state_has_no_direction(words: tuple[str, ...]) -> None:
    assert isinstance(run("--unit", "state-year", *words).exception, BadInput)


def test_a_measure_of_pairs_is_none_of_states() -> None:
    result = run("--unit", "state-year", "--add", "vote_kappa")
    assert isinstance(result.exception, UnknownName)


@pytest.mark.parametrize("kind", ["dta", "sav", "xlsx", "parquet", "json", "csv"])
def test_every_kind_of_file_is_written(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"panel.{kind}"
    result = run(*FEW, "--add", "vote_kappa,alliance_any", "--status", "-o", str(path))
    assert "Wrote 9 rows" in result.stderr
    assert path.stat().st_size > 100


def test_stata_and_spss_know_labels_sources_and_the_atlas(tmp_path: Path) -> None:
    pyreadstat = pytest.importorskip("pyreadstat")
    for kind, read in (("dta", pyreadstat.read_dta), ("sav", pyreadstat.read_sav)):
        path = tmp_path / f"panel.{kind}"
        run(*FEW, "--add", "alliance_obligation_narrow", "--status", "-o", str(path))
        frame, meta = read(str(path))
        assert len(frame) == 9
        assert all(meta.column_names_to_labels.values()), "every column has a label"
        assert "observed" in next(iter(meta.variable_value_labels.values())).values()
        notes = " ".join(meta.notes)
        assert "Version 0." in notes
        assert "atlas " in notes
        assert "Leeds" in notes, "the source of alliances"
