"""US troops by host: places that are no state, two spellings, Vietnam, and years in doubt."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.troopdata.doubt import check_doubtful
from daylight.sources.troopdata.source import FILE, shape

HEAD = "countryname,year,ccode,iso3c,troops_ad,army_ad"
Row = tuple[str, int, int, object]


def troops(*rows: Row, log: IssueLog | None = None) -> list[tuple[int, int, int]]:
    lines = [HEAD, *(f"{name},{year},{code},XXX,{count},0" for name, year, code, count in rows)]
    files = {FILE: "\n".join(lines).encode()}
    return shape(files, log or IssueLog("troopdata"))["troops"].rows()


def test_hosts_years_and_counts() -> None:
    got = troops(("Japan", 2024, 740, 55154), ("Iran", 1975, 630, 1545), ("Iran", 1990, 630, 0))
    assert got == [(630, 1975, 1545), (630, 1990, 0), (740, 2024, 55154)]


def test_the_united_states_and_places_that_are_no_state_are_left_out() -> None:
    log = IssueLog("troopdata")
    rows: list[Row] = [
        ("United States", 1990, 2, 9),
        ("Guam", 1990, 1008, 8),
        ("Cuba", 1990, 40, 7),
    ]
    assert troops(*rows, log=log) == [(40, 1990, 7)]
    assert next(i.rows for i in log.issues if "no state" in i.text) == 1


def test_two_spellings_keep_the_count_that_is_not_zero() -> None:
    pair: list[Row] = [("Czech Republic", 2013, 316, 0), ("Czechia", 2013, 316, 17)]
    assert troops(*pair) == [(316, 2013, 17)]
    assert troops(*pair[::-1]) == [(316, 2013, 17)]
    with pytest.raises(SourceChanged, match="two counts above zero for state 316 in 2013"):
        troops(("Czech Republic", 2013, 316, 5), ("Czechia", 2013, 316, 17))


def test_vietnam_is_the_south_until_it_fell() -> None:
    got = troops(
        ("Vietnam", 1968, 816, 537377), ("Vietnam", 1975, 816, 0), ("Vietnam", 1976, 816, 1)
    )
    assert got == [(816, 1976, 1), (817, 1968, 537377), (817, 1975, 0)]


@pytest.mark.parametrize("row", [("Atlantis", 1990, 1999, 5), ("Elsewhere", 1990, 1008, 5)])
def test_an_unknown_place_stops(row: Row) -> None:
    with pytest.raises(SourceChanged, match="NO_STATE"):
        troops(row)


@pytest.mark.parametrize("count", [-1, "NA", "", 1.5])
def test_what_is_no_count_stops(count: object) -> None:
    with pytest.raises(SourceChanged, match="no count of troops"):
        troops(("Japan", 1990, 740, count))


def test_a_missing_column_stops() -> None:
    with pytest.raises(SourceChanged, match="troops_ad"):
        shape({FILE: b"countryname,year,ccode\nJapan,1990,740\n"}, IssueLog("troopdata"))


def doubtful(in_1952: int, in_2008: int) -> pl.DataFrame:
    rows = [(740, 1951, 100), (740, 1952, in_1952), (740, 2007, 100), (740, 2009, 100)]
    return pl.DataFrame([*rows, (740, 2008, in_2008)], ["cow", "year", "troops"], orient="row")


def test_years_in_doubt_are_left_out_and_said() -> None:
    log = IssueLog("troopdata")
    rows = [("Japan", *row[1:2], 740, row[2]) for row in doubtful(100, 200).rows()]
    assert troops(*rows, log=log) == [(740, 2007, 100), (740, 2009, 100)]
    assert [i.severity for i in log.issues].count("warning") == 3


@pytest.mark.parametrize(("in_1952", "in_2008", "year"), [(101, 200, 1952), (100, 110, 2008)])
def test_a_year_that_was_mended_stops(in_1952: int, in_2008: int, year: int) -> None:
    with pytest.raises(SourceChanged, match=f"{year} is left out as doubtful"):
        check_doubtful(doubtful(in_1952, in_2008))


@pytest.mark.mirror
def test_the_real_file(mirror: Path) -> None:
    loaded = load("troopdata")
    count = {(cow, year): n for cow, year, n in loaded.tables["troops"].iter_rows()}
    assert count[255, 1985] == 246875
    assert count[740, 2024] == 55154
    assert count[630, 1975] == 1545
    assert count[703, 2009] == 3962
    assert count[704, 2004] == 0, "the base at Khanabad was in use: not reported"
    assert count[645, 2006] is None, "three reports added up"
    assert not {year for _, year in count} & {1951, 1952, 2008}
    assert any(i.rows == 29 and "two spellings" in i.text for i in loaded.issues)
