"""Sanctions: kinds counted once, organisations as their members, the year of both ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.measures import measure
from daylight.sources.gsdb.source import KINDS
from daylight.sources.gsdb.ties import TIE
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.spells import spells

pytestmark = pytest.mark.slow

CASE = {"case": pl.Int32, "sender": pl.String, "target": pl.String, "sender_cow": pl.Int16}
CASE |= {"target_cow": pl.Int16, "sender_group": pl.String, "target_group": pl.String}
CASE |= {"begin": pl.Int16, "end": pl.Int16} | dict.fromkeys(KINDS, pl.Int8)
SPELL = {"bloc": pl.String, "cow": pl.Int16, "start": pl.Date, "end": pl.Date, "status": pl.String}
GROUP = {"organisation": pl.String, "cow": pl.Int16, "start": pl.Int16, "end": pl.Int16}
BLOC = [
    ("EU", 220, date(1958, 1, 1), None, "full"),
    ("EU", 200, date(1973, 1, 1), date(2020, 2, 1), "full"),
    ("EU", 640, date(1999, 1, 1), None, "candidate"),
    ("EU", 350, date(1981, 1, 1), date(2010, 1, 1), "full"),
]


def case(
    sender: int | str, target: int | str, begin: int, end: int, *kinds: str
) -> tuple[Any, ...]:
    sides = [(s, None) if isinstance(s, int) else (None, s) for s in (sender, target)]
    flags = [int(kind in kinds) for kind in KINDS]
    (a, a_group), (b, b_group) = sides
    return (1, str(sender), str(target), a, b, a_group, b_group, begin, end, *flags)


def table(*cases: tuple[Any, ...]) -> pl.DataFrame:
    numbered = [(k, *row[1:]) for k, row in enumerate(cases)]
    groups = [("CoCom", 2, 1950, 1994), ("CoCom", 255, 1950, 1994)]
    tables = {
        "gsdb": {
            "cases": pl.DataFrame(numbered, CASE, orient="row"),
            "groups": pl.DataFrame(groups, GROUP, orient="row"),
        },
        "blocs": {
            "bloc_spells": pl.DataFrame(BLOC, SPELL, orient="row"),
            "blocs": pl.DataFrame({"bloc": ["EU"], "ties": ["yes"]}),
        },
    }
    log = IssueLog("ties")
    return spells(TIE, TIE.make(tables, log), log)


def found(made: pl.DataFrame) -> set[tuple[int, int, int, int, float]]:
    return set(made.select("cow", "partner", "start", "end", "value").rows())


def test_a_kind_counts_once_over_all_cases() -> None:
    one = case(2, 630, 1984, 1990, "trade", "financial")
    two = case(2, 630, 1989, 1992, "trade", "travel")
    assert found(table(one, two)) == {
        (2, 630, 1984, 1988, 2.0), (2, 630, 1989, 1990, 3.0), (2, 630, 1991, 1992, 2.0),
    }  # fmt: skip


def test_it_is_of_the_sender_towards_the_target() -> None:
    assert found(table(case(630, 2, 2022, 2023, "travel"))) == {(630, 2, 2022, 2023, 1.0)}


def test_members_count_while_they_are_full_members() -> None:
    got = found(table(case("EU", 365, 2008, 2023, "trade")))
    assert got == {
        (220, 365, 2008, 2023, 1.0), (200, 365, 2008, 2020, 1.0), (350, 365, 2008, 2009, 1.0),
    }  # fmt: skip


def test_members_of_a_sanctioned_organisation_are_targets_but_no_state_is_its_own() -> None:
    got = found(table(case(200, "EU", 2000, 2000, "trade")))
    assert got == {(200, 220, 2000, 2000, 1.0), (200, 350, 2000, 2000, 1.0)}


def test_groups_of_the_source_follow_the_numbers_of_germany() -> None:
    got = found(table(case("CoCom", 365, 1989, 1991, "trade")))
    assert got == {
        (2, 365, 1989, 1991, 1.0), (260, 365, 1989, 1990, 1.0), (255, 365, 1990, 1991, 1.0),
    }  # fmt: skip


def test_years_before_1950_and_states_that_were_not_there_are_left_out() -> None:
    assert found(table(case(2, 630, 1949, 1951, "arms"))) == {(2, 630, 1950, 1951, 1.0)}
    assert found(table(case(341, 2, 1999, 2008, "arms"))) == {(341, 2, 2006, 2008, 1.0)}


SPAN = st.tuples(st.integers(1950, 2023), st.integers(1950, 2023)).map(sorted)
ONE = st.tuples(SPAN, st.sets(st.sampled_from(KINDS), min_size=1))


@given(st.lists(ONE, min_size=1, max_size=6))
def test_the_number_is_of_the_kinds_in_force(cases: list[tuple[list[int], set[str]]]) -> None:
    rows = [case(2, 630, *span, *kinds) for span, kinds in cases]
    got = {
        year: value
        for start, end, value in table(*rows).select("start", "end", "value").rows()
        for year in range(start, end + 1)
    }
    for year in range(1950, 2024):
        live = [kinds for span, kinds in cases if span[0] <= year <= span[1]]
        assert got.get(year, 0) == len(set().union(*live))


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    tables = {name: load(name).tables for name in measure("sanctions").sources}
    log = IssueLog("ties")
    made = spells(TIE, TIE.make(tables, log), log)

    def value(sender: int, target: int, year: int) -> float:
        live = (pl.col("start") <= year) & (pl.col("end") >= year)
        mine = made.filter(live & (pl.col("cow") == sender) & (pl.col("partner") == target))
        return mine["value"].sum()

    assert value(2, 630, 2000) == 3
    assert value(2, 365, 2013) == 0
    assert value(2, 365, 2014) == 3
    assert value(220, 365, 2014) > 0, "France by the European Union"
    assert value(200, 365, 2020) > 0
    assert value(205, 365, 2013) == 0
    assert value(2, 365, 1955) == 1, "CoCom against the members of COMECON"
    assert value(365, 370, 2015) == 0
