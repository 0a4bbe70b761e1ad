"""One event of two sources is one fact with both; two events stay two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows_of_facts import told

from daylight.facts.same import from_two_sources, newest_totals, through_numbers

DAY = date(2000, 1, 1)


def test_one_war_of_two_sources_has_both_and_the_better_day() -> None:
    to_the_year = told(kind="war", precision="year", source=("ucdp",), citation=("UCDP 1",))
    to_the_day = told(kind="war", day=date(2000, 9, 27), source=("relations",), citation=("u",))
    (both,) = from_two_sources([to_the_year, to_the_day])
    assert both.source == ("relations", "ucdp")
    assert both.citation == ("u", "UCDP 1")
    assert (both.day, both.precision) == (date(2000, 9, 27), "day")


@pytest.mark.parametrize(
    "other",
    [
        told(kind="crisis", source=("icb",)),
        told(day=DAY + timedelta(days=400), source=("ucdp",)),
        told(),
        told(source=("ucdp",), actor=365),
    ],
    ids=["another kind", "over a year later", "one source", "another actor"],
)
def test_two_events_stay_two(other: object) -> None:
    one = told(actor=2) if getattr(other, "actor", 0) else told()
    assert len(from_two_sources([one, other])) == 2  # type: ignore[list-item]


def test_a_treaty_is_the_same_only_on_about_the_same_day() -> None:
    signed = told(kind="promise", source=("atop",), standing="last_seen", held=date(2018, 12, 31))
    peace = told(kind="peace", weight=92, source=("relations",))
    (both,) = from_two_sources([signed, peace])
    assert (both.kind, both.standing, both.held) == ("peace", "last_seen", date(2018, 12, 31))
    later = replace(peace, day=DAY + timedelta(days=20))
    assert len(from_two_sources([signed, later])) == 2


def test_what_goes_on_under_another_number_is_one_fact() -> None:
    west = told(day=date(1963, 1, 22), standing="ended", held=date(1990, 12, 31), kind="promise",
                until=date(1990, 12, 31), until_precision="year")  # fmt: skip
    whole = told(day=date(1990, 1, 1), precision="year", standing="last_seen", kind="promise",
                 held=date(2018, 12, 31))  # fmt: skip
    (joined,) = through_numbers([((220, 255), whole), ((220, 260), west)])
    assert (joined.day, joined.precision, joined.standing) == (west.day, "day", "last_seen")
    assert len(through_numbers([((220, 260), whole), ((220, 260), west)])) == 2, "one number"
    other = replace(whole, text="y")
    assert len(through_numbers([((220, 255), other), ((220, 260), west)])) == 2, "another text"


def test_a_total_takes_the_place_of_the_one_before() -> None:
    totals = [told(kind="aid", day=date(year, 1, 1), actor=255) for year in (2022, 2023)]
    other = told(kind="aid", day=date(2022, 1, 1), actor=2)
    assert newest_totals([*totals, other]) == [totals[1], other]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3000),
            st.sampled_from(["war", "force", "promise", "peace"]),
            st.sampled_from(["mid", "ucdp", "atop"]),
        ),
        max_size=12,
    )
)
def test_no_source_is_lost(parts: list[tuple[int, str, str]]) -> None:
    facts = [
        told(day=DAY + timedelta(days=days), kind=kind, source=(source,), text=str(k))
        for k, (days, kind, source) in enumerate(parts)
    ]
    merged = from_two_sources(facts)
    assert sorted(s for fact in merged for s in fact.source) == sorted(p[2] for p in parts)
    assert all(len(set(fact.source)) == len(fact.source) for fact in merged)
