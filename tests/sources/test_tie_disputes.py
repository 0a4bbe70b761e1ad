"""Disputes between states and on one side: who is paired, when, and at which level."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load
from daylight.sources.kit.ties.spells import cover, spells
from daylight.sources.mid.pairs import together
from daylight.sources.mid.ties import DISPUTES, SAME_SIDE

Part = tuple[int, int, bool, date, date, int]
Clash = tuple[int, int, int, bool, date, date, int]
PART = {
    "dispute": pl.Int32, "cow": pl.Int16, "side_a": pl.Boolean,
    "start": pl.Date, "end": pl.Date, "level": pl.Int8,
}  # fmt: skip


def day(year: int, month: int = 1, number: int = 1) -> date:
    return date(year, month, number)


def mid(parts: list[Part], clashes: list[Clash] | None = None) -> dict[str, Tables]:
    incident = {"dispute": pl.Int32, "incident": pl.Int32} | PART
    return {
        "mid": {
            "participants": pl.DataFrame(parts, PART, orient="row"),
            "incident_participants": pl.DataFrame(clashes or [], incident, orient="row"),
        }
    }


def values(parts: list[Part], clashes: list[Clash] | None = None) -> dict[tuple[int, ...], int]:
    rows = DISPUTES.make(mid(parts, clashes), IssueLog("ties")).rows
    return {(a, b, y): v for a, b, y, v in rows.select("cow", "partner", "year", "value").rows()}


def test_opponents_at_the_same_time_are_paired_at_the_higher_level() -> None:
    got = values([
        (1, 365, True, day(1960, 12, 1), day(1961, 2, 1), 4),
        (1, 2, False, day(1960, 11, 1), day(1961, 1, 1), 1),
    ])  # fmt: skip
    assert got == {(2, 365, 1960): 4, (2, 365, 1961): 4}


def test_a_day_apart_is_no_pair_and_one_day_is_one() -> None:
    first = (1, 2, True, day(1960), day(1960, 3, 1), 3)
    touch = (1, 365, False, day(1960, 3, 1), day(1960, 9, 1), 3)
    after = (1, 365, False, day(1960, 3, 2), day(1960, 9, 1), 3)
    assert values([first, touch]) == {(2, 365, 1960): 3}
    assert values([first, after]) == {}


def test_the_highest_dispute_of_the_year_counts() -> None:
    got = values([
        (1, 2, True, day(1960), day(1960), 2), (1, 365, False, day(1960), day(1960), 1),
        (2, 2, True, day(1960), day(1960), 4), (2, 365, False, day(1960), day(1960), 1),
    ])  # fmt: skip
    assert got == {(2, 365, 1960): 4}


def test_war_needs_two_where_others_took_part() -> None:
    """The Soviet Union threatened over Vietnam; the war of the United States was with Hanoi."""
    over = [
        (1, 2, True, day(1965), day(1965), 5),
        (1, 365, False, day(1965), day(1965), 2),
        (1, 816, False, day(1965), day(1965), 5),
    ]
    assert values(over) == {(2, 365, 1965): 4, (2, 816, 1965): 5}
    assert values([over[0], (1, 816, False, day(1965), day(1965), 4)]) == {(2, 816, 1965): 5}


def test_incidents_say_who_met_and_how_in_each_year() -> None:
    long = day(1997), day(2003, 5, 1)
    parts: list[Part] = [
        (1, 2, True, *long, 5),
        (1, 645, False, *long, 5),
        (1, 690, True, *long, 1),
    ]
    flight = day(1998, 2, 1), day(1998, 2, 1)
    threat = day(2000, 2, 1), day(2000, 2, 1)
    war = day(2002, 3, 1), day(2002, 3, 1)
    clashes: list[Clash] = [
        (1, 11, 2, True, *flight, 4), (1, 11, 645, False, *flight, 1),
        (1, 12, 645, True, *threat, 2), (1, 12, 690, False, *threat, 1),
        (1, 13, 2, True, *war, 5), (1, 13, 645, False, *war, 5),
    ]  # fmt: skip
    log = IssueLog("ties")
    rows = DISPUTES.make(mid(parts, clashes), log).rows
    assert sorted(rows.select("cow", "partner", "year", "value").rows()) == [
        (2, 645, 1998, 4),
        (2, 645, 2002, 5),
        (2, 645, 2003, 5),
        (645, 690, 2000, 2),
    ]
    # 1997 and 1999 to 2001 of the first pair, and all years but 2000 of the other.
    assert [i.rows for i in log.issues] == [4 + 6]


def test_no_later_year_changes_an_earlier_one() -> None:
    long = day(1997), day(2003, 5, 1)
    parts: list[Part] = [(1, 2, True, *long, 5), (1, 645, False, *long, 5)]
    at = [day(year, 6, 1) for year in (1997, 1999, 2001)]
    clashes: list[Clash] = [
        (1, k, cow, cow == 2, when, when, level)
        for k, (when, level) in enumerate(zip(at, (3, 5, 3), strict=True))
        for cow in (2, 645)
    ]
    whole = values(parts, clashes)
    for before, after in pairwise(range(1997, 2004)):
        known = [row for row in clashes if row[4].year <= before]
        then = {key: value for key, value in values(parts, known).items() if key[2] < after}
        assert then == {key: value for key, value in whole.items() if key[2] < after}


def test_allies_of_a_dispute_are_counted_once_a_dispute() -> None:
    tables = mid([
        (1, 2, True, day(1991), day(1991, 3, 1), 5), (1, 200, True, day(1991), day(1991, 3, 1), 5),
        (1, 645, False, day(1990), day(1991, 3, 1), 5),
        (1, 2, True, day(1991, 9, 1), day(1992), 3), (1, 200, True, day(1991, 9, 1), day(1992), 3),
        (2, 2, False, day(1991), day(1991), 1), (2, 200, False, day(1991), day(1991), 1),
        (2, 620, True, day(1991), day(1991), 3),
    ])  # fmt: skip
    rows = SAME_SIDE.make(tables, IssueLog("ties")).rows
    assert sorted(rows.rows()) == [(2, 200, 1991, 2), (2, 200, 1992, 1)]


def test_a_part_that_ends_before_it_starts_stops() -> None:
    with pytest.raises(SourceChanged, match="ends before it starts"):
        values([(1, 2, True, day(1960), day(1959), 3)])


def test_absence_is_none_from_1816_to_2014_for_all_pairs() -> None:
    made = DISPUTES.make(mid([]), IssueLog("ties"))
    assert cover(DISPUTES, made).rows() == [("disputes", 0, 0, 1816, 2014)]


days = st.dates(day(1950), day(1960, 12, 31))
parts = st.tuples(
    st.just(1), st.sampled_from([2, 20, 200, 365]), st.booleans(), days, days, st.integers(1, 5)
).map(lambda p: (*p[:3], min(p[3:5]), max(p[3:5]), p[5]))


@given(st.lists(parts, max_size=6))
def test_turning_the_sides_round_changes_nothing(drawn: list[Part]) -> None:
    frame = pl.DataFrame(drawn, PART, orient="row")
    turned = frame.with_columns(~pl.col("side_a"))
    for opposed in (True, False):
        one = together(frame, ["dispute"], opposed=opposed)
        other = together(turned[::-1], ["dispute"], opposed=opposed)
        assert sorted(one.rows()) == sorted(other.rows())
        assert (one["cow"] < one["partner"]).all()


@pytest.mark.mirror
def test_known_dyads(mirror: Path) -> None:
    tables = load("mid").tables
    log = IssueLog("ties")
    rows = DISPUTES.make({"mid": tables}, log).rows

    def of(a: int, b: int) -> dict[int, int]:
        pair = rows.filter((pl.col("cow") == a) & (pl.col("partner") == b))
        return dict(pair.select("year", "value").iter_rows())

    assert of(365, 369)[2014] == 4
    assert of(750, 770)[1971] == of(750, 770)[1999] == 5
    assert of(365, 710)[1969] == 4
    assert {year: of(345, 365)[year] for year in range(1949, 1953)} == dict.fromkeys(
        range(1949, 1953), 4
    )
    assert of(2, 645)[2002] == 4
    assert of(2, 645)[2003] == 5
    assert 5 not in of(2, 365).values()
    found = spells(DISPUTES, DISPUTES.make({"mid": tables}, log), log)
    assert found["value"].min() == 2.0


@pytest.mark.mirror
def test_dispute_years_of_two_pairs_as_the_published_dyads_count_them(mirror: Path) -> None:
    """The directed dyadic file of peacesciencer has 25 and 22 dispute-years for the two."""
    pairs = together(load("mid").tables["participants"], ["dispute"], opposed=True)
    count = {
        (a, b): len(pairs.filter((pl.col("cow") == a) & (pl.col("partner") == b)))
        for a, b in ((2, 630), (365, 630))
    }
    assert count == {(2, 630): 25, (365, 630): 22}
