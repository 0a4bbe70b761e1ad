"""Rivals by year, and the rivals that two states share."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load
from daylight.sources.kit.ties.spells import cover, spells
from daylight.sources.rivalries.ties import RIVALRY, SHARED_RIVALS

Rivalry = tuple[int, int, int, int | None]
SCHEMA = {"a": pl.Int16, "b": pl.Int16, "start": pl.Int16, "end": pl.Int16}


def tables(*rows: Rivalry) -> dict[str, Tables]:
    return {"rivalries": {"rivalries": pl.DataFrame(list(rows), SCHEMA, orient="row")}}


def shared(*rows: Rivalry) -> list[tuple[int, ...]]:
    found = SHARED_RIVALS.make(tables(*rows), IssueLog("ties")).rows
    return sorted(found.select("cow", "partner", "year", "value").rows())


def test_first_and_last_year_count_and_no_year_twice() -> None:
    rows = RIVALRY.make(tables((2, 365, 1945, 1947), (2, 365, 1947, 1948)), IssueLog("t")).rows
    assert sorted(rows.rows()) == [(2, 365, year, 1.0) for year in range(1945, 1949)]


def test_a_rivalry_that_goes_on_stops_with_the_list() -> None:
    made = RIVALRY.make(tables((2, 365, 2018, None)), IssueLog("t"))
    assert made.rows["year"].max() == 2020
    assert cover(RIVALRY, made).rows() == [("rivalry", 0, 0, 1816, 2020)]


def test_states_get_their_number_of_the_year() -> None:
    """France and Germany to 1955: no Germany from 1946 to 1954, then the Federal Republic."""
    log = IssueLog("t")
    made = RIVALRY.make(tables((220, 255, 1943, 1955)), log)
    kept = spells(RIVALRY, made, log).select("cow", "partner", "start", "end").rows()
    assert kept == [(220, 255, 1944, 1945), (220, 260, 1955, 1955)]
    assert [i.rows for i in log.issues] == [1 + 9], "1943 without France, 1946 to 1954"


def test_rivals_in_common() -> None:
    got = shared((666, 630, 1979, 1980), (630, 670, 1980, 1980), (2, 630, 1980, 1980))
    assert got == [(2, 666, 1980, 1), (2, 670, 1980, 1), (666, 670, 1980, 1)]
    two = shared((2, 365, 1950, 1950), (200, 365, 1950, 1950), (2, 710, 1950, 1950),
                 (200, 710, 1950, 1950))  # fmt: skip
    assert (2, 200, 1950, 2) in two
    assert (365, 710, 1950, 2) in two


def test_a_rival_outside_the_system_is_not_shared() -> None:
    assert shared((220, 816, 1858, 1860), (200, 816, 1858, 1860)) == []


members = st.sampled_from([2, 200, 220, 365, 630, 640])
years = st.integers(1920, 1930)
pairs = st.lists(members, min_size=2, max_size=2, unique=True).map(sorted)
spans = st.tuples(pairs, years, years).map(lambda r: (*r[0], min(r[1:]), max(r[1:])))


@given(st.lists(spans, max_size=8))
def test_shared_rivals_are_counted_as_sets_would(rows: list[Rivalry]) -> None:
    rivals: dict[tuple[int, int], set[int]] = {}
    for a, b, start, end in rows:
        for year in range(start, (end or 0) + 1):
            rivals.setdefault((a, year), set()).add(b)
            rivals.setdefault((b, year), set()).add(a)
    expected = sorted(
        (a, b, year, len(common))
        for a, year in rivals
        for b, other in rivals
        if a < b and year == other and (common := rivals[a, year] & rivals[b, year])
    )
    assert shared(*rows) == expected


@pytest.mark.mirror
def test_known_rivals(mirror: Path) -> None:
    log = IssueLog("t")
    both = {"rivalries": load("rivalries").tables}
    found = pl.concat([spells(tie, tie.make(both, log), log) for tie in (RIVALRY, SHARED_RIVALS)])

    def of(measure: str, a: int, b: int) -> list[tuple[int, int, float]]:
        keys = (pl.col("measure") == measure) & (pl.col("cow") == a) & (pl.col("partner") == b)
        return found.filter(keys).select("start", "end", "value").rows()

    assert of("rivalry", 2, 365) == [(1918, 1920, 1), (1945, 1989, 1), (2007, 2020, 1)]
    assert of("rivalry", 670, 678)[:2] == [(1931, 1934, 1), (1962, 1969, 1)]
    assert of("rivalry", 365, 630) == [], "Iran is no member of the system before 1855"
    assert (1982, 2020, 1) in of("shared_rivals", 2, 666)
