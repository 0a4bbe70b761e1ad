"""Facts of treaties: to the day or year, between members at one time, and no flood of a pact."""

from __future__ import annotations

from datetime import date

from lists_of_facts import (
    CHINA,
    FRANCE,
    IRAN,
    ITALY,
    RUSSIA,
    TURKEY,
    UK,
    USA,
    atop,
    blocs,
    defence_facts,
    said,
)

from daylight.tables.facts import promises

NONE = blocs()
OWN = "neutral nonagg consul"


def treaties(*rows: tuple, broad: tuple[int, ...] = (), known: dict = NONE) -> list:  # type: ignore[type-arg]
    return list(promises.treaties(atop(*rows, broad=broad), known))


def test_a_treaty_of_two_says_what_it_promises_and_that_no_support_is_promised() -> None:
    (fact,) = treaties((1, "2001-03-12", None, {RUSSIA: OWN, IRAN: OWN}, ""))
    assert said([fact]) == [
        (RUSSIA, IRAN, "2001-03-12", "promise",
         "treaty: neutrality, non-aggression, consultation; no support promised"),
    ]  # fmt: skip
    assert (fact.until, fact.open_to) == (None, date(2018, 12, 31))
    assert fact.citation == "ATOP 5.1, atopid 1"


def test_a_promise_of_one_side_names_it() -> None:
    (fact,) = treaties((1, "1960-01-19", None, {USA: "defense", 740: "consul"}, ""))
    assert fact.text == "treaty: United States promises defence to Japan, consultation"
    assert fact.weight > promises.weights.PROMISE["consultation"]


def test_who_joined_later_is_known_to_the_year_and_who_had_left_shares_nothing() -> None:
    pact = (1, "1950-06-17", "1960-05-02", {UK: "defense", FRANCE: "defense", ITALY: "defense"},
            f"{ITALY}:1953")  # fmt: skip
    days = {(a, b): when for a, b, when, *_ in said(treaties(pact))}
    assert days == {
        (UK, FRANCE): "1950-06-17", (UK, ITALY): "1953", (FRANCE, ITALY): "1953",
    }  # fmt: skip
    ends = {(f.until, f.until_precision) for f in treaties(pact)}
    assert ends == {(date(1960, 5, 2), "day")}


def test_a_first_or_last_day_of_a_month_may_stand_for_the_month() -> None:
    (fact,) = treaties((1, "1951-09-01", "1986-08-31", {UK: "defense", USA: "defense"}, ""))
    assert (fact.day, fact.precision) == (date(1951, 9, 1), "month")
    assert (fact.until, fact.until_precision) == (date(1986, 8, 31), "month")


def test_broad_pledges_and_pacts_of_many_give_no_fact() -> None:
    many = dict.fromkeys(range(300, 300 + promises.MOST + 1), "defense")
    assert not treaties((1, "1990-05-05", None, many, ""))
    assert not treaties((7, "1990-05-05", None, {UK: OWN, USA: OWN}, ""), broad=(7,))


def test_a_treaty_that_founded_a_bloc_of_defence_is_left_to_the_bloc() -> None:
    nato = blocs(("NATO", UK, "1949-04-04", None))
    three = (1, "1949-04-04", None, dict.fromkeys((UK, FRANCE, USA), "defense"), "")
    two = (2, "1949-04-04", None, {UK: "defense", TURKEY: "defense"}, "")
    assert [f.citation for f in treaties(three, two, known=nato)] == ["ATOP 5.1, atopid 2"]
    assert len(treaties(three)) == 3


def test_loose_pacts_of_many_weigh_less_than_a_treaty_of_two() -> None:
    (two,) = treaties((1, "1990-05-05", None, {UK: "nonagg", USA: "nonagg"}, ""))
    three = treaties((1, "1990-05-05", None, dict.fromkeys((UK, FRANCE, USA), "nonagg"), ""))
    assert all(fact.weight < two.weight for fact in three)


def test_a_curated_promise_and_its_entry_into_force_are_two_facts() -> None:
    rows = defence_facts(terms="no_aid", in_force=date(2025, 10, 2))
    assert said(promises.curated(rows)) == [
        (RUSSIA, IRAN, "2025-01-17", "promise", "Treaty of Tehran: no help to an attacker"),
        (RUSSIA, IRAN, "2025-10-02", "promise", "in force: Treaty of Tehran"),
    ]


def test_a_title_that_says_the_terms_is_not_told_twice_and_a_giver_is_the_actor() -> None:
    (said_so,) = promises.curated(defence_facts(title="Mutual defence treaty"))
    assert said_so.text == "Mutual defence treaty"
    (given,) = promises.curated(defence_facts(mutual=False, cow=CHINA))
    assert given.actor == CHINA
