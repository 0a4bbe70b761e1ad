"""The question what binds two states and what divides them: what holds for all pairs and dates."""

from __future__ import annotations

import random
from datetime import date
from functools import cache

import pytest

from daylight.bonds.bond import bond
from daylight.bonds.records import Bond, Quantity
from daylight.bonds.stands import ALLIES, AT_WAR, PLAIN, RIVALS, STRANGERS, TORN
from daylight.core.errors import (
    BadInput,
    OutsideCoverage,
    SameState,
    StateNotThen,
    UnknownState,
)
from daylight.core.states import get, members
from daylight.store.atlas import Atlas

DATES = ("1914-06-28", "1956-03", "1975", "1992-07-01", "2009", "2017-02-01")
TODAY = "2026-06-04"


def drawn(when: str, count: int) -> list[tuple[int, int]]:
    """Draw pairs of states that were members on a day."""
    rng = random.Random(when)
    day = date.fromisoformat(f"{when}-12-31"[:10] if len(when) == 4 else f"{when}-28"[:10])
    there = [cow for cow in members(day.year) if get(cow).existed(day)]
    return [tuple(rng.sample(there, 2)) for _ in range(count)]  # type: ignore[misc]


CASES = [(a, b, when) for when in (*DATES, TODAY) for a, b in drawn(when, 1)]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}-{case[2]}")
def result(request: pytest.FixtureRequest, book: Atlas) -> Bond:
    return asked(book, *request.param)


@cache
def asked(book: Atlas, a: int, b: int, when: str) -> Bond:
    return bond(a, b, when, atlas=book)


def quantities(bond: Bond) -> list[tuple[Quantity, float]]:
    """All numbers with their highest value."""
    out = [(x.quantity, 100.0) for x in bond.ledgers]
    out += [(i.points, i.maximum) for x in bond.ledgers for i in x.items]
    out += [(q, 100.0) for y in bond.history for q in y.ledgers.values()]
    out += [(q, 1.0) for y in bond.history for q in (y.place, y.p_rivalry)]
    stands = bond.relationship
    return [*out, *((q, 1.0) for q in (stands.place, stands.p_rivalry, stands.p_warm))]


def test_values_lie_in_their_bands_and_bands_on_their_scale(result: Bond) -> None:
    for q, most in quantities(result):
        if q.value is None:
            assert q.status not in ("observed", "structural_zero", "carried")
            continue
        assert q.lo is not None and q.hi is not None
        assert 0 <= q.lo <= q.value <= q.hi <= most + 1e-9


def test_nothing_is_from_after_the_date(result: Bond) -> None:
    at_end = (result.as_of.month, result.as_of.day) == (12, 31)
    assert result.year == (result.as_of.year if at_end else result.as_of.year - 1)
    years = [y.year for y in result.history]
    assert years == sorted(set(years))
    assert all(year <= result.year for year in years)
    assert all(fact.day <= result.as_of for fact in result.known)
    for ledger in result.ledgers:
        assert all(item.known is None or item.known <= result.year for item in ledger.items)


def test_what_is_not_seen_in_the_year_is_not_said_to_be(result: Bond) -> None:
    for ledger in result.ledgers:
        for item in ledger.items:
            if item.points.status in ("observed", "structural_zero"):
                assert item.known == result.year
            if item.points.status == "missing" and item.known is None:
                assert item.points.value is None


def test_chances_are_one_together_and_sum_to_what_is_told(result: Bond) -> None:
    stands = result.relationship
    if stands.probabilities is None:
        assert stands.zone is None
        assert stands.p_rivalry.value is None
        return
    chances = list(stands.probabilities.values())
    assert sum(chances) == pytest.approx(1, abs=1e-3)
    assert stands.probabilities[str(stands.zone)] == max(chances)
    if stands.p_rivalry.value is not None:
        assert sum(chances[:2]) == pytest.approx(stands.p_rivalry.value, abs=2e-3)
    if stands.p_warm.value is not None:
        assert sum(chances[3:]) == pytest.approx(stands.p_warm.value, abs=2e-3)


def test_the_last_year_of_the_history_is_the_answer(result: Bond) -> None:
    if not result.history:
        return
    last = result.history[-1]
    assert last.year == result.year
    assert {x.ledger: x.quantity for x in result.ledgers} == last.ledgers


def test_the_other_order_gives_the_same_answer(result: Bond, book: Atlas) -> None:
    turned = bond(result.b.cow, result.a.cow, result.as_of.isoformat(), atlas=book)
    assert (turned.a, turned.b) == (result.b, result.a)
    assert turned.relationship == result.relationship
    assert turned.history == result.history
    assert turned.known == result.known
    for one, two in zip(result.ledgers, turned.ledgers, strict=True):
        assert one.quantity == two.quantity
        for mine, theirs in zip(one.items, two.items, strict=True):
            assert mine.points == theirs.points
            assert mine.raw == theirs.raw[::-1]


def test_a_later_question_only_adds_to_the_history(book: Atlas) -> None:
    early, late = (bond("RUS", "IRN", when, atlas=book) for when in ("2005-06-30", "2017-02-01"))
    assert early.history == late.history[: len(early.history)]
    assert len(late.history) > len(early.history)


def test_any_day_of_a_year_before_its_last_gives_the_same_values(book: Atlas) -> None:
    first, second = (bond("RUS", "IRN", when, atlas=book) for when in ("2017-02-01", "2017-12-30"))
    last = bond("RUS", "IRN", "2017-12-31", atlas=book)
    assert (first.year, second.year, last.year) == (2016, 2016, 2017)
    assert first.ledgers == second.ledgers


def test_names_codes_and_numbers_mean_the_same(book: Atlas) -> None:
    one = bond("Russia", "iran", "2017-02-01", atlas=book)
    assert one == bond(365, "IRN", "2017-02-01", atlas=book)


@pytest.mark.parametrize(
    ("a", "b", "when", "error"),
    [
        ("RUS", "Atlantis", "2016", UnknownState),
        ("RUS", "365", "2016", SameState),
        ("DEU", 260, "1980", SameState),
        ("RUS", "UKR", "1980", StateNotThen),
        ("RUS", "GBR", "1815", OutsideCoverage),
        ("RUS", "IRN", "2030", OutsideCoverage),
    ],
)
def test_what_cannot_be_asked(
    book: Atlas, a: str, b: str | int, when: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        bond(a, b, when, atlas=book)


@pytest.mark.parametrize(
    ("a", "b", "when", "words"),
    [
        ("USA", "GBR", "2016", ALLIES),
        ("RUS", "BLR", "2016", ALLIES),
        ("RUS", "PRK", "2025", ALLIES),
        ("SUN", "POL", "1975", ALLIES),
        ("GRC", "TUR", "1974", TORN),
        ("IND", "PAK", "1999", AT_WAR),
        ("RUS", "UKR", "2025", AT_WAR),
        ("USA", "SUN", "1975", RIVALS),
        ("USA", "IRN", "2010", RIVALS),
        ("FJI", "BOL", "2016", STRANGERS),
        ("RUS", "IRN", "2016", PLAIN["negative_peace"]),
    ],
)
def test_well_known_pairs_read_right(book: Atlas, a: str, b: str, when: str, words: str) -> None:
    assert bond(a, b, when, atlas=book).relationship.word == words


def test_what_binds_and_what_divides_are_never_netted(book: Atlas) -> None:
    torn = bond("GRC", "TUR", "1974", atlas=book)
    assert (torn.military.cooperation.value or 0) >= 40
    assert (torn.military.conflict.value or 0) >= 40


@pytest.mark.parametrize(
    ("who", "after", "before"),
    [("DEU", "1990-11-01", "1990-10-01"), ("YEM", "1990-08-01", "1990-05-01")],
)
def test_values_follow_a_state_through_a_change_of_number(
    book: Atlas, who: str, after: str, before: str
) -> None:
    """The last full year on both days is 1989, in which the state had its older number."""
    one, two = bond(who, "EGY", after, atlas=book), bond(who, "EGY", before, atlas=book)
    assert (one.a.cow, one.year) != (two.a.cow, two.year)
    assert one.year == two.year == 1989
    assert [x.quantity for x in one.ledgers] == [x.quantity for x in two.ledgers]
    assert one.ledgers[0].value is not None


def test_before_the_ledgers_there_are_facts_alone(book: Atlas) -> None:
    old = bond("DEU", "FRA", "1910", atlas=book)
    assert old.history == old.records == old.standing == ()
    assert old.known
    assert "The ledgers begin in 1946" in old.headline


def test_points_of_the_reader_change_their_ledger_and_no_other(book: Atlas) -> None:
    stated = bond("RUS", "PRK", "2025", atlas=book)
    own = bond("RUS", "PRK", "2025", points={"arms": 0}, atlas=book)
    assert "arms" not in [i.item for i in own.military.cooperation.items]
    assert own.military.cooperation != stated.military.cooperation
    assert own.political.cooperation.quantity == stated.political.cooperation.quantity
    assert own.history == stated.history
    parts = [i.points for i in own.military.cooperation.items]
    assert any(q.value is None for q in parts), "what has no number is in the band all the same"
    ends = sum(q.hi for q in parts if q.hi is not None)
    assert own.military.cooperation.hi == pytest.approx(min(ends, 100.0))
    for wrong in ({"armz": 1}, {"arms": -1}, {"arms": 101}):
        with pytest.raises(BadInput):
            bond("RUS", "PRK", "2025", points=wrong, atlas=book)
