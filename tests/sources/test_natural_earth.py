"""Natural Earth: lines thinned once, shapes that mean a state or are declared, parts told apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.show.outline import corners
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.natural_earth.source import FILE, HOLDERS, PARTS, shape
from daylight.sources.natural_earth.thinning import kept
from daylight.sources.natural_earth.topology import unwrapped
from daylight.stats.rings import Point, area

HEAD = "unit,state,start,end,note"
OWN = (
    "Greenland,DNK,,,",
    "Crimea,UKR,,2014-03-17,",
    "Crimea,RUS,2014-03-18,,",
    "Nobody's,,,,",
)
PART = ("Crimea,Russia,34,45",)


def topology(**changes: Any) -> dict[str, Any]:
    """Two neighbours with a border between them, an island that is a part, and two more."""
    lines = [
        [(20, 40), (20, 43), (20.1, 45), (20, 47), (20, 50)],  # the border
        [(20, 50), (10, 50), (10, 40), (20, 40)],  # around the west
        [(20, 40), (30, 40), (30, 50), (20, 50)],  # around the east
        [(33, 44), (35, 44), (35, 46), (33, 46), (33, 44)],
        [(-50, 60), (-30, 60), (-30, 80), (-50, 80), (-50, 60)],
        [(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)],
    ]
    shapes = {
        "Ukraine": [[[0, 1]]],
        "Russia": [[[-1, 2]], [[3]]],
        "Greenland": [[[4]]],
        "Nobody's": [[[5]]],
    }
    names = changes.pop("names", {})
    return {
        "type": "Topology",
        "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
        "arcs": [list(steps(line)) for line in lines],
        "objects": {
            "countries": {
                "geometries": [
                    {
                        "type": "MultiPolygon",
                        "arcs": arcs,
                        "properties": {"name": names.get(name, name)},
                    }
                    for name, arcs in shapes.items()
                ]
            }
        },
    } | changes


def steps(line: list[tuple[float, float]]) -> Iterator[list[int]]:
    x = y = 0
    for lon, lat in line:
        yield [round(lon * 10) - x, round(lat * 10) - y]
        x, y = round(lon * 10), round(lat * 10)


def files(
    own: tuple[str, ...] = OWN, part: tuple[str, ...] = PART, **changes: Any
) -> dict[str, bytes]:
    return {
        FILE: json.dumps(topology(**changes)).encode(),
        HOLDERS: "\n".join((HEAD, *own)).encode(),
        PARTS: "\n".join(("part,unit,lon,lat", *part)).encode(),
    }


def test_shapes_parts_and_holders() -> None:
    got = shape(files(), IssueLog("natural_earth"))
    assert set(got["shapes"]["unit"]) == {"Ukraine", "Russia", "Crimea", "Greenland", "Nobody's"}
    first, turn = date(1816, 1, 1), date(2014, 3, 18)
    assert got["holders"].sort("unit", "start").rows() == [
        ("Crimea", 369, first, date(2014, 3, 17)),
        ("Crimea", 365, turn, None),
        ("Greenland", 390, first, None),
        ("Nobody's", None, first, None),
        ("Russia", 365, first, None),
        ("Ukraine", 369, first, None),
    ]


def test_neighbours_share_the_points_of_their_border() -> None:
    shapes = shape(files(), IssueLog("natural_earth"))["shapes"]
    west, east = (
        set(corners(shapes.filter(pl.col("unit") == name)["path"][0]))
        for name in ("Ukraine", "Russia")
    )
    assert len(west & east) >= 3, "its two ends and one between"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"own": OWN[:-1]}, "means no state; declare who holds it"),
        ({"own": (*OWN, "Atlantis,USA,,,")}, "'Atlantis' is declared"),
        ({"own": (*OWN[:1], "Crimea,UKR,,2014-03-16,", *OWN[2:])}, "do not follow each other"),
        ({"own": ("Greenland,XYZ,,,", *OWN[1:])}, "XYZ"),
        ({"own": ("Greenland,DNK,1953-13-01,,", *OWN[1:])}, "is not a day"),
        ({"part": ("Crimea,Russia,0,0",)}, "there are 0"),
        ({"part": ("Crimea,Prussia,34,45",)}, "there are 0"),
        ({"names": {"Russia": "Ukraine"}}, "not the name of one shape"),
        ({"names": {"Nobody's": "Soviet Union"}, "own": OWN[:-1]}, "are one state"),
        ({"arcs": []}, "no quantised TopoJSON"),
        ({"transform": {"scale": [1e9, 1], "translate": [0, 0]}}, "no quantised TopoJSON"),
    ],
)
def test_strange_files_stop(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        shape(files(**changes), IssueLog("natural_earth"))


def test_an_open_ring_stops() -> None:
    torn = topology()
    torn["arcs"][1][0][0] += 5
    with pytest.raises(SourceChanged, match="no quantised TopoJSON"):
        shape(files() | {FILE: json.dumps(torn).encode()}, IssueLog("natural_earth"))


def test_a_ring_across_180_degrees_is_one_piece() -> None:
    ring: list[Point] = [(170, 60), (-170, 60), (-170, 70), (170, 70), (175, 65), (170, 60)]
    lon = [x for x, _ in unwrapped(ring)]
    assert lon == pytest.approx([170, 190, 190, 170, 175, 170])
    mirrored: list[Point] = [(-170, 60), (170, 60), (170, 70), (-170, 70), (-175, 65), (-170, 60)]
    assert max(x for x, _ in unwrapped(mirrored)) == pytest.approx(-170)


LINES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=40)


@given(LINES, st.floats(0, 500))
def test_thinning_keeps_ends_order_and_the_same_points_backwards(
    line: list[Point], least: float
) -> None:
    found = kept(line, least)
    assert found[0] == 0 and found[-1] == len(line) - 1
    assert found == sorted(set(found)) or len(line) == 1
    assert len(found) >= min(len(line), 3)
    assert kept(line, 0.0) == list(range(len(line)))


def test_a_closed_line_keeps_an_inside() -> None:
    ring: list[Point] = [(0, 0), (5, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    left = [ring[k] for k in kept(ring, 1e9)]
    assert len(left) == 4 and area(left) > 0


@pytest.mark.mirror
def test_the_real_shapes(mirror: Path) -> None:
    tables = load("natural_earth").tables
    shapes, holders = tables["shapes"], tables["holders"]
    assert 20_000 < shapes["path"].str.len_bytes().sum() < 60_000
    held = {cow for cow in holders["cow"] if cow is not None}
    assert set(members(2018)) - held == {947}, "Tuvalu has no shape at this scale"
    assert {"Crimea", "Kosovo", "Taiwan", "W. Sahara", "West Bank"} <= set(shapes["unit"])
    sizes = dict.fromkeys(shapes["unit"].unique(), 0.0)
    for unit, _, path in shapes.rows():
        sizes[unit] += area(corners(path))
    # Equal areas, in thousands of square kilometres of land: from the atlas of the UN
    for big, small, share in (("Canada", "France", 9985 / 640), ("Brazil", "India", 8516 / 3166)):
        assert sizes[big] / sizes[small] == pytest.approx(share, rel=0.08)
    assert sizes["W. Sahara"] / sizes["France"] < 0.2, "only what lies east of the berm"
    folder = resources.files("daylight.sources").joinpath("natural_earth", HOLDERS)
    assert not [r for r in folder.read_text("utf-8").splitlines() if r.count(",") < 4]
