"""A measure from a file of the user's own, asked of an atlas that was built without one."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from daylight.cli.main import root
from daylight.core.errors import AtlasTooOld, OutsideCoverage
from daylight.measures import MEASURES
from daylight.measures.coverage import covered
from daylight.panel.panel import dyads
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas
from daylight.store.manifest import Manifest, fingerprint
from daylight.store.schemas import VERSION, table

SUPPLIED = {m.name: m.supplied for m in MEASURES if m.supplied}


def atlas(folder: Path, *measures: str) -> Atlas:
    """Return an atlas that holds these measures from 1990 to 1991."""
    folder.mkdir()
    rows = [{"measure": name, "start": 1990, "end": 1991} for name in ("overall", *measures)]
    file = writer.write_table(folder, table("coverage"), "x", lambda: pl.DataFrame(rows))
    manifests.write(folder, Manifest(VERSION, fingerprint((file,)), "0", "1992-06-30", (file,), ()))
    return Atlas(folder)


@pytest.mark.parametrize("measure", SUPPLIED)
def test_without_the_file_the_error_says_what_to_do(tmp_path: Path, measure: str) -> None:
    with pytest.raises(OutsideCoverage, match=f"--with {SUPPLIED[measure]}=PATH") as caught:
        covered(atlas(tmp_path / "a"), measure)
    assert "older" not in str(caught.value)


def test_with_the_file_it_is_covered(tmp_path: Path) -> None:
    assert covered(atlas(tmp_path / "a", *SUPPLIED), "arms_dependence") == (1990, 1991)


def test_another_measure_that_is_not_there_means_an_old_atlas(tmp_path: Path) -> None:
    with pytest.raises(AtlasTooOld, match="older than this"):
        covered(atlas(tmp_path / "a"), "vote_kappa")


def test_a_panel_gives_the_same_error(tmp_path: Path) -> None:
    plan = dyads(1990, 1991, atlas=atlas(tmp_path / "a")).add("arms_dependence")
    with pytest.raises(OutsideCoverage, match="may not be passed on"):
        plan.to_polars()


def test_the_list_of_measures_says_what_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAYLIGHT_ATLAS", str(atlas(tmp_path / "a", "arms_transfers").folder))
    lines = CliRunner().invoke(root, ["panel", "--list"]).output.splitlines()
    shown = {line.split()[0]: line for line in lines if line.startswith("  arms_")}
    assert "not in this atlas" in shown["arms_dependence"]
    assert "1990-1991" in shown["arms_transfers"]
