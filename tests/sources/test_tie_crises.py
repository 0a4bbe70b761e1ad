"""Crises between two states: counted once each, with half-covered years kept apart."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.sources.icb import ties as crises
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load
from daylight.sources.kit.ties.spells import cover, spells

SCHEMA = {"crisis": pl.Int16, "a": pl.Int16, "b": pl.Int16, "year": pl.Int16}


def tables(*rows: tuple[int, int, int, int]) -> dict[str, Tables]:
    return {"icb": {"crisis_years": pl.DataFrame(list(rows), SCHEMA, orient="row")}}


def test_each_crisis_counts_once_in_each_year() -> None:
    rows = crises.TIE.make(
        tables((1, 2, 365, 1961), (2, 2, 365, 1961), (2, 2, 365, 1962)), IssueLog("t")
    ).rows
    assert sorted(rows.select("cow", "partner", "year", "value").rows()) == [
        (2, 365, 1961, 2),
        (2, 365, 1962, 1),
    ]


def test_germany_has_its_number_of_the_year() -> None:
    """One crisis under both numbers of one state is one crisis."""
    rows = crises.TIE.make(tables((1, 260, 345, 1999), (1, 255, 345, 1999)), IssueLog("t")).rows
    assert rows.select("cow", "partner", "year", "value").rows() == [(255, 345, 1999, 1)]


def test_states_outside_the_system_are_counted_in_the_log() -> None:
    log = IssueLog("t")
    made = crises.TIE.make(tables((1, 210, 850, 1945), (2, 2, 365, 1946)), log)
    assert made.rows["year"].to_list() == [1946]
    assert [i.rows for i in log.issues] == [1]


def test_absence_means_none_in_whole_years_only() -> None:
    made = crises.TIE.make(tables((1, 2, 630, 2020)), IssueLog("t"))
    assert cover(crises.TIE, made).rows() == [("crises", 0, 0, 1919, 2019)]
    kept = spells(crises.TIE, made, IssueLog("t"))
    assert kept["start"].to_list() == [2020], "a crisis of the last, partial year counts"


@pytest.mark.mirror
def test_known_crises(mirror: Path) -> None:
    rows = crises.TIE.make({"icb": load("icb").tables}, IssueLog("t")).rows

    def of(a: int, b: int) -> dict[int, int]:
        pair = rows.filter((pl.col("cow") == a) & (pl.col("partner") == b))
        return dict(pair.select("year", "value").iter_rows())

    assert of(2, 365)[1962] == 1
    assert of(2, 630)[1979] == 1
    assert of(2, 630)[2019] == 2
    assert of(365, 369) == {2014: 1, 2015: 1, 2018: 1}
    assert 1949 in of(345, 365)
    assert of(365, 710) == {1929: 1, 1969: 1}
    assert of(255, 645) == {1990: 1, 1991: 1}
