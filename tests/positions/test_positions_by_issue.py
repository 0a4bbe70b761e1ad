"""Ideal points by issue as a user asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import AtlasTooOld, BadInput, OutsideCoverage
from daylight.core.states import members
from daylight.positions.ideal_points import ideal_points
from daylight.positions.issues import ALL, ISSUES
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas
from daylight.store.manifest import Manifest, fingerprint
from daylight.store.schemas import VERSION, table
from daylight.tables.positions.issue_points import SETS, WITHOUT


def rows() -> list[dict[str, Any]]:
    """Three states; Iran has no vote on nuclear questions in 2015, and 2014 has none at all."""
    found = []
    for issue, years, shift in (("all", (2014, 2015, 2016), 0.0), ("nu", (2015, 2016), 0.5)):
        for kind in ("smoothed", "filtered"):
            for year in years:
                for cow, side in ((2, 2.0), (365, 0.0), (630, -1.0)):
                    if (issue, cow, year) == ("nu", 630, 2015):
                        continue
                    theta = side + shift + (0.25 if kind == "filtered" else 0.0)
                    key = {"votes": "all", "kind": kind, "issue": issue, "cow": cow, "year": year}
                    number = {"theta": theta, "sd": 0.2, "lo": theta - 0.3, "hi": theta + 0.4}
                    found.append(key | number | {"rho": None, "n_votes": 8})
    return found


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    folder = tmp_path / "by_issue"
    folder.mkdir()
    file = writer.write_table(folder, table("ideal_points"), "x", lambda: pl.DataFrame(rows()))
    manifests.write(folder, Manifest(VERSION, fingerprint((file,)), "0", "2017-06-30", (file,), ()))
    return Atlas(folder)


def test_the_names_are_those_of_the_build() -> None:
    assert set(ISSUES) == {ALL, *SETS, *WITHOUT}


def test_an_issue_has_rows_of_its_own(atlas: Atlas) -> None:
    frame = ideal_points(2016, 2016, issue="nu", atlas=atlas).to_polars()
    assert set(frame["issue"]) == {"nu"}
    known = dict(frame.drop_nulls("theta").select("iso3", "theta").iter_rows())
    assert known == {"USA": 2.5, "RUS": 0.5, "IRN": -0.5}
    whole = ideal_points(2016, 2016, atlas=atlas).to_polars()
    assert dict(whole.drop_nulls("theta").select("iso3", "theta").iter_rows())["USA"] == 2.0


def test_filtered_estimates_and_dates_work_by_issue(atlas: Atlas) -> None:
    frame = ideal_points(issue="nu", as_of="2016-02-01", atlas=atlas).to_polars()
    assert frame.filter(pl.col("cow") == 2)["theta"].to_list() == [2.75]


def test_a_state_without_a_vote_on_the_issue_is_missing_and_not_zero(atlas: Atlas) -> None:
    frame = ideal_points(2015, 2015, issue="nu", atlas=atlas).to_polars()
    assert set(frame["cow"]) == set(members(2015))
    iran = frame.filter(pl.col("cow") == 630)
    assert iran["status"].item() == "missing"
    assert iran["theta"].item() is None


def test_years_without_votes_on_the_issue_are_outside(atlas: Atlas) -> None:
    assert ideal_points(issue="nu", atlas=atlas).start == 2015
    with pytest.raises(OutsideCoverage, match="choose years from 2015"):
        ideal_points(2014, issue="nu", atlas=atlas)


def test_an_atlas_without_scales_by_issue_says_how_to_get_them(small: Atlas) -> None:
    with pytest.raises(AtlasTooOld, match="rebuild it with `daylight atlas build`"):
        ideal_points(issue="hr", atlas=small)


def test_misuse_is_told(atlas: Atlas) -> None:
    with pytest.raises(BadInput, match="all, me, nu, di, hr, co, ec, all-but-nu, important"):
        ideal_points(issue="trade", atlas=atlas)
    with pytest.raises(BadInput, match="leave votes out"):
        ideal_points(issue="nu", votes="final-passage", atlas=atlas)


def test_text_names_the_issue(atlas: Atlas) -> None:
    text = str(ideal_points(2016, 2016, issue="nu", atlas=atlas))
    assert "nuclear questions; smoothed" in text
    assert "put on the mean and standard deviation" in " ".join(text.split())
