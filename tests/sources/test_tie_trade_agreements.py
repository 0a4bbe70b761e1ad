"""Trade agreements: in force from when to when, and how deep the deepest is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources.desta.in_force import END, in_force
from daylight.sources.desta.ties import ANY_AGREEMENT, DEPTH
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.spells import spells

pytestmark = pytest.mark.slow

Tables = dict[str, pl.DataFrame]
DYAD = {"a": pl.Int16, "b": pl.Int16, "number": pl.String, "base": pl.String, "name": pl.String}
DYAD |= {"start": pl.Int16, "depth": pl.Int16}
LEFT = {"a": pl.Int16, "b": pl.Int16, "base": pl.String, "year": pl.Int16}
BY = {"base": pl.String, "by": pl.String, "citation": pl.String}
OVER = {"base": pl.String, "cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16}
OVER |= {"citation": pl.String}


def desta(
    *dyads: tuple[int, int, str, int, int | None],
    left: tuple[Any, ...] = (),
    by: tuple[Any, ...] = (),
    over: tuple[Any, ...] = (),
) -> Tables:
    """Tables of the source from a, b, number, start and depth."""
    full = [(a, b, n, n.split("+")[0], n, start, depth) for a, b, n, start, depth in dyads]
    return {
        "dyads": pl.DataFrame(full, DYAD, orient="row"),
        "withdrawals": pl.DataFrame(list(left), LEFT, orient="row"),
        "replaced": pl.DataFrame([(*row, "c") for row in by], BY, orient="row"),
        "ended": pl.DataFrame([(*row, "c") for row in over], OVER, orient="row"),
    }


def depths(tables: Tables, a: int, b: int) -> list[tuple[int, int, float | None]]:
    """Return the spells of a pair: start, end, value."""
    log = IssueLog("ties")
    table = spells(DEPTH, DEPTH.make({"desta": tables}, log), log)
    mine = table.filter((pl.col("cow") == a) & (pl.col("partner") == b))
    return mine.select("start", "end", "value").rows()


def test_an_accession_holds_from_its_own_year() -> None:
    found = desta((365, 370, "1", 1995, 2), (365, 371, "1+1", 2001, 2))
    assert depths(found, 365, 370) == [(1995, END, 2.0)]
    assert depths(found, 365, 371) == [(2001, END, 2.0)]
    assert depths(found, 370, 371) == []


def test_the_year_of_withdrawal_still_counts_and_an_earlier_one_does_not() -> None:
    found = desta((200, 220, "1", 1973, 4), left=((200, 220, "1", 2020), (200, 220, "1", 1960)))
    assert depths(found, 200, 220) == [(1973, 2020, 4.0)]


def test_a_withdrawal_from_another_agreement_changes_nothing() -> None:
    found = desta((200, 220, "1", 1973, 4), left=((200, 220, "2", 2020),))
    assert depths(found, 200, 220) == [(1973, END, 4.0)]


def test_what_is_replaced_ends_only_between_those_who_have_the_new_one() -> None:
    found = desta(
        (255, 344, "1", 2005, 6), (255, 345, "1", 2005, 6), (255, 344, "2", 2013, 5),
        by=(("1", "2"),),
    )  # fmt: skip
    assert depths(found, 255, 344) == [(2005, 2012, 6.0), (2013, END, 5.0)]
    assert depths(found, 255, 345) == [(2005, END, 6.0)]


def test_ends_of_all_of_one_party_and_of_a_pair() -> None:
    rows = ((2, 20, "1", 1980, 1), (2, 70, "1", 1980, 1), (20, 70, "1", 1980, 1))
    every = desta(*rows, over=(("1", None, None, 1990),))
    assert depths(every, 2, 20) == depths(every, 20, 70) == [(1980, 1990, 1.0)]
    one = desta(*rows, over=(("1", 20, None, 1990),))
    assert depths(one, 2, 20) == depths(one, 20, 70) == [(1980, 1990, 1.0)]
    assert depths(one, 2, 70) == [(1980, END, 1.0)]
    pair = desta(*rows, over=(("1", 70, 20, 1990),))
    assert depths(pair, 20, 70) == [(1980, 1990, 1.0)]
    assert depths(pair, 2, 20) == [(1980, END, 1.0)]


def test_the_deepest_counts_and_a_newer_uncoded_one_makes_it_unknown() -> None:
    found = desta((2, 20, "1", 1980, 4), (2, 20, "2", 1990, 1), (2, 20, "3", 2000, None))
    assert depths(found, 2, 20) == [(1980, 1999, 4.0), (2000, END, None)]


def test_an_older_uncoded_one_is_no_deeper_and_nothing_is_deeper_than_seven() -> None:
    assert depths(desta((2, 20, "1", 1980, None), (2, 20, "2", 1990, 2)), 2, 20) == [
        (1980, 1989, None), (1990, END, 2.0),
    ]  # fmt: skip
    assert depths(desta((2, 20, "1", 1980, 7), (2, 20, "2", 1990, None)), 2, 20) == [
        (1980, END, 7.0)
    ]


def test_states_have_their_number_of_the_year() -> None:
    found = desta((220, 255, "1", 1958, 4), (316, 375, "2", 1975, 1))
    assert depths(found, 220, 260) == [(1958, 1990, 4.0)]
    assert depths(found, 220, 255) == [(1990, END, 4.0)]
    assert depths(found, 315, 375) == [(1975, 1992, 1.0)]
    assert depths(found, 316, 375) == [(1993, END, 1.0)]


YEAR = st.integers(1950, 2020)


@given(st.lists(st.tuples(YEAR, st.none() | st.integers(0, 7)), min_size=1, max_size=5), YEAR)
def test_no_value_depends_on_what_came_later(
    agreements: list[tuple[int, int | None]], year: int
) -> None:
    def until(last: int) -> dict[int, float | None]:
        rows = [(2, 20, str(k), y, d) for k, (y, d) in enumerate(agreements) if y <= last]
        made = DEPTH.make({"desta": desta(*rows)}, IssueLog("ties")).rows
        return {y: v for y, v in made.select("year", "value").rows() if y <= year}

    assert until(year) == until(2023)


@given(st.lists(st.tuples(YEAR, st.integers(0, 7)), min_size=1, max_size=5))
def test_an_agreement_is_there_whenever_it_has_a_depth(agreements: list[tuple[int, int]]) -> None:
    tables = {"desta": desta(*((2, 20, str(k), y, d) for k, (y, d) in enumerate(agreements)))}
    log = IssueLog("ties")
    some, deep = ANY_AGREEMENT.make(tables, log).rows, DEPTH.make(tables, log).rows
    assert set(some["year"]) == set(deep["year"]) == set(range(min(agreements)[0], END + 1))
    assert in_force(tables["desta"])["depth"].max() == max(d for _, d in agreements)


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    tables, log = {"desta": load("desta").tables}, IssueLog("ties")
    some = spells(ANY_AGREEMENT, ANY_AGREEMENT.make(tables, log), log)

    def years(a: int, b: int) -> list[tuple[int, int]]:
        mine = some.filter((pl.col("cow") == a) & (pl.col("partner") == b))
        return mine.select("start", "end").rows()

    assert years(365, 630) == [(2019, END)], "Eurasian Economic Union and Iran, signed in 2018"
    assert years(365, 816) == [(2016, END)], "Eurasian Economic Union and Vietnam"
    assert years(365, 370) == [(1994, END)]
    assert years(365, 369) == [(1994, 2015)], "Russia suspended the free trade area in 2016"
    assert years(200, 220) == [(1973, END)]
    assert years(200, 475) == [(1976, 2020)], "the United Kingdom left Cotonou with the Union"
    assert years(652, 640) == []
    assert years(640, 652) == [(2007, 2011)]
    assert depths(tables["desta"], 200, 220) == [
        (1973, 1992, 4.0),
        (1993, 2020, 5.0),
        (2021, END, None),
    ]
    assert depths(tables["desta"], 255, 344) == [(2005, 2012, 6.0), (2013, END, 5.0)]
    assert depths(tables["desta"], 365, 370)[-2:] == [(2012, 2014, 2.0), (2015, END, None)]
