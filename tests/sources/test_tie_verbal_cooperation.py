"""Verbal cooperation as a tie: shares of the side with less, and which pairs are covered."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.sources.icews.ties import FEWEST, TIE, engaged
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Loaded, Tables
from daylight.sources.kit.ties.spells import cover, spells
from daylight.sources.kit.ties.tie import Made
from daylight.tables.step import Inputs, Step
from daylight.tables.ties.coded import maker

Row = tuple[int, int, int, int]
COLUMNS = {"cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16, "events": pl.UInt32}


def tables(*rows: Row, years: tuple[int, ...] = (2003,)) -> Tables:
    return {
        "cooperation": pl.DataFrame(rows, COLUMNS, orient="row"),
        "years": pl.DataFrame({"year": years}, {"year": pl.Int16}),
    }


def run(found: Tables, log: IssueLog | None = None) -> tuple[Made, list[tuple[int, ...]]]:
    """Return what was made, and cover rows without the name of the measure."""
    made = TIE.make({"icews": found}, log or IssueLog("t"))
    assert made.span is not None
    dated = replace(TIE, start=made.span[0], end=made.span[1])
    noticed = IssueLog("t")
    spells(dated, made, noticed)
    assert noticed.issues == [], "no row outside the span or the system is made"
    return made, [r[1:] for r in cover(dated, made).rows()]


def values(*rows: Row, years: tuple[int, ...] = (2003,)) -> dict[tuple[int, int, int], float]:
    made, _ = run(tables(*rows, years=years))
    rows_ = made.rows.select("cow", "partner", "year", "value").iter_rows()
    return {(a, b, y): v for a, b, y, v in rows_}


def test_the_share_is_of_the_side_with_less() -> None:
    """2 has 160 events, 365 has 120, 630 has 80 with those of no state."""
    rows = ((2, 365, 2003, 100), (2, 630, 2003, 60), (365, 630, 2003, 20), (630, 0, 2003, 0))
    assert values(*rows) == {
        (2, 365, 2003): round(100 / 120, 4),
        (2, 630, 2003): 0.75,
        (365, 630, 2003): 0.25,
    }


def test_countries_of_no_state_count_in_the_sum_and_have_no_value() -> None:
    got = values((2, 630, 2003, 60), (630, 0, 2003, 60), (2, 0, 2003, 90))
    assert got == {(2, 630, 2003): 0.5}


def test_only_states_have_a_sum() -> None:
    found = engaged(tables((2, 630, 2003, 60), (630, 0, 2003, 5))["cooperation"])
    assert sorted(found.rows()) == [(2, 2003, 60), (630, 2003, 65)]


def test_a_state_with_few_events_is_not_covered() -> None:
    rows = ((2, 20, 2003, FEWEST), (2, 200, 2003, FEWEST), (2, 31, 2003, FEWEST - 1))
    log = IssueLog("t")
    made, covered = run(tables(*rows), log)
    assert (2, 31) not in set(made.rows.select("cow", "partner").iter_rows())
    assert sorted(covered) == [(2, 20, 2003, 2003), (2, 200, 2003, 2003), (20, 200, 2003, 2003)]
    assert [(issue.rows, issue.text[-20:]) for issue in log.issues] == [(1, "fewer than 50 events")]


def test_years_that_are_not_whole_are_no_cover() -> None:
    rows = tuple((2, 20, year, FEWEST) for year in (2001, 2002, 2005))
    made, covered = run(tables(*rows, years=(2001, 2002, 2005)))
    assert made.span == (2001, 2005)
    assert sorted(covered) == [(2, 20, 2001, 2002), (2, 20, 2005, 2005)]


def test_before_a_state_was_one_its_events_are_those_of_no_state() -> None:
    """South Sudan is in the system from 2011."""
    got = values(
        (2, 626, 2010, 100), (2, 500, 2010, 100), (2, 626, 2011, 100), years=(2010, 2011)
    )  # fmt: skip
    assert got == {(2, 500, 2010): 1.0, (2, 626, 2011): 1.0}
    many = values((2, 626, 2010, 60), (2, 500, 2010, 60), (20, 500, 2010, 60), years=(2010,))
    assert many[2, 500, 2010] == 0.5, "the sum of 2 holds what it did with 626"


def test_one_event_of_the_most_engaged_is_above_zero() -> None:
    rows = ((2, 710, 2003, 1), (2, 200, 2003, 15_000), (710, 200, 2003, 15_000))
    assert values(*rows)[2, 710, 2003] > 0


def test_too_few_events_of_all_make_no_rows_and_no_cover() -> None:
    made, covered = run(tables((2, 20, 2003, 1)))
    assert (len(made.rows), covered) == (0, [])


def test_the_build_takes_the_span_from_the_files() -> None:
    loaded = {"icews": Loaded(declaration("icews"), tables(years=(2001, 2004)), ())}
    step = Step("tie", maker(TIE, ("icews",)), sources=("icews",))
    dated, _ = step.make(Inputs(step, loaded, {}.get, []))
    assert (dated.start, dated.end) == (2001, 2004)


@settings(max_examples=20)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from([2, 20]), st.sampled_from([200, 365, 630])),
        st.integers(1, 400),
        min_size=1,
    ),
    st.integers(2, 9),
)
def test_shares_are_fractions_and_more_news_of_everything_changes_none(
    events: dict[tuple[int, int], int], times: int
) -> None:
    once = values(*((a, b, 2003, n) for (a, b), n in events.items()))
    more = values(*((a, b, 2003, n * times) for (a, b), n in events.items()))
    assert all(0 < value <= 1 for value in more.values())
    assert {key: more[key] for key in once} == pytest.approx(once)
