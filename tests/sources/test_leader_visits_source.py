"""Visits of leaders: names of the day, places that are no state, and lists that repeat."""

from __future__ import annotations

import io
from importlib import resources
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.leader_visits.source import shape

Row = tuple[str, str, str, str]
NAMES = resources.files("daylight.sources.leader_visits").joinpath("names.csv").read_bytes()


def files(out: list[Row], into: list[Row], role: str = "secretary") -> dict[str, bytes]:
    """Make the two lists from rows of who, place, first and last day."""
    frames = {
        "us_travels.parquet": pl.DataFrame(
            out, dict.fromkeys(("who", "country", "start", "end"), pl.String), orient="row"
        ).with_columns(role=pl.lit(role)),
        "us_visits.parquet": pl.DataFrame(
            into, dict.fromkeys(("visitor", "from", "start", "end"), pl.String), orient="row"
        ),
    }
    buffers = {name: io.BytesIO() for name in frames}
    for name, frame in frames.items():
        frame.write_parquet(buffers[name])
    return {name: buffer.getvalue() for name, buffer in buffers.items()} | {"names.csv": NAMES}


def went(place: str, day: str) -> list[int]:
    """Return the COW numbers that a journey to a place on a day is put under."""
    return shape(files([("x", place, day, day)], []), IssueLog("v"))["visits"]["cow"].to_list()


def test_both_lists_become_one() -> None:
    tables = shape(
        files(
            [("kissinger", "Israel", "1974-05-02", "1974-05-04")],
            [("Prime Minister Meir", "Israel", "1973-03-01", "1973-03-01")],
        ),
        IssueLog("v"),
    )
    assert tables["visits"].select("direction", "role", "cow").rows() == [
        ("in", "leader", 666),
        ("out", "secretary", 666),
    ]


@pytest.mark.parametrize(
    ("place", "day", "cow"),
    [
        ("Germany", "1910-06-01", 255),
        ("Germany", "1970-06-01", 260),
        ("Germany, Federal Republic of", "2023-10-06", 255),
        ("German Democratic Republic", "1989-12-12", 265),
        ("China, Republic of", "1945-04-26", 710),
        ("China, Republic of", "1961-07-31", 713),
        ("Democratic Republic of the Congo (Zaire)", "1970-02-16", 490),
        ("Niger ", "2023-03-16", 436),
        ("U.S.S.R.", "1972-05-22", 365),
        ("Denmark (Greenland)", "2021-05-20", 390),
        ("Southern Rhodesia (Zimbabwe)", "1978-04-17", 552),
    ],
)
def test_a_name_is_the_state_of_the_day(place: str, day: str, cow: int) -> None:
    assert went(place, day) == [cow]


@pytest.mark.parametrize(
    "place", ["Vatican City ", "Palestinian Authority", "Hawaii", "Antarctica"]
)
def test_a_place_outside_the_system_is_left_out_and_counted(place: str) -> None:
    log = IssueLog("v")
    day = "1898-01-26"
    assert shape(files([("x", place, day, day)], []), log)["visits"].is_empty()
    assert "outside the state system" in next(i.text for i in log.issues if i.rows)


@pytest.mark.parametrize(("place", "day"), [("Germany", "1945-07-16"), ("France", "1943-10-15")])
def test_a_state_that_was_no_member_that_day_is_left_out(place: str, day: str) -> None:
    assert went(place, day) == []


def test_one_visit_that_stands_twice_counts_once() -> None:
    twice = [("biden", "United Kingdom", "2021-11-01", "2021-11-02")] * 2
    other = [("blinken", "United Kingdom", "2021-11-01", "2021-11-02")]
    log = IssueLog("v")
    assert len(shape(files(twice + other, []), log)["visits"]) == 2
    assert log.issues[0].rows == 1


@pytest.mark.parametrize(
    ("row", "role", "says"),
    [
        (("x", "Ruritania", "1990-01-01", "1990-01-01"), "president", "names.csv"),
        (("x", "Alaska, United States", "1990-01-01", "1990-01-01"), "president", "names.csv"),
        (("x", "USA", "1990-01-01", "1990-01-01"), "president", "taken for the United States"),
        (("x", "France", "1990-01-01", "1990-01-01"), "vice", "role 'vice'"),
        (("x", "France", "1990-01-02", "1990-01-01"), "president", "ends before"),
    ],
)
def test_what_is_not_known_stops(row: Row, role: str, says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        shape(files([row], [], role), IssueLog("v"))


@pytest.mark.mirror
class TestListed:
    @pytest.fixture
    def visits(self, mirror: Path) -> pl.DataFrame:
        return load("leader_visits").tables["visits"]

    def test_the_last_journey_to_iran_was_in_1977(self, visits: pl.DataFrame) -> None:
        iran = visits.filter((pl.col("cow") == 630) & (pl.col("direction") == "out"))
        assert iran["start"].max().year == 1977  # type: ignore[union-attr]

    def test_last_journeys_to_russia(self, visits: pl.DataFrame) -> None:
        russia = visits.filter((pl.col("cow") == 365) & (pl.col("direction") == "out"))
        last = {
            role: (day.year, day.month)
            for role, day in russia.group_by("role").agg(pl.col("start").max()).iter_rows()
        }
        assert last == {"president": (2013, 9), "secretary": (2019, 5)}
