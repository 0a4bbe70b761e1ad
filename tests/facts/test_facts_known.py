"""Which facts are chosen: wars, promises and breaks first, newest first in the end."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from rows_of_facts import RUSSIA, USA, rows, told

from daylight.facts.kinds import MAJOR
from daylight.facts.known import LEAST, chosen, is_major, known
from daylight.facts.records import Fact
from daylight.store.schemas.facts import KINDS

DAY = date(2020, 1, 1)
FACTS = st.lists(
    st.builds(
        lambda days, kind, weight, k: told(
            day=DAY - timedelta(days=days), kind=kind, weight=weight, text=str(k)
        ),
        st.integers(0, 30_000),
        st.sampled_from([*KINDS]),
        st.integers(1, 100),
        st.integers(0, 99),
    ),
    max_size=30,
)


@given(FACTS, st.integers(1, 10))
def test_no_routine_fact_pushes_out_a_major_one(facts: list[Fact], n: int) -> None:
    kept = chosen(facts, DAY, n)
    assert len(kept) <= n
    never = [f for f in facts if is_major(f, DAY) and f.kind not in ("beside", "rebels")]
    if any(f not in kept for f in never):
        assert all(is_major(f, DAY) for f in kept)


@given(FACTS)
def test_all_are_told_where_all_are_asked_for(facts: list[Fact]) -> None:
    assert sorted(map(str, chosen(facts, DAY, None))) == sorted(map(str, facts))


def test_newest_stand_first_whatever_their_weight() -> None:
    table = rows(
        {"day": date(1999, 1, 1), "kind": "war", "weight": 100},
        {"day": date(2019, 1, 1), "kind": "investment", "weight": 20},
        {"day": date(2010, 1, 1), "kind": "promise", "weight": 90},
    )
    found = known(table, RUSSIA, USA, DAY)
    assert [fact.kind for fact in found] == ["investment", "promise", "war"]


def test_one_kind_does_not_fill_the_list() -> None:
    votes = [
        {"day": date(2010 + k, 1, 1), "kind": "council", "weight": 60, "text": str(k)}
        for k in range(8)
    ]
    others = [
        {"kind": "trade", "weight": 40, "day": date(2015, 1, 1)},
        {"kind": "bloc", "weight": 30, "day": date(2015, 1, 1)},
    ]
    found = known(rows(*votes, *others), USA, RUSSIA, DAY, 4)
    assert sorted(fact.kind for fact in found) == ["bloc", "council", "council", "trade"]
    assert [f.day.year for f in found if f.kind == "council"] == [2017, 2016]
    alone = known(rows(*votes), USA, RUSSIA, DAY, 4)
    assert len(alone) == 4, "others wait for none"


def test_vetoes_of_one_text_are_one_line_with_their_number() -> None:
    vetoes = [
        {"day": date(2011 + k, 10, 4), "kind": "veto", "text": "Russia vetoes a UN draft on Syria"}
        for k in range(3)
    ]
    (one,) = known(rows(*vetoes), USA, RUSSIA, DAY)
    assert (one.day.year, one.text) == (2013, "Russia vetoes a UN draft on Syria (3 since 2011)")
    assert len(known(rows(*vetoes), USA, RUSSIA, DAY, None)) == 3, (
        "all are told where all are asked"
    )


def test_old_wars_and_promises_that_are_over_are_history() -> None:
    old = told(kind="war", weight=100, day=date(1960, 1, 1))
    promise = told(kind="promise", weight=90, day=date(2000, 1, 1), held=date(2005, 1, 1))
    loose = told(kind="promise", weight=LEAST - 1, held=DAY)
    assert not any(is_major(fact, DAY) for fact in (old, promise, loose))
    assert is_major(told(kind="war", weight=100, day=date(1975, 1, 1)), DAY)
    assert is_major(told(kind="promise", weight=90, day=date(1949, 4, 4), held=DAY), DAY)


def test_of_troops_in_one_war_only_the_newest_spell_is_major() -> None:
    spells = [
        told(kind="rebels", weight=80, day=date(year, 1, 1)) for year in (2005, 2008, 2012, 2015)
    ]
    routine = [told(kind=kind, weight=50, day=date(2019, 1, 1)) for kind in ("trade", "bloc")]
    kept = chosen([*spells, *routine], DAY, 3)
    assert kept[0].day.year == 2015
    assert sum(f.kind == "rebels" for f in chosen([*spells, *routine], DAY, 5)) == 3


def test_what_scores_nothing_is_left_out_unless_nothing_scores() -> None:
    old = told(kind="force", weight=55, day=date(1902, 1, 1))
    new = told(kind="trade", weight=30, day=date(2015, 1, 1))
    assert chosen([old, new], DAY) == [new]
    assert chosen([old], DAY) == [old]


def test_major_kinds_are_kinds() -> None:
    assert set(MAJOR) <= set(KINDS)
