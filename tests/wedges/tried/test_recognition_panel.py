"""The contest over recognition: who is at risk, what counts as an exit, and no look ahead."""

from __future__ import annotations

import csv
from datetime import date
from importlib import resources
from typing import Any

import pytest

from daylight.sources.kit.load import load
from daylight.wedges.tried.contest import Year
from daylight.wedges.tried.recognition import (
    AFTER,
    BEFORE,
    PERIODS,
    TRUCE,
    comparisons,
    contest,
    rates,
    years,
)

Row = dict[str, Any]
END = date(2025, 12, 31)


def spell(cow: int, recognised: str, start: str, end: str | None = None, sure: bool = True) -> Row:
    return {
        "cow": cow, "recognised": recognised, "start": date.fromisoformat(start),
        "end": date.fromisoformat(end) if end else None, "confirmed": sure,
    }  # fmt: skip


def switch(day: str, **changed: Any) -> Row:
    row = {
        "cow": 1, "date": date.fromisoformat(day), "left": "ROC", "joined": "PRC",
        "outcome": "moved", "bidders": "PRC", "driver": "inducement", "winner_offer": None,
        "loser_offer": None,
    }  # fmt: skip
    for name in ("winner_million", "loser_million", "ask_million"):
        row |= {name: None, f"{name}_checked": None}
    return row | changed


STAYS = spell(1, "ROC", "1950-06-01")
GOES = [spell(2, "ROC", "1950-06-01", "1952-05-31"), spell(2, "PRC", "1952-06-01")]


def one(year: int, *rows: Row, confirmed: bool = False) -> Year:
    return next(y for y in years(rows, END, confirmed) if y.year == year)


def test_who_is_at_risk_leaves_and_enters() -> None:
    rows = (STAYS, *GOES)
    assert one(1950, *rows) == Year(1950, 0, 0, 2)
    assert one(1951, *rows) == Year(1951, 2, 0, 0)
    assert one(1952, *rows) == Year(1952, 2, 1, 0)
    assert one(1953, *rows) == Year(1953, 1, 0, 0)


def test_a_departure_to_neither_is_an_exit_and_the_end_of_a_state_is_none() -> None:
    gone = [GOES[0], GOES[1] | {"recognised": "none"}]
    assert one(1952, *gone).exits == 1
    assert one(1952, GOES[0]) == Year(1952, 0, 0, 0)


def test_both_is_with_taipei_and_a_return_within_the_year_does_not_show() -> None:
    assert one(1952, GOES[0], GOES[1] | {"recognised": "both"}).exits == 0
    back = [
        spell(3, "ROC", "1950-01-01", "1952-02-01"), spell(3, "PRC", "1952-02-02", "1952-09-01"),
        spell(3, "ROC", "1952-09-02"),
    ]  # fmt: skip
    assert one(1952, *back) == Year(1952, 1, 0, 0)


def test_confirmed_counts_what_is_sure_at_both_ends_of_a_year() -> None:
    weak = GOES[1] | {"confirmed": False}
    assert one(1951, GOES[0], weak, confirmed=True).at_risk == 1
    assert one(1952, GOES[0], weak, confirmed=True) == Year(1952, 0, 0, 0)
    assert one(1950, STAYS | {"confirmed": False}, confirmed=True).entries == 0


def test_only_whole_years_count() -> None:
    assert years([STAYS], date(1952, 12, 30))[-1].year == 1951
    assert years([STAYS], date(1952, 12, 31))[-1].year == 1952


def listed() -> tuple[list[Row], list[Row]]:
    tables = load("recognition").tables
    spells, switches = tables["spells"], tables["switches"]
    return list(spells.iter_rows(named=True)), list(switches.iter_rows(named=True))


@pytest.mark.parametrize("day", [date(1975, 6, 1), date(2007, 12, 31), date(2016, 3, 17)])
def test_nothing_later_is_looked_at(day: date) -> None:
    spells, switches = listed()
    known = [
        row | {"end": row["end"] if row["end"] and row["end"] <= day else None}
        for row in spells
        if row["start"] <= day
    ]
    then = [row for row in switches if row["date"] <= day]
    assert contest(spells, switches, day) == contest(known, then, day)


def test_before_the_truce_there_is_nothing_to_compare() -> None:
    spells, switches = listed()
    assert contest(spells, switches, date(2007, 12, 31)).comparisons == ()
    during = contest(spells, switches, date(2015, 12, 31))
    assert [c.bidding.period for c in during.comparisons] == [BEFORE]
    assert [r.period for r in during.rates][-1] == TRUCE
    alone = comparisons([Year(2008, 0, 0, 0), Year(2016, 5, 1, 0)])
    assert {c.p for c in alone} == {None}
    assert alone[0].truce.value is None


NOTES = {
    "1950-70": (1051, 23, 40),
    "1971-78": (297, 45, 3),
    "1979-89": (252, 7, 11),
    BEFORE: (502, 19, 16),
    TRUCE: (182, 1, 0),
    AFTER: (163, 10, 0),
}
"""State-years, exits and entries that were counted by hand, with the Holy See."""


def test_the_figures_counted_by_hand_and_why_they_differ() -> None:
    """One state-year more in each year for the Holy See; South Vietnam ended, and did not leave."""
    folder = resources.files("daylight.sources.recognition")
    with folder.joinpath("spells.csv").open(encoding="utf-8") as file:
        holy_see = [row for row in csv.DictReader(file) if row["state"] == "VAT"]
    assert [(row["recognised"], row["censored"], row["end"]) for row in holy_see] == [
        ("ROC", "yes", "")
    ]
    spells, switches = listed()
    got = {r.period: (r.state_years, r.exits, r.entries) for r in
           contest(spells, switches, END).rates}  # fmt: skip
    saigon = [row for row in spells if row["cow"] == 817]
    assert saigon[-1]["end"] == date(1975, 4, 30)
    for period, (n, exits, entries) in NOTES.items():
        first, last = PERIODS[period]
        ended = int(first <= 1975 <= last)
        with_holy_see = min(last, END.year) - first + 1
        assert got[period] == (n - with_holy_see - ended, exits - ended, entries), period
    by_hand = {BEFORE: 0.038, TRUCE: 0.005, AFTER: 0.061}
    for period, value in by_hand.items():
        n, exits, _ = got[period]
        years_of_it = min(PERIODS[period][1], END.year) - PERIODS[period][0] + 1
        assert round(exits / (n + years_of_it), 3) == value


def test_since_1990_every_state_year_is_confirmed() -> None:
    made = contest(*listed(), END)
    since = [r for r in made.rates if r.first >= 1990]
    assert since == [r for r in made.confirmed_rates if r.first >= 1990]
    assert len(since) == 3
    both = made.comparisons[-1]
    assert (both.truce.exits, both.bidding.exits) == (1, 29)
    assert both.p is not None
    assert both.p < 0.05


def test_a_rate_stands_within_its_interval() -> None:
    for rate in rates(years(listed()[0], END)):
        assert rate.lo is not None
        assert rate.hi is not None
        assert rate.value is not None
        assert 0 <= rate.lo <= rate.value <= rate.hi <= 1


def test_what_became_of_bids() -> None:
    rows = [
        switch("1990-01-01", winner_offer="aid", winner_million=4e6, winner_million_checked="page"),
        switch(
            "1991-01-01",
            loser_offer="more aid",
            loser_million=9e6,
            loser_million_checked="recalled",
        ),
        switch("1992-01-01", outcome="stayed"),
        switch("2009-01-01", outcome="stayed", bidders="none", driver="truce_refusal"),
        switch("2010-01-01", outcome="stayed", bidders="none", driver="truce"),
        switch(
            "2011-01-01",
            left="PRC",
            joined="ROC",
            winner_million=6e6,
            winner_million_checked="page",
        ),
        switch(
            "2013-01-01", outcome="left", joined="none", ask_million=1e7, ask_million_checked="page"
        ),
    ]
    made = contest([], rows, END)
    peking, taipei = made.bids
    assert (peking.moved, peking.with_offer, peking.against_offer) == (2, 1, 1)
    assert (peking.refused, peking.declined, peking.unbid) == (1, 1, 1)
    assert (taipei.side, taipei.moved, taipei.refused) == ("ROC", 1, 0)
    assert [(a.made, a.checked, a.n, a.median_million) for a in made.amounts] == [
        ("offer of the winner", "page", 2, 5e6),
        ("offer of the other", "recalled", 1, 9e6),
        ("asked by the state", "page", 1, 1e7),
    ]
    earlier = contest([], rows, date(1990, 6, 1))
    assert [b.moved for b in earlier.bids] == [1, 0]
    assert [a.n for a in earlier.amounts] == [1]
