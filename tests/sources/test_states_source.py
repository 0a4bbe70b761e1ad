"""Membership lists: spells, open ends, and lists that contradict each other."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.load import shape as checked_shape
from daylight.sources.states.source import shape

HEADER = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
SPELLS = (
    HEADER
    + "GMY,255,Germany,1944,1,1,1945,5,8,2016\n"
    + "GMY,255,Germany,2015,10,3,2016,12,31,2016\n"
)
YEARS = "stateabb,ccode,year,version\n" + "".join(
    f"GMY,255,{year},2016\n" for year in (1944, 1945, 2015, 2016)
)


def parquet(table: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    table.write_parquet(buffer)
    return buffer.getvalue()


def files(spells: str = SPELLS, years: str = YEARS) -> dict[str, bytes]:
    panel = pl.DataFrame(
        {"ccode": [255.0, None], "gwcode": [260.0, 260.0], "year": [2016.0, 1990.0]}
    )
    gw = pl.DataFrame(
        {
            "gwcode": [260.0, 223.0],
            "gw_abb": ["GFR", "LIE"],
            "gw_name": ["German Federal Republic", "Liechtenstein"],
            "microstate": [0.0, 1.0],
            "start": [date(1949, 9, 21), date(1816, 1, 1)],
            "end": [date(2020, 12, 31), date(1900, 1, 1)],
        }
    )
    return {
        "states2016.csv": spells.encode(),
        "system2016.csv": years.encode(),
        "cw_gw_panel.parquet": parquet(panel),
        "gw_system.parquet": parquet(gw),
    }


def test_the_last_day_of_the_list_is_an_open_end() -> None:
    tables = shape(files(), IssueLog("states"))
    assert tables["spells"].select("start", "end").rows() == [
        (date(1944, 1, 1), date(1945, 5, 8)),
        (date(2015, 10, 3), None),
    ]
    gw = tables["gw_spells"].select("gw", "microstate", "end").rows()
    assert gw == [(223, True, date(1900, 1, 1)), (260, False, None)]


def test_state_years_without_a_cow_number_are_dropped_and_logged() -> None:
    log = IssueLog("states")
    tables = shape(files(), log)
    assert tables["concordance"].rows() == [(255, 2016, 260)]
    assert [issue.rows for issue in log.issues] == [1]


@pytest.mark.parametrize(
    ("spells", "years", "says"),
    [
        (SPELLS, YEARS.replace("GMY,255,1945,2016\n", ""), "1945 is missing in system2016"),
        (SPELLS, YEARS + "GMY,255,1946,2016\n", "1946 is missing in states2016"),
        (SPELLS.replace("31,2016", "31,2024"), YEARS, "version 2024"),
        (SPELLS.replace("stday", "day"), YEARS, "stday"),
    ],
)
def test_contradictions_and_other_releases_stop(spells: str, years: str, says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        shape(files(spells, years), IssueLog("states"))


@pytest.mark.parametrize("bad", ["GMY,Prussia,Germany,1944,1,1,1945,5,8,2016\n"])
def test_a_code_that_is_no_number_stops(bad: str) -> None:
    with pytest.raises(SourceChanged, match="line 2, column 'ccode', holds 'Prussia'"):
        checked_shape(declaration("states"), files(HEADER + bad))


def test_bytes_that_are_not_utf8_stop() -> None:
    given = files()
    given["states2016.csv"] += b"\xff"
    with pytest.raises(BadEncoding):
        checked_shape(declaration("states"), given)


@pytest.mark.mirror
def test_published_lists(mirror: Path) -> None:
    tables = load("states").tables
    spells, concordance = tables["spells"], tables["concordance"]
    assert len(spells) == 243
    assert spells["cow"].n_unique() == 217
    assert spells["end"].null_count() == 195
    assert concordance.filter(pl.col("gw").is_null()).height == 43
    both = {(970, 971), (946, 970), (255, 260), (679, 678), (345, 340)}
    pairs = concordance.filter(pl.col("year") == 2020).select("cow", "gw").rows()
    assert both <= set(pairs)
