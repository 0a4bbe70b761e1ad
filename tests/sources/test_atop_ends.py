"""Ends of shared membership: whose day it is, who left first, and whether a phase follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.atop.ends import ENDS, treaty_ends
from daylight.sources.atop.read import OBLIGATIONS
from daylight.sources.kit.load import load

Row = dict[str, Any]


def member(state: int, entry: str, end: str | None, mode: int = 3, **other: Any) -> Row:
    row: Row = {"atopid": 1, "member": state, "phase": 0, "bilat": 0, "mode": mode}
    for name, text in (("entry", entry), ("exit", end)):
        year, month, day = [*(int(part) for part in (text or "0").split("-")), 0, 0][:3]
        row |= {name: year, f"{name}_month": month, f"{name}_day": day or None}
    return row | dict.fromkeys(OBLIGATIONS, 0) | other


def ends(*members: Row) -> list[Row]:
    table = treaty_ends(pl.DataFrame(members, infer_schema_length=None))
    assert table.schema == pl.Schema(ENDS)
    return table.rows(named=True)


def test_two_that_end_together_have_one_day_and_nobody_left() -> None:
    (end,) = ends(member(651, "1971-5-27", "1976-3-15", defense=1), member(365, "1971-5-27",
                  "1976-3-15", consul=1, bilat=1))  # fmt: skip
    assert (end["a"], end["b"], end["date"]) == (365, 651, date(1976, 3, 15))
    assert (end["ab"], end["ba"], end["leaver"], end["mode"]) == (16, 1, None, 3)
    assert end["precision"] == "day" and end["bilateral"] and not end["next_phase"]


def test_one_that_leaves_ends_it_with_each_that_stays_or_leaves_later() -> None:
    rows = ends(
        member(2, "1951-9-1", None, 0), member(900, "1951-9-1", "1990-1-1", 1),
        member(920, "1951-9-1", "1986-9-17", 4),
    )  # fmt: skip
    assert [(r["a"], r["b"], r["date"], r["leaver"], r["mode"]) for r in rows] == [
        (2, 900, date(1990, 1, 1), 900, 1), (2, 920, date(1986, 9, 17), 920, 4),
        (900, 920, date(1986, 9, 17), 920, 4),
    ]  # fmt: skip


def test_an_end_known_to_the_month_does_not_say_who_left_first_in_it() -> None:
    (end,) = ends(member(2, "1950", "1960-4"), member(200, "1950", "1960-4-9"))
    assert (end["date"], end["precision"], end["leaver"]) == (date(1960, 4, 1), "month", None)


def test_codes_that_differ_on_one_day_or_say_that_it_goes_on_give_none() -> None:
    (end,) = ends(member(2, "1950", "1960-4-9", 1), member(200, "1950", "1960-4-9", 3))
    assert end["mode"] is None
    (end,) = ends(member(2, "1950", "1960-4-9", 0), member(200, "1950", "1960-4-9", 0))
    assert end["mode"] is None


def test_two_that_were_no_members_at_one_time_shared_nothing() -> None:
    assert not ends(member(2, "1950-1-1", "1960-4-9"), member(200, "1961-1-1", "1962-1-1"))
    assert not ends(member(2, "1950-1-1", None, 0), member(200, "1961-1-1", None, 0))


def test_a_phase_that_follows_in_the_year_is_seen_and_a_later_one_is_not() -> None:
    first = [member(s, "1992-5-15", "2002-10-6", 2, phase=1) for s in (365, 371, 704)]
    second = [member(365, "2002-10-7", None, 0, phase=2), member(371, "2002-10-7", None, 0,
              phase=2), member(704, "2006-8-16", "2012-6-28", 3, phase=2)]  # fmt: skip
    rows = ends(*first, *second)
    assert [(r["phase"], r["a"], r["b"], r["next_phase"]) for r in rows] == [
        (1, 365, 371, True), (1, 365, 704, False), (1, 371, 704, False),
        (2, 365, 704, False), (2, 371, 704, False),
    ]  # fmt: skip


def test_a_code_or_date_that_is_none_stops() -> None:
    for mode in (7, None):
        with pytest.raises(SourceChanged, match="termmode"):
            ends(member(2, "1950", "1960", 3) | {"mode": mode}, member(200, "1950", "1960"))
    with pytest.raises(SourceChanged, match="is no date"):
        ends(member(2, "1950-13-1", "1960"), member(200, "1950", "1960"))


@pytest.mark.mirror
def test_ends_of_the_release(mirror: Path) -> None:
    table = load("atop").tables["treaty_ends"]
    assert len(table) == 5041
    assert table["next_phase"].sum() == 2231 and table["leaver"].count() == 626
    assert table.filter(pl.col("precision") == "day").height == 4978

    def of(number: int, a: int, b: int) -> list[tuple[Any, ...]]:
        pair = (pl.col("atopid") == number) & (pl.col("a") == a) & (pl.col("b") == b)
        return table.filter(pair).select("date", "leaver", "ab", "ba", "next_phase").rows()

    assert of(3670, 365, 651) == [(date(1976, 3, 15), None, 24, 24, False)]
    assert of(3215, 2, 920)[0][:2] == (date(1986, 9, 17), 920)
    assert [row[1] for row in of(4220, 365, 704)] == [704, 704]
    assert [row[4] for row in of(4220, 365, 705)] == [True]
