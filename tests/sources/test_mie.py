"""Militarised events: levels, deaths that are not known, and the pairs that met."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load
from daylight.sources.mid.ties import DISPUTES
from daylight.sources.mie.source import COLUMNS, FILE, shape
from daylight.sources.mie.yearly import EVENTS

Row = dict[str, Any]
EVENT: Row = dict(zip(COLUMNS, (3, 1, 300, 345, 1913, 1914, 4, 2, 5, "mie-1.0"), strict=True))


def files(*rows: Row) -> dict[str, bytes]:
    return {FILE: pl.DataFrame(list(rows)).write_csv().encode()}


def events(*rows: Row) -> Tables:
    return shape(files(*rows), IssueLog("t"))


def test_an_event() -> None:
    assert events(EVENT)["events"].rows() == [(3, 1, 300, 345, 1913, 1914, 4, 7)]


def test_deaths_that_are_not_known() -> None:
    assert events(EVENT | {"fatalmin2": -9})["events"]["deaths"].to_list() == [None]


def test_the_higher_of_both_directions_counts_in_every_year() -> None:
    back = EVENT | {"ccode1": 345, "ccode2": 300, "styear": 1914, "hostlev": 5}
    rows = EVENTS.made({"mie": events(EVENT, back)}, IssueLog("t")).rows
    assert sorted(rows.select("cow", "partner", "year", "value").rows()) == [
        (300, 345, 1913, 4), (300, 345, 1914, 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"version": "mie-2.0"}, "another release"),
        ({"ccode2": 999}, "outside the COW list"),
        ({"ccode2": 300}, "with itself"),
        ({"hostlev": 6}, "unknown level"),
        ({"endyear": 1912}, "ends before"),
    ],
)
def test_what_is_not_known_stops(odd: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        events(EVENT | odd)


@pytest.mark.mirror
def test_a_quarter_of_the_pairs_of_disputes_never_met(mirror: Path) -> None:
    """Those on opposite sides without an event between them, before incidents were coded."""
    met = EVENTS.made({"mie": load("mie").tables}, IssueLog("t")).rows
    disputes = DISPUTES.make({"mid": load("mid").tables}, IssueLog("t")).rows
    span = disputes.filter(pl.col("year").is_between(1946, 1991))
    alone = span.join(met, on=["cow", "partner", "year"], how="anti")
    assert (len(span), len(alone)) == (1960, 586)
    war = met.filter((pl.col("cow") == 750) & (pl.col("partner") == 770) & (pl.col("year") == 1971))
    assert war["value"].to_list() == [5]
    assert met.filter(pl.col("year") > 2014).is_empty()
