"""The command `daylight ideal-points` and its `fit`."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from daylight.cli.main import root
from daylight.core.errors import BadInput, DaylightError
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.manifest import Manifest, fingerprint
from daylight.store.schemas import VERSION, table


@pytest.fixture
def atlas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An atlas of three states in two years, in use."""
    folder = tmp_path / "atlas"
    folder.mkdir()
    rows = [
        {"votes": votes, "kind": kind, "issue": "all", "cow": cow, "year": year}
        | {"theta": t, "sd": 0.2, "lo": t - 0.3, "hi": t + 0.3, "rho": None, "n_votes": 50}
        for votes in ("all", "final-passage")
        for kind, shift in (("smoothed", 0.0), ("filtered", 0.5))
        for year in (2015, 2016)
        for cow, t in ((2, 2.0 + shift), (365, 0.0 + shift), (630, -1.0 + shift))
    ]
    file = writer.write_table(folder, table("ideal_points"), "x", lambda: pl.DataFrame(rows))
    manifests.write(folder, Manifest(VERSION, fingerprint((file,)), "0", "2017-06-30", (file,), ()))
    monkeypatch.setenv("DAYLIGHT_ATLAS", str(folder))
    return folder


def call(*args: str) -> Result:
    return CliRunner().invoke(root, ["ideal-points", *args])


def test_it_is_a_command() -> None:
    assert "fit" in call("--help").output


def test_it_is_a_table_too(atlas: Path) -> None:
    result = call("--start", "2016", "--format", "csv")
    assert result.exit_code == 0, result.output
    first, second = result.output.splitlines()[:2]
    assert first == "iso3,cow,year,issue,theta,sd,lo,hi,n_votes,status"
    assert second == "USA,2,2016,all,2.0,0.2,1.7,2.3,50,observed"


def test_formats_and_files(atlas: Path, tmp_path: Path) -> None:
    assert json.loads(call("--format", "json").output)["positions"][0]["state"] == "USA"
    assert "highest and lowest" in call("--format", "text").output
    for name in ("a.csv", "a.parquet", "a.json", "a.txt"):
        assert call("-o", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).stat().st_size > 0
    frame = pl.read_parquet(tmp_path / "a.parquet")
    assert set(frame["year"].to_list()) == {2015, 2016}


def test_options_reach_the_question(atlas: Path) -> None:
    csv = ("--format", "csv")
    assert "USA,2,2015,all,2.5" in call("--filtered", *csv).output
    assert "USA,2,2015,all,2.5" in call("--as-of", "2016-06-01", *csv).output
    assert "2016" not in call("--as-of", "2016-06-01", *csv).output


def test_a_comparison_is_shown_beside_the_estimates(atlas: Path, tmp_path: Path) -> None:
    file = tmp_path / "published.csv"
    file.write_text("ccode,session,IdealPointAll\n2,70,1\n365,70,0\n630,70,-0.5\n")
    result = call("--compare", str(file))
    assert "Compared with published.csv: 3 of its 3 rows; years stand" in result.output
    found = json.loads(call("--compare", str(file), "--format", "json").output)
    assert found["comparison"]["overall"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--issue", "trade"), "one of: all, me, nu"),
        (("--issue", "me"), "rebuild it with `daylight atlas build`"),
        (("--issue", "me", "--votes", "final-passage"), "leave votes out"),
        (("--start", "1900"), "choose years from 2015"),
        (("--compare", "none.csv"), "cannot be read"),
        (("fit", "--data", "none"), "not a folder"),
        (("--filtered", "-o", "x.csv", "fit"), "Write --filtered, -o after fit"),
        (("fit", "--filtered", "--sweeps", "100"), "no filtered estimates"),
        (("fit", "--reference", "--clock", "years"), "by session"),
        (("fit", "--compare", "none.csv"), "cannot be read"),
    ],
)
def test_misuse_is_one_line(atlas: Path, args: tuple[str, ...], says: str) -> None:
    result = call(*args)
    assert isinstance(result.exception, DaylightError)
    assert says in str(result.exception)
    assert "\n" not in str(result.exception)


def test_a_bad_file_is_told_before_the_work(atlas: Path, tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text("a,b\n1,2\n")
    assert isinstance(
        call("fit", "--data", str(tmp_path), "--compare", str(file)).exception, BadInput
    )
