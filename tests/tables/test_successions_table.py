"""The atlas table of leaders and regimes: where one list goes on from the other, and what is no
change."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from daylight.sources.kit.issues import IssueLog
from daylight.tables.successions.leaders import leaders
from daylight.tables.successions.regimes import regimes
from daylight.tables.successions.row import Succession, placed
from daylight.tables.successions.steps import TABLE, frame

UNTIL = date(2021, 2, 28)
OLD = ("cow", "name", "start", "end", "entry", "exit")
NEW = ("cow", "name", "start", "end")
STILL, END = "Still in Office", date(2015, 12, 31)
OBAMA = (2, "Obama", date(2009, 1, 20), END, "Regular", STILL)
REIGN = [
    (2, "Obama, B.", date(2009, 1, 20), date(2017, 1, 1)),
    (2, "Trump", date(2017, 1, 20), None),
]


def made(old: list[tuple[object, ...]], new: list[tuple[object, ...]]) -> list[Succession]:
    log = IssueLog("successions")
    then = pl.DataFrame(old, OLD, orient="row", schema_overrides={"cow": pl.Int16})
    later = pl.DataFrame(new, NEW, orient="row", schema_overrides={"cow": pl.Int16})
    return list(leaders(then, later, UNTIL, log))


def test_one_list_goes_on_from_the_other_where_both_name_the_same_leader() -> None:
    first, second = made([OBAMA], REIGN)
    assert (first.name, first.until, first.until_precision) == ("Obama", date(2017, 1, 1), "month")
    assert first.open_to is None
    assert (second.name, second.manner, second.until, second.open_to) == (
        "Trump", "unknown", None, UNTIL,
    )  # fmt: skip


def test_where_they_name_two_nothing_is_known_after_and_the_log_says_so() -> None:
    log = IssueLog("successions")
    other = [(2, "McCain", date(2009, 3, 1), date(2017, 1, 1)), REIGN[1]]
    rows = list(leaders(
        pl.DataFrame([OBAMA], OLD, orient="row", schema_overrides={"cow": pl.Int16}),
        pl.DataFrame(other, NEW, orient="row", schema_overrides={"cow": pl.Int16}), UNTIL, log,
    ))  # fmt: skip
    assert [(row.name, row.until, row.open_to) for row in rows] == [("Obama", None, END)]
    assert [(issue.rows, issue.text[-3:]) for issue in log.issues] == [(1, ": 2")]


def test_a_leader_who_is_spelt_otherwise_is_the_same_by_the_first_day() -> None:
    old = (371, "Sarkisyan", date(2008, 4, 9), END, "Regular", STILL)
    new = [(371, "Sargsyan", date(2008, 4, 9), date(2018, 4, 1)),
           (371, "Pashinyan", date(2018, 5, 8), None)]  # fmt: skip
    assert [row.name for row in made([old], new)] == ["Sarkisyan", "Pashinyan"]


def test_the_last_leader_of_archigos_who_had_gone_is_followed_by_the_one_of_that_day() -> None:
    day = date(2015, 8, 6)
    old = (290, "Komorowski", date(2010, 8, 6), day, "Regular", "Regular")
    new = [(290, "Komorowski", date(2010, 8, 6), date(2015, 8, 1)), (290, "Duda", day, None)]
    rows = made([old], new)
    assert [(row.name, row.until) for row in rows] == [("Komorowski", day), ("Duda", None)]


def test_one_state_under_two_numbers_has_one_line_of_leaders() -> None:
    old = (260, "Merkel", date(2005, 11, 22), END, "Regular", STILL)
    new = [(260, "Kohl", date(1982, 10, 1), date(1990, 10, 1)),
           (255, "Merkel", date(2005, 11, 22), None)]  # fmt: skip
    (row,) = made([old], new)
    assert row.open_to == UNTIL
    assert (placed(row) or row).cow == 255, "the number of the day"


@pytest.mark.parametrize(
    ("cow", "start", "day", "manner"),
    [
        (816, date(1945, 9, 2), date(1954, 7, 21), "standing"),
        (651, date(1936, 4, 28), date(1945, 1, 1), "standing"),
        (651, date(1952, 7, 23), date(1952, 7, 23), "irregular"),
    ],
)
def test_what_began_before_the_state_or_the_table_is_no_change(
    cow: int, start: date, day: date, manner: str
) -> None:
    row = Succession(
        cow, start, "day", "leader", "N", "irregular", date(1969, 1, 1), "day", None, "archigos"
    )
    got = placed(row)
    assert got
    assert (got.day, got.manner) == (day, manner)


def test_who_led_no_state_is_left_out() -> None:
    day = date(1945, 4, 29)
    row = Succession(
        305, day, "day", "leader", "Renner", "imposed", date(1945, 11, 28), "day", None, "archigos"
    )
    assert placed(row) is None
    log = IssueLog("successions")
    assert len(frame([row], log)) == 0
    assert [issue.rows for issue in log.issues] == [1]


def test_a_regime_that_follows_no_other_is_no_change_and_has_a_year() -> None:
    spells = [
        (651, "monarchy", date(1922, 2, 28), date(1952, 7, 23)),
        (651, "military personal", date(1952, 7, 23), None),
    ]
    table = pl.DataFrame(spells, ("cow", "regime", "start", "end"), orient="row")
    first, second = regimes(table, UNTIL, IssueLog("successions"))
    assert (first.day, first.precision, first.manner) == (date(1922, 1, 1), "year", "standing")
    assert (second.day, second.precision, second.manner) == (date(1952, 7, 23), "day", "unknown")
    rows = frame([first, second], IssueLog("successions"))
    assert tuple(rows.columns) == tuple(TABLE.columns)
    assert rows["day"].to_list() == [date(1945, 1, 1), date(1952, 7, 23)]
