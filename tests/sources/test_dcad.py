"""Defence cooperation agreements: codes against names, self-pairs, kinds and years."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.dcad.source import FILE, shape
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load, packaged

Row = dict[str, Any]
PACT: Row = {
    "DCAid": "X-1", "ccode1": 2, "cowName1": "USA", "ccode2": 200, "cowName2": "UKG",
    "signYear": 1993, "endYearEstimate": 2010, "type": "general",
}  # fmt: skip


def files(*rows: Row) -> dict[str, bytes]:
    return {FILE: pl.DataFrame(list(rows)).write_csv().encode()} | packaged(declaration("dcad"))


def test_an_agreement() -> None:
    got = shape(files(PACT), IssueLog("dcad"))["agreements"]
    assert got.rows() == [("X-1", 2, 200, "general", 1993, 2010)]


@pytest.mark.parametrize(
    ("code", "name", "cow"),
    [(310, "HUN ", 310), (255, "GER", 255), (145, "VEN", 101), (652, "EGY", 651)],
)
def test_other_spellings_and_codes_that_contradict_the_name(code: int, name: str, cow: int) -> None:
    got = shape(files(PACT | {"ccode2": code, "cowName2": name}), IssueLog("dcad"))["agreements"]
    assert got["b"].to_list() == [cow]


def test_pairs_are_put_in_order() -> None:
    turned = {"ccode1": 145, "cowName1": "BOL", "ccode2": 145, "cowName2": "VEN"}
    got = shape(files(PACT | turned), IssueLog("dcad"))["agreements"]
    assert got.select("a", "b").rows() == [(101, 145)]


def test_an_agreement_with_itself_is_dropped_and_named() -> None:
    log = IssueLog("dcad")
    own = PACT | {"DCAid": "X-2", "ccode2": 2, "cowName2": "USA"}
    assert shape(files(PACT, own), log)["agreements"]["agreement"].to_list() == ["X-1"]
    assert [(i.rows, "X-2" in i.text) for i in log.issues] == [(1, True)]


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"ccode2": 365}, "code 365 does not fit the name UKG"),
        ({"cowName2": "GBR"}, "code 200 does not fit the name GBR"),
        ({"type": "treaty"}, "neither general nor sector"),
        ({"signYear": 1979}, "between 1980 and 2010"),
        ({"endYearEstimate": 2011}, "between 1980 and 2010"),
        ({"endYearEstimate": 1992}, "between 1980 and 2010"),
        ({"endYearEstimate": -99}, "between 1980 and 2010"),
    ],
)
def test_what_is_not_known_stops(odd: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shape(files(PACT | odd), IssueLog("dcad"))


def test_a_missing_column_stops() -> None:
    with pytest.raises(SourceChanged, match="lacks the columns type"):
        shape(files({k: v for k, v in PACT.items() if k != "type"}), IssueLog("dcad"))


@pytest.mark.mirror
def test_published_agreements(mirror: Path) -> None:
    table = load("dcad").tables["agreements"]
    assert dict(table["kind"].value_counts().iter_rows()) == {"general": 1322, "sector": 547}

    def of(a: int, b: int) -> list[tuple[str, int, int]]:
        pair = table.filter((pl.col("a") == a) & (pl.col("b") == b))
        return pair.select("kind", "start", "end").rows()

    assert of(365, 630) == [("sector", 2001, 2007)]
    assert len(of(365, 370)) == 7
    assert len(of(365, 371)) == 5
    assert ("general", 2006, 2010) in of(101, 145)
