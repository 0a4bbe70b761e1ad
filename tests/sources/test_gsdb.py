"""GSDB: names with commas, names of gone states, organisations, and what is left out."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.sources.gsdb import labels
from daylight.sources.gsdb.source import FILE, GROUPS, KINDS, shape
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.load import shape as checked

HEAD = "case_id,sanctioned_state,sanctioning_state,begin,end," + ",".join(KINDS)


def files(*rows: str, bans: str = "exp_part") -> dict[str, bytes]:
    """Return files of rows without the description of trade, which is `bans` for all."""
    groups = resources.files("daylight.sources.gsdb").joinpath(GROUPS).read_bytes()
    described = [f'{row},"{bans}"' if row.rsplit(",", 6)[1] == "1" else f"{row}," for row in rows]
    return {FILE: "\n".join([f"{HEAD},descr_trade", *described, ""]).encode(), GROUPS: groups}


def pairs(*rows: str, log: IssueLog | None = None) -> list[tuple[str, str]]:
    cases = shape(files(*rows), log or IssueLog("gsdb"))["cases"]
    return cases.select("sender", "target").rows()


def test_a_name_may_hold_a_comma() -> None:
    senders = "Korea, South, Congo, Democratic Republic of the"
    row = f'1,"Korea, North, Iran","{senders}",2000,2001,1,0,0,0,0,0'
    found = shape(files(row), IssueLog("gsdb"))["cases"]
    assert set(found.select("sender_cow", "target_cow").rows()) == {
        (732, 731), (732, 630), (490, 731), (490, 630),
    }  # fmt: skip


def test_odd_spaces_and_repeated_names_do_not_matter() -> None:
    row = '1,"Serbia,  Montenegro, Serbia",Norway,2000,2001,1,0,0,0,0,0'
    assert pairs(row) == [("Norway", "Montenegro"), ("Norway", "Serbia")]


def test_south_vietnam_after_its_end_is_vietnam() -> None:
    rows = (
        "1,South Vietnam,France,1963,1964,1,0,0,0,0,0",
        "2,South Vietnam,France,1978,1981,1,0,0,0,0,0",
    )
    found = shape(files(*rows), IssueLog("gsdb"))["cases"]
    assert found["target_cow"].to_list() == [817, 816]


@pytest.mark.parametrize(
    ("bans", "exports", "imports"),
    [("exp_part", 1, 0), ("exp_compl,imp_part", 2, 1), ("imp_compl", 0, 2)],
)
def test_how_much_of_each_direction_is_banned(bans: str, exports: int, imports: int) -> None:
    found = shape(files("1,Iran,Japan,2000,2001,1,0,0,0,0,0", bans=bans), IssueLog("gsdb"))["cases"]
    assert found.select("exports", "imports").rows() == [(exports, imports)]
    none = shape(files("1,Iran,Japan,2000,2001,0,1,0,0,0,0"), IssueLog("gsdb"))["cases"]
    assert none.select("exports", "imports").rows() == [(0, 0)]


@pytest.mark.parametrize("bans", ["exp_some", ""])
def test_a_description_of_trade_that_does_not_fit_stops(bans: str) -> None:
    with pytest.raises(SourceChanged, match="described as"):
        shape(files("1,Iran,Japan,2000,2001,1,0,0,0,0,0", bans=bans), IssueLog("gsdb"))


def test_organisations_stay_whole_and_the_united_nations_are_left_out() -> None:
    log = IssueLog("gsdb")
    rows = (
        "1,Iran,EU,2000,2001,1,0,0,0,0,0",
        "2,Iran,UN,2000,2001,1,0,0,0,0,0",
        "3,Iran,ECOWAS,2000,2001,1,0,0,0,0,0",
        "4,Hong Kong,Japan,2000,2001,1,0,0,0,0,0",
    )
    found = shape(files(*rows), log)["cases"]
    assert found.select("case", "sender_group", "sender_cow", "target_cow").rows() == [
        (1, "EU", None, 630)
    ]
    assert {i.text.split(" ")[-1]: i.rows for i in log.issues}["ECOWAS"] == 1
    assert log.issues[0].rows == 1


def test_a_new_name_stops_and_says_where_to_map_it() -> None:
    with pytest.raises(SourceChanged, match=r"Ruritania.*sources/gsdb/source\.py"):
        shape(files("1,Ruritania,Japan,2000,2001,1,0,0,0,0,0"), IssueLog("gsdb"))


@pytest.mark.parametrize(
    ("row", "match"),
    [
        ("1,Iran,Japan,2000,2001,2,0,0,0,0,0", "trade is '2'"),
        ("1,Iran,Japan,2000,2001,,0,0,0,0,1", "trade is None"),
        ("1,Iran,Japan,2000,2001,0,0,0,0,0,0", "no kind"),
        ("1,Iran,Japan,2002,2001,1,0,0,0,0,0", "before it begins"),
    ],
)
def test_impossible_cases_stop(row: str, match: str) -> None:
    with pytest.raises(SourceChanged, match=match):
        shape(files(row), IssueLog("gsdb"))


def test_other_encodings_stop() -> None:
    other = files() | {FILE: f"{HEAD}\n1,Iran,Türkiye,2000,2001,1,0,0,0,0,0\n".encode("latin-1")}
    with pytest.raises(BadEncoding):
        checked(declaration("gsdb"), other)


def test_no_label_means_two_things() -> None:
    lists = (
        labels.NO_STATE,
        labels.UNKNOWN_MEMBERS,
        tuple(labels.ORGANISATIONS),
        tuple(labels.MAPPED),
    )
    every = [name for names in lists for name in names]
    assert len(set(every)) == len(every)


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    cases = load("gsdb").tables["cases"]

    def senders(target: str, year: int) -> int:
        live = (pl.col("begin") <= year) & (pl.col("end") >= year)
        return cases.filter(live & (pl.col("target") == target))["sender"].n_unique()

    assert [senders("Russia", y) for y in (2012, 2013, 2014, 2022, 2023)] == [0, 0, 13, 25, 31]
    assert senders("Iran", 2012) == 17, "18 with the United Nations"
    assert cases["begin"].min() == 1949
