"""GeoDist: one capital a state, our own rows, and three places that the file gives wrongly."""

from __future__ import annotations

from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.sources.geodist.source import ADDED, COLONISERS, FILE, LANGUAGES, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

OURS = resources.files("daylight.sources").joinpath("geodist", ADDED).read_bytes()
PLACE = {"iso3": "IRL", "city_en": "Dublin", "cap": 1, "lat": 53.3, "lon": -6.25} | dict.fromkeys(
    (*LANGUAGES, *COLONISERS), "."
)


def files(*changes: dict[str, Any], added: bytes = OURS) -> dict[str, bytes]:
    out = BytesIO()
    pl.DataFrame([PLACE | change for change in changes]).write_parquet(out)
    return {FILE: out.getvalue(), ADDED: added}


def test_capitals_languages_and_colonies() -> None:
    irish = {"langoff_1": "English", "colonizer1": "GBR"}
    other = {
        "iso3": "ROM",
        "city_en": "Bucharest",
        "lat": 44.4,
        "lon": 26.1,
        "langoff_1": "Romanian",
    }
    market = {"city_en": "Cork", "cap": 0}
    got = shape(files(irish, other, market, {"iso3": "HKG"}), IssueLog("geodist"))
    mine = pl.col("cow").is_in([205, 360])
    assert got["capitals"].filter(mine).rows() == [
        (205, "Dublin", 53.3, -6.25),
        (360, "Bucharest", 44.4, 26.1),
    ]
    assert got["languages"].filter(mine).rows() == [(205, "English"), (360, "Romanian")]
    assert got["colonies"].filter(mine).rows() == [(205, 200)]
    assert got["colonies"].filter(pl.col("cow") == 626).rows() == [(626, 200), (626, 651)]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"iso3": "XYZ"}, "XYZ"),
        ({"colonizer1": "HKG"}, "HKG"),
        ({"lat": 91.0}, "globe"),
        ({"lon": float("nan")}, "globe"),
        ({"iso3": "MCO"}, "one of two"),
    ],
)
def test_strange_rows_stop(change: dict[str, Any], says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        shape(files(change), IssueLog("geodist"))


@pytest.mark.mirror
def test_every_state_since_1946_has_one_capital(mirror: Path) -> None:
    capitals = load("geodist").tables["capitals"]
    states = {cow for year in range(1946, 2026) for cow in members(year)}
    assert states <= set(capitals["cow"])
    place = {cow: (lat, lon) for cow, _, lat, lon in capitals.iter_rows()}
    assert place[920] == pytest.approx((-41.28, 174.78), abs=0.05)
    assert place[990] == pytest.approx((-13.8, -171.75), abs=0.05)
    assert place[438] == pytest.approx((9.5, -13.7), abs=0.05)
    # our own rows against the file's, where it has the city too
    assert place[265] == pytest.approx(place[255], abs=0.1)
    assert place[315] == pytest.approx(place[316], abs=0.1)
    assert place[678] == pytest.approx(place[679], abs=0.1)
