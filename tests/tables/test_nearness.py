"""Nearness of pairs: spans of one class, distances of the globe, ties of numbers through time."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.sources.kit.load import load
from daylight.tables.nearness import STEP_KM, nearness

SPELL = {"a": pl.Int16, "b": pl.Int16, "kind": pl.Int8, "start": pl.Int16, "end": pl.Int16}
PLACE = {"cow": pl.Int16, "lat": pl.Float64, "lon": pl.Float64}
LAST = 2020


def made(
    *spells: tuple[int, ...], places: dict[int, tuple[float, float]], **more: pl.DataFrame
) -> pl.DataFrame:
    capitals = pl.DataFrame([(c, *p) for c, p in places.items()], PLACE, orient="row")
    language = more.get("languages", pl.DataFrame([], {"cow": pl.Int16, "language": pl.String}))
    colony = more.get("colonies", pl.DataFrame([], {"cow": pl.Int16, "coloniser": pl.Int16}))
    rows = pl.DataFrame([*spells, (2, 20, 1, 1920, 2016)], SPELL, orient="row")
    table = nearness(rows, capitals, language, colony, LAST)
    return table.filter(pl.col("a").is_in(list(places)) & pl.col("b").is_in(list(places)))


def test_a_change_of_class_begins_a_span_and_the_nearest_class_of_its_year_counts() -> None:
    table = made(
        (352, 640, 4, 1960, 1974), (352, 640, 1, 1974, 2016), places={352: (35, 33), 640: (40, 33)}
    )
    assert table.select("start", "end", "contiguity").rows() == [(1960, 1973, 4), (1974, LAST, 1)]
    assert set(table["km"]) == {560}


def test_a_spell_that_ended_is_not_carried_on() -> None:
    table = made((365, 630, 1, 1855, 1991), places={365: (55.75, 37.6), 630: (35.7, 51.4)})
    assert table.select("start", "end", "contiguity").rows() == [(1946, 1991, 1), (1992, LAST, 0)]
    assert table["km"][0] == 2460


def test_years_in_which_one_was_no_member_are_in_no_span() -> None:
    table = made(places={651: (30.0, 31.2), 652: (33.5, 36.3)})
    assert table.select("start", "end").rows() == [(1946, 1958), (1961, LAST)]


def test_languages_and_colonies() -> None:
    spoken = pl.DataFrame({"cow": [20, 20, 220], "language": ["English", "French", "French"]},
                          {"cow": pl.Int16, "language": pl.String})  # fmt: skip
    held = pl.DataFrame([(565, 255)], {"cow": pl.Int16, "coloniser": pl.Int16}, orient="row")
    places = dict.fromkeys((20, 220, 255, 260, 565), (0.0, 0.0))
    table = made(places=places, languages=spoken, colonies=held)
    pairs = {(a, b) for a, b in table.filter(pl.col("language")).select("a", "b").iter_rows()}
    assert pairs == {(20, 220)}
    governed = table.filter(pl.col("colony")).select("a", "b").unique()
    assert set(governed.iter_rows()) == {(255, 565), (260, 565)}


CAPITALS = [(2, 200), (20, 220), (365, 630), (40, 70), (651, 740)]
"""Pairs of states: many in one table, since a table takes as long for one pair."""
PLACES = st.tuples(st.floats(-89, 89), st.floats(-180, 180))


@settings(deadline=None, max_examples=5)
@given(st.lists(PLACES, min_size=10, max_size=10))
def test_no_distance_is_longer_than_half_the_globe_or_below_one_step(
    places: list[tuple[float, float]],
) -> None:
    states = [state for pair in CAPITALS for state in pair]
    table = made(places=dict(zip(states, places, strict=True)))
    assert len(table.unique(["a", "b"])) == 45
    assert table["km"].is_between(STEP_KM, 20_020).all()


@pytest.mark.mirror
def test_capitals_lie_no_nearer_than_the_lands(mirror: Path) -> None:
    """Against the least distances of Weidmann and Skrede Gleditsch, which nothing else reads."""
    file = mirror / "contiguity" / "cow_mindist.parquet"
    if not file.is_file():
        pytest.skip("no least distances at hand")
    lands = pl.read_parquet(file).filter(pl.col("year") >= 1946)
    least = lands.group_by(a="ccode1", b="ccode2").agg(pl.col("mindist").min())
    places = load("geodist").tables
    table = nearness(
        load("contiguity").tables["spells"],
        places["capitals"],
        places["languages"],
        places["colonies"],
        LAST,
    )
    assert not any(table.null_count().row(0))
    both = table.unique(["a", "b"]).join(
        least.with_columns(pl.col("a", "b").cast(pl.Int16)), on=["a", "b"]
    )
    assert len(both) > 19_000
    odd = both.filter(pl.col("km") < pl.col("mindist") - 100)
    # theirs are wrong across the 180th meridian: Kiribati and the Marshall Islands
    assert len(odd.filter(~pl.any_horizontal(pl.col("a", "b").is_in([946, 983])))) <= 5
