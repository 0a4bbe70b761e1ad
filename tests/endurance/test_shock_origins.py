"""Events that tables date: what each origin finds, which of two stays, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from test_tested import ended, listed
from test_tested import fact as of_two

from daylight.core.refs import ref_of
from daylight.endurance.caveats import missing
from daylight.endurance.resilience import resilience
from daylight.endurance.shocks.event import Event, same
from daylight.endurance.shocks.kinds import DERIVED, KINDS, OWN
from daylight.endurance.shocks.listed import events, untold
from daylight.store.schemas.shocks import KINDS as OF_CATALOGUE

if TYPE_CHECKING:
    from conftest import AtlasOf

A, B, C, D = 365, 630, 2, 645
DAY = date(2012, 1, 1)
Row = dict[str, Any]


def fact(day: str, kind: str, a: int, b: int, text: str, **more: Any) -> Row:
    low, high = sorted((a, b))
    return of_two(day, kind) | {"a": low, "b": high, "text": text, "weight": 90} | more


def power(day: str, cow: int, kind: str, name: str, manner: str) -> Row:
    return {
        "cow": cow, "day": date.fromisoformat(day), "precision": "day", "kind": kind, "name": name,
        "manner": manner, "until": None, "until_precision": None, "open_to": DAY,
        "source": "archigos" if kind == "leader" else "gwf_regimes",
    }  # fmt: skip


def tie(measure: str, cow: int, partner: int, start: int, end: int, value: float = 1.0) -> Row:
    return {"measure": measure, "cow": cow, "partner": partner, "start": start, "end": end,
            "value": value}  # fmt: skip


EMPTY: dict[str, list[Row]] = {
    "dated_facts": [fact("1700-01-01", "trade", C, D, "none of ours")],
    "successions": [power("1990-01-01", C, "leader", "N", "irregular")],
    "ties": [tie("rivalry", 200, 220, 1950, 1951)],
    "coverage": [{"measure": "rivalry", "start": 1816, "end": 2020}],
}


def found(atlas_of: AtlasOf, until: date = DAY, **tables: list[Row]) -> list[Event]:
    book = atlas_of(EMPTY | tables)
    return list(events(book, ref_of(A, until), ref_of(B, until), until))


def kinds(made: list[Event]) -> list[tuple[str, str]]:
    return [(event.kind, event.title) for event in made]


def test_regimes_and_leaders_against_the_rules_are_events_and_no_others(atlas_of: AtlasOf) -> None:
    rows = [
        power("1979-01-16", B, "regime", "party-based", "unknown"),
        power("1979-02-01", B, "leader", "Khomeini", "irregular"),
        power("1953-08-19", B, "leader", "Mohammad Reza", "imposed"),
        power("1989-06-04", B, "leader", "Khamenei", "regular"),
        power("1946-01-01", A, "regime", "monarchy", "standing"),
        power("2010-01-01", A, "leader", "N", "unknown"),
    ]
    assert kinds(found(atlas_of, successions=rows)) == [
        ("leader_change", "Mohammad Reza is put in power from abroad in Iran"),
        ("regime_change", "Iran has a new regime, party-based"),
    ], "the regime and the leader of one month are one event"


def test_changes_of_one_day_in_two_states_are_two(atlas_of: AtlasOf) -> None:
    rows = [power("1991-08-21", cow, "regime", "personal", "unknown") for cow in (A, B)]
    assert len(found(atlas_of, successions=rows)) == 2


def test_wars_of_one_are_told_once_and_none_of_both_against_one(atlas_of: AtlasOf) -> None:
    years = {"precision": "year", "weight": 99}
    rows = [
        fact("1980-01-01", "war", B, D, "war", **years),
        fact("1981-01-01", "war", B, C, "war", **years),
        fact("1990-01-01", "war", A, C, "war", **years),
        fact("1991-01-01", "war", B, C, "war", **years),
        fact("2001-01-01", "force", A, C, "a clash"),
    ]
    (war,) = found(atlas_of, dated_facts=rows)
    assert (war.kind, war.title) == ("third_party_war", "Iran at war with Iraq and 1 more")


def test_a_war_that_is_known_to_the_year_is_none_before_its_end(atlas_of: AtlasOf) -> None:
    war = fact("1980-01-01", "war", B, D, "war", precision="year", weight=99)
    assert found(atlas_of, date(1980, 12, 30), dated_facts=[war]) == []


RIVALS = [tie("rivalry", C, B, 1982, 2020), tie("rivalry", D, B, 1958, 2020)]


def test_an_alliance_with_a_rival_of_the_other(atlas_of: AtlasOf) -> None:
    rows = [
        fact("1990-03-01", "promise", A, C, "treaty: defence"),
        fact("1991-03-01", "promise", A, C, "treaty: non-aggression", weight=70),
        fact("1992-03-01", "promise", A, 200, "treaty: defence"),
        fact("1993-03-01", "promise", A, C, "pact: defence"),
        fact("1993-03-01", "promise", A, D, "pact: defence"),
        fact("1995-03-01", "promise", A, C, "pact of all: defence"),
        fact("1995-03-01", "promise", B, C, "pact of all: defence"),
        fact("1970-03-01", "promise", A, C, "treaty: before they were rivals"),
        fact("1996-03-01", "promise", A, C, "in force: treaty: defence"),
    ]
    made = found(atlas_of, dated_facts=rows, ties=RIVALS)
    assert [event.title for event in made] == [
        "Soviet Union with the United States, a rival of Iran: treaty: defence",
        "Russia with the United States and 1 more, rivals of Iran: pact: defence",
    ]
    assert {event.kind for event in made} == {"treaty_with_rival"}


def test_votes_in_the_council_against_each_other_and_against_the_other(atlas_of: AtlasOf) -> None:
    on = {"precision": "day", "citation": "UN S/RES/1", "weight": 60}
    rows = [
        *(
            fact(day, "council", who, D, f"{what} UN sanctions on Iraq", actor=who, **on)
            for day, who, what in (
                ("2010-06-09", A, "Russia votes for"), ("2010-06-09", B, "Iran votes against"),
                ("2009-06-09", A, "Russia abstains on"), ("2009-06-09", B, "Iran votes for"),
            )
        ),
        fact("2006-12-23", "council", A, B, "Russia votes for UN sanctions on Iran", actor=A, **on),
        fact("2011-12-23", "council", A, B, "Russia votes for the nuclear deal with Iran", actor=A,
             **on),
        fact("1950-12-23", "veto", A, B, "Russia vetoes the admission of Iran to the UN", actor=A),
    ]  # fmt: skip
    assert kinds(found(atlas_of, dated_facts=rows)) == [
        ("vote_against", "Russia vetoes the admission of Iran to the UN"),
        ("vote_against", "Russia votes for UN sanctions on Iran"),
        ("vote_against", "Iran votes against UN sanctions on Iraq, Russia for"),
    ]


def test_a_bloc_that_one_left_is_an_act(atlas_of: AtlasOf) -> None:
    rows = [
        fact("1992-01-01", "bloc", A, B, "both in the CSTO"),
        fact("1999-04-02", "bloc", A, B, "Iran is no longer a full member of the CSTO", actor=B),
    ]
    (left,) = found(atlas_of, dated_facts=rows)
    assert (left.kind, left.expected, OWN[left.kind]) == ("bloc_exit", "rupture", "bloc")


def arms(*shares: tuple[int, int, float]) -> dict[str, list[Row]]:
    rows = [tie("arms_dependence", B, who, year, year, share) for who, year, share in shares]
    span = {"measure": "arms_dependence", "start": 1954, "end": 2020}
    return {"ties": rows, "coverage": [*EMPTY["coverage"], span]}


@pytest.mark.parametrize(
    ("shares", "years"),
    [
        (((A, 1990, 0.9), (A, 1991, 0.3), (C, 1991, 0.6), (C, 1992, 0.9)), [1991]),
        (((A, 1990, 0.9), (A, 1991, 0.35), (C, 1991, 0.36)), []),
        (((A, 1990, 0.9), (C, 1996, 0.9)), []),
        (((A, 1990, 0.9), (C, 1995, 0.9), (A, 1996, 0.9), (C, 1997, 0.9)), [1995, 1997]),
        (((D, 1990, 0.9), (C, 1991, 0.9)), []),
        (((A, 2011, 0.9), (C, 2012, 0.9)), []),
    ],
)
def test_another_main_supplier_of_arms(
    atlas_of: AtlasOf, shares: tuple[tuple[int, int, float], ...], years: list[int]
) -> None:
    made = found(atlas_of, **arms(*shares))
    assert [event.day.year for event in made] == years
    for event in made:
        assert event.kind == "supplier_switch"
        assert event.title == "Iran has the United States as main supplier of arms, not Russia"


def test_without_a_register_there_is_no_switch(atlas_of: AtlasOf) -> None:
    rows = arms((A, 1990, 0.9), (C, 1991, 0.9))["ties"]
    assert found(atlas_of, ties=rows) == []


def test_each_kind_that_tables_date_can_occur(atlas_of: AtlasOf) -> None:
    plain = ("war", "force", "crisis", "rebels", "break", "sanctions")
    until = {"precision": "day", "weight": 99}
    switch = arms((A, 1990, 0.9), (C, 1991, 0.9))
    made = found(
        atlas_of,
        dated_facts=[
            *(fact(f"{1950 + 3 * k}-05-01", kind, A, B, kind) for k, kind in enumerate(plain)),
            fact("1975-01-01", "bloc", A, B, "Iran is no longer a full member of X", actor=B),
            fact("1980-01-01", "war", A, D, "war", **until),
            fact("1985-01-01", "promise", A, C, "treaty: defence"),
            fact("2006-01-01", "council", A, B, "Russia votes for UN sanctions on Iran", actor=A),
        ],
        treaty_ends=[ended("1979-11-05", 3)],
        successions=[
            power("1953-08-19", B, "leader", "N", "imposed"),
            power("1993-08-19", A, "regime", "personal", "unknown"),
        ],
        coverage=switch["coverage"], ties=[*RIVALS, *switch["ties"]],
    )  # fmt: skip
    assert {event.kind for event in made} == set(DERIVED)
    assert set(DERIVED) | set(OF_CATALOGUE) == set(KINDS)
    assert set(OWN) <= set(KINDS)
    assert all(text.strip() for text in KINDS.values())


def test_an_older_atlas_tells_what_it_can_and_says_what_not(atlas_of: AtlasOf) -> None:
    book = atlas_of({"dated_facts": [fact("1990-03-01", "force", A, B, "a clash")]})
    assert [event.title for event in events(book, ref_of(A, DAY), ref_of(B, DAY), DAY)] == [
        "a clash"
    ]
    lacking = {origin.what for origin in untold(book)}
    assert "changes of regime and of leaders" in lacking
    assert "dated facts" not in lacking
    (caveat,) = missing(untold(book))
    assert "older than this Daylight" in caveat.text
    assert "changes of regime and of leaders" in caveat.text


def test_an_atlas_with_every_table_lacks_nothing(atlas_of: AtlasOf) -> None:
    book = atlas_of(EMPTY | {"shocks": [listed("2010-09-22", "other")],
                             "treaty_ends": [ended("1979-11-05", 3)]})  # fmt: skip
    assert untold(book) == ()
    assert list(missing(())) == []


def test_two_events_of_two_states_are_never_one() -> None:
    def one(of: int) -> Event:
        return Event(DAY, "day", "N", "regime_change", "strain", "c", None, "s", of)

    assert same(one(A), one(A))
    assert same(one(A), one(0)), "where it is not said whose it was"
    assert not same(one(A), one(B))


def test_a_war_is_dated_by_its_fighting_where_that_is_known(book: Any) -> None:
    """The dispute of Iran and Iraq began in 1979, the war in 1980."""
    found = resilience("RUS", "IRN", as_of="2017-02-01", atlas=book).shocks
    years = [one.date.year for one in found if "Iran at war with Iraq" in one.title]
    assert years == [1980]
