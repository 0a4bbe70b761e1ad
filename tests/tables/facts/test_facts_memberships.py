"""Facts of blocs: since when both are in, who left, and no flood of a wide one."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lists_of_facts import FRANCE, GERMANY, ITALY, UK, USA, WEST_GERMANY, blocs, said

from daylight.core.states import members
from daylight.tables.facts.memberships import MOST, memberships

EU = (("EU", FRANCE, "1958-01-01", None), ("EU", UK, "1973-01-01", "2020-02-01"))


def test_both_are_in_from_the_later_day_and_a_leaver_is_named() -> None:
    found = list(memberships(blocs(*EU)))
    assert said(found) == [
        (UK, FRANCE, "1973-01-01", "bloc", "both in the EU"),
        (UK, FRANCE, "2020-01-31", "bloc", "United Kingdom is no longer a full member of the EU"),
    ]
    both, left = sorted(found, key=lambda f: f.day)
    assert both.until == date(2020, 1, 31), "the last day, not the first day after"
    assert (left.actor, left.until, left.open_to) == (UK, None, None)


def test_a_bloc_that_is_dissolved_is_left_by_nobody() -> None:
    pact = blocs(("Warsaw Pact", 365, "1955-05-14", "1991-07-01"),
                 ("Warsaw Pact", 290, "1955-05-14", "1991-07-01"), ended="1991-07-01")  # fmt: skip
    (fact,) = memberships(pact)
    assert (fact.kind, fact.text) == ("promise", "both in the Warsaw Pact: defence")


def test_a_member_goes_on_through_a_change_of_its_number() -> None:
    nato = blocs(
        ("NATO", FRANCE, "1949-04-04", None), ("NATO", GERMANY, "1990-10-03", None),
        ("NATO", WEST_GERMANY, "1955-05-06", "1990-10-03"),
    )  # fmt: skip
    (fact,) = memberships(nato)
    assert (fact.b, fact.day, fact.until) == (WEST_GERMANY, date(1955, 5, 6), None)


def test_only_full_members_count_and_only_at_one_time() -> None:
    assert not list(memberships(blocs(*EU, status="observer")))
    apart = blocs(("BRICS", USA, "1990-01-01", "1995-01-01"), ("BRICS", ITALY, "2000-01-01", None))
    assert not list(memberships(apart))


@given(st.integers(2, MOST + 10))
def test_a_bloc_of_a_continent_gives_no_fact(size: int) -> None:
    wide = blocs(*(("X", cow, "1992-01-01", None) for cow in members(2000)[:size]))
    found = len(list(memberships(wide)))
    assert found == (size * (size - 1) // 2 if size <= MOST else 0)
