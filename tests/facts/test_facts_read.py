"""Facts as they stood on a day: nothing of later, ends that had not come, states by lineage."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows_of_facts import FRANCE, GERMANY, PLAIN, RUSSIA, USA, WEST_GERMANY, rows

from daylight.core.partial import PartialDate
from daylight.facts.read import condition, of_pair
from daylight.facts.records import Fact

DAYS = st.dates(date(1950, 1, 1), date(2025, 12, 31))


def read(*facts: dict[str, object], a: int = USA, b: int = RUSSIA, until: str) -> list[Fact]:
    return [fact for _, fact in of_pair(rows(*facts), a, b, date.fromisoformat(until))]


@pytest.mark.parametrize(
    ("precision", "until", "there"),
    [
        ("day", "2012-04-30", False),
        ("day", "2012-05-01", True),
        ("month", "2012-05-30", False),
        ("month", "2012-05-31", True),
        ("year", "2012-12-30", False),
        ("year", "2012-12-31", True),
    ],
)
def test_a_fact_counts_once_it_has_surely_come(precision: str, until: str, there: bool) -> None:
    first = date(2012, 1 if precision == "year" else 5, 1)
    found = read({"day": first, "precision": precision}, until=until)
    assert bool(found) is there
    assert all(fact.precision == precision and fact.day == first for fact in found)


@given(day=DAYS, precision=st.sampled_from(["day", "month", "year"]), until=DAYS,
       length=st.none() | st.integers(0, 5000), open_=st.booleans())  # fmt: skip
def test_nothing_of_later_is_told(
    day: date, precision: str, until: date, length: int | None, open_: bool
) -> None:
    when = PartialDate.read(day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]])
    end = when.last + timedelta(days=length) if length is not None else None
    open_to = date(2025, 12, 31) if open_ and end is None else None
    fact = PLAIN | {
        "day": when.first, "precision": precision, "until": end, "open_to": open_to,
        "until_precision": "day" if end else None,
    }  # fmt: skip
    found = [row for _, row in of_pair(rows(fact), USA, RUSSIA, until)]
    assert bool(found) is (when.last <= until)
    for row in found:
        assert row.held <= until
        assert row.until is None or row.until <= until
        assert (row.standing == "ended") is (end is not None and end <= until)


@pytest.mark.parametrize(
    ("precision", "until", "standing"),
    [
        ("day", "2016-06-30", "goes_on"),
        ("day", "2016-12-31", "ended"),
        ("year", "2015-12-31", "goes_on"),
        ("year", "2016-06-30", "unsure"),
        ("year", "2016-12-31", "ended"),
    ],
)
def test_what_had_not_ended_goes_on_and_an_end_of_this_year_is_not_told(
    precision: str, until: str, standing: str
) -> None:
    spell = {"day": date(2012, 1, 1), "until": date(2016, 12, 31), "until_precision": precision}
    (fact,) = read(spell, until=until)
    assert fact.standing == standing
    assert (fact.until is None) is (standing != "ended")


def test_what_its_source_saw_last_before_the_day_is_not_said_to_go_on() -> None:
    spell = {"day": date(2012, 1, 1), "open_to": date(2018, 12, 31)}
    assert read(spell, until="2018-06-30")[0].standing == "goes_on"
    (later,) = read(spell, until="2025-06-30")
    assert (later.standing, later.held) == ("last_seen", date(2018, 12, 31))


def test_a_state_is_followed_through_its_numbers_in_any_order() -> None:
    found = {"a": FRANCE, "b": WEST_GERMANY, "day": date(1963, 1, 22)}
    for a, b in ((FRANCE, GERMANY), (GERMANY, FRANCE)):
        assert len(read(found, a=a, b=b, until="2000-01-01")) == 1
    assert not read(found, a=USA, b=GERMANY, until="2000-01-01")


def test_days_may_be_those_of_arrays() -> None:
    table = {name: np.array(column) for name, column in rows(PLAIN).items()}
    table["day"] = table["day"].astype("datetime64[us]")
    table["until"] = np.array([np.datetime64("NaT")])
    ((_, fact),) = of_pair(table, USA, RUSSIA, date(2001, 1, 1))
    assert (fact.day, fact.standing) == (date(2000, 1, 1), "event")


def test_the_condition_names_every_number_and_the_day() -> None:
    where, values = condition(GERMANY, FRANCE, date(2020, 1, 1))
    assert where.count("?") == len(values)
    assert set(values) == {255, 260, 220, date(2020, 1, 1)}


def test_the_condition_finds_the_rows_of_the_pair_alone(tmp_path: Path) -> None:
    pairs = ((FRANCE, WEST_GERMANY), (FRANCE, GERMANY), (USA, FRANCE), (USA, GERMANY))
    table = rows(*({"a": a, "b": b} for a, b in pairs), {"a": FRANCE, "b": GERMANY,
                 "day": date(2021, 1, 1)})  # fmt: skip
    file = tmp_path / "facts.parquet"
    pl.DataFrame(table).write_parquet(file)
    where, values = condition(GERMANY, FRANCE, date(2020, 1, 1))
    found = duckdb.execute(
        f"SELECT a, b FROM read_parquet('{file}') WHERE {where}", list(values)
    ).fetchall()
    assert sorted(found) == [(FRANCE, GERMANY), (FRANCE, WEST_GERMANY)]


def test_the_end_is_known_as_far_as_the_source_gives_it() -> None:
    spell = {"day": date(2012, 1, 1), "until": date(2016, 12, 31), "until_precision": "year"}
    (fact,) = read(spell, until="2020-01-01")
    assert str(fact.ended) == "2016"
    assert str(fact.when) == "2012-01-01"
