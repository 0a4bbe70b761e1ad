"""Facts of trade and investment: no flood of one agreement, numbers of the time, ends."""

from __future__ import annotations

from datetime import date

import polars as pl
from lists_of_facts import CANADA, FRANCE, GERMANY, UK, USA, WEST_GERMANY, said

from daylight.tables.facts import agreements
from daylight.tables.facts.row import FactRow

MEXICO, CZECHIA, CZECHOSLOVAKIA = 70, 316, 315
DYAD = {"a": pl.Int16, "b": pl.Int16, "number": pl.String, "base": pl.String, "name": pl.String,
        "start": pl.Int16, "depth": pl.Int16}  # fmt: skip
GONE = {"a": pl.Int16, "b": pl.Int16, "base": pl.String, "year": pl.Int16}
NEXT = {"base": pl.String, "by": pl.String, "citation": pl.String}
OVER = {"base": pl.String, "cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16}


def trade(
    *rows: tuple[int, int, str, str, int, int | None], replaced: tuple[tuple[str, str], ...] = ()
) -> list[FactRow]:
    """Return facts of dyads: a, b, number, name, start, depth."""
    dyads = pl.DataFrame(
        [(a, b, n, n, name, start, depth) for a, b, n, name, start, depth in rows],
        DYAD,
        orient="row",
    )
    pairs = [(one, two, "c") for one, two in replaced]
    old = {
        "dyads": dyads,
        "replaced": pl.DataFrame(pairs, NEXT, orient="row"),
        "ended": pl.DataFrame(schema=OVER),
        "withdrawals": pl.DataFrame(schema=GONE),
    }
    new = {"dyads": dyads, "withdrawals": pl.DataFrame(schema=GONE)}
    return list(agreements.trade(old, new))


def test_an_agreement_of_several_has_its_name_and_one_of_two_needs_none() -> None:
    three = ((USA, CANADA), (USA, MEXICO), (CANADA, MEXICO))
    found = trade(
        *((a, b, "1", "North American Free Trade Agreement (NAFTA)", 1994, 7) for a, b in three),
        (USA, CANADA, "2", "Canada US", 1989, 2),
    )
    texts = {text for a, b, *_, text in said(found) if (a, b) == (USA, CANADA)}
    assert texts == {
        "deep trade agreement: North American Free Trade Agreement (NAFTA)",
        "trade agreement in force",
    }


def test_an_agreement_that_took_the_place_of_another_ends_it_the_year_before() -> None:
    found = trade((USA, MEXICO, "1", "x", 1994, 7), (USA, MEXICO, "2", "y", 2020, 7),
                  replaced=(("1", "2"),))  # fmt: skip
    assert {f.day.year: f.until for f in found} == {1994: date(2019, 12, 31), 2020: None}


def test_an_agreement_of_a_continent_gives_no_fact() -> None:
    states = list(range(400, 400 + 16))
    pairs = [(a, b, "1", "Continental", 2019, 3) for a in states for b in states if a < b]
    assert len(pairs) > agreements.MOST
    assert not trade(*pairs)


def test_states_have_the_numbers_of_the_time() -> None:
    found = trade((FRANCE, GERMANY, "1", "x", 1958, 3), (UK, CZECHIA, "2", "y", 1975, 1))
    assert {(f.a, f.b) for f in found} == {(FRANCE, WEST_GERMANY), (UK, CZECHOSLOVAKIA)}


def test_earlier_defence_agreements_end_as_estimated_or_are_open() -> None:
    kinds = {"agreement": pl.Int64, "a": pl.Int16, "b": pl.Int16, "kind": pl.String,
             "start": pl.Int16, "end": pl.Int16}  # fmt: skip
    rows = [(1, USA, GERMANY, "general", 1985, 1991), (2, USA, UK, "sector", 2005, 2010)]
    table = pl.DataFrame(rows, kinds, orient="row")
    over, open_ = agreements.earlier_defence({"agreements": table})
    assert (over.b, over.text) == (WEST_GERMANY, "general agreement on defence")
    assert (over.until, over.open_to) == (date(1991, 12, 31), None)
    assert (open_.until, open_.open_to) == (None, date(2010, 12, 31))
    assert open_.weight < over.weight


def test_a_pair_with_two_texts_of_one_agreement_needs_no_name() -> None:
    found = trade((USA, UK, "1", "UK US", 2007, 6), (USA, UK, "1", "UK US", 2009, 6))
    assert {f.text for f in found} == {"deep trade agreement in force"}


def test_investment_treaties_are_known_to_the_day() -> None:
    rows = [(USA, UK, "t", None, date(2008, 8, 9), date(2025, 8, 9))]
    kinds = {"a": pl.Int16, "b": pl.Int16, "title": pl.String, "signed": pl.Date,
             "in_force": pl.Date, "terminated": pl.Date}  # fmt: skip
    (fact,) = agreements.investment({"treaties": pl.DataFrame(rows, kinds, orient="row")})
    assert (fact.day, fact.precision, fact.until) == (date(2008, 8, 9), "day", date(2025, 8, 9))
