"""Disputed places: names, partial dates, shapes and points, and rows that are refused."""

from __future__ import annotations

from collections import Counter
from datetime import date
from importlib import resources

import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.disputed_places.source import COLUMNS, FILE, shape
from daylight.sources.kit.issues import IssueLog

CRIMEA = "Crimea,shape,Crimea,,,RUS,UKR,2014-03-18,,https://e.org/1,page,"
HANS = "Hans,point,,-66.4,80.8,no state,CAN;DNK,1973,2022-06-14,https://e.org/2,in part,n"
BALTIC = "Latvia,shape,Latvia,,,RUS,LVA,1940,1991-09-06,https://e.org/3,unconfirmed,"


def files(*rows: str) -> dict[str, bytes]:
    return {FILE: "\n".join((",".join(COLUMNS), *(rows or (CRIMEA, HANS, BALTIC)))).encode()}


def test_rows_have_names_and_dates() -> None:
    rows = shape(files(), IssueLog("x"))["places"].rows(named=True)
    crimea, hans, latvia = rows
    assert (crimea["holder"], crimea["claimant"], crimea["unit"]) == ("Russia", "Ukraine", "Crimea")
    assert (crimea["start"], crimea["end"]) == (date(2014, 3, 18), None)
    assert (hans["holder"], hans["claimant"]) == ("no state", "Canada; Denmark")
    assert (hans["start"], hans["start_precision"]) == (date(1973, 1, 1), "year")
    assert (hans["lon"], hans["lat"]) == pytest.approx((-66.4, 80.8), abs=1e-4)
    assert latvia["holder"] == "Soviet Union", "a dispute that is past has the names of its time"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (CRIMEA.replace("shape", "outline"), "drawn 'outline'"),
        (CRIMEA.replace("page", "surely"), "confirmed 'surely'"),
        (CRIMEA.replace("RUS", "Ruritania"), "Ruritania"),
        (CRIMEA.replace("2014-03-18", "2014-3"), "is not a date"),
        (CRIMEA.replace(",,https", ",2013,https"), "runs backwards"),
        (CRIMEA.replace("https://e.org/1", ""), "no citation"),
        (CRIMEA.replace("Crimea,,,", ",,,"), "is a shape"),
        (HANS.replace("80.8", "91"), "is a point"),
        (HANS.replace("-66.4", "nan"), "is a point"),
        (HANS.replace("point,,", "point,Hans,"), "is a point"),
        (CRIMEA.replace("Crimea,shape", ",shape"), "without a place"),
    ],
)
def test_strange_rows_stop(row: str, says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        shape(files(row), IssueLog("x"))


def test_rows_of_a_place_do_not_overlap() -> None:
    with pytest.raises(SourceChanged, match="overlaps"):
        shape(files(CRIMEA, CRIMEA.replace("2014-03-18", "2015")), IssueLog("x"))


def test_our_own_list() -> None:
    content = resources.files("daylight.sources").joinpath("disputed_places", FILE).read_bytes()
    log = IssueLog("disputed_places")
    places = shape({FILE: content}, log)["places"]
    assert {
        "Crimea",
        "Kosovo",
        "Taiwan",
        "Western Sahara east of the berm",
        "Golan Heights",
    } <= set(places["place"])
    for row in places.iter_rows(named=True):
        assert row["holder"] != "no state" or ";" in row["claimant"], row["place"]
        assert row["holder"] != row["claimant"] or ";" in row["holder"], row["place"]
    assert Counter(places["confirmed"])["page"] > len(places) / 2
