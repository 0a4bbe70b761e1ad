"""Relations broken and mended: spells between events, breaks without an end, settlements."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load
from daylight.sources.relations.source import COLUMNS, FILE, shape
from daylight.sources.relations.yearly import YEARLY

BREAK = dict(zip(COLUMNS, (
    "broken", "SAU", "IRN", "2016-01-03", "", "A break", "https://example.org", "",
), strict=True))  # fmt: skip
MEND = BREAK | {"kind": "restored", "date": "2023-03", "title": "An end"}
BROKEN, SETTLED = YEARLY


def files(*rows: dict[str, str]) -> dict[str, bytes]:
    text = [",".join(COLUMNS), *(",".join(row.values()) for row in rows)]
    return {FILE: "\n".join(text).encode()}


def tables(*rows: dict[str, str]) -> Tables:
    return shape(files(*rows), IssueLog("t"))


def years(fact: object, *rows: dict[str, str]) -> dict[int, float]:
    made = fact.made({"relations": tables(*rows)}, IssueLog("t")).rows  # type: ignore[attr-defined]
    return dict(made.sort("year").select("year", "value").rows())


def test_a_break_lasts_to_the_event_that_ends_it() -> None:
    assert tables(BREAK, MEND)["spells"].rows() == [
        ("broken", 630, 670, date(2016, 1, 3), date(2023, 3, 1), "ended")
    ]
    assert years(BROKEN, BREAK, MEND) == dict.fromkeys(range(2016, 2023), 2.0)


def test_a_break_of_a_few_days_counts_in_its_year() -> None:
    assert years(BROKEN, BREAK, MEND | {"date": "2016-01-09"}) == {2016: 2.0}


def test_an_open_break_goes_on_and_one_of_unknown_end_does_not() -> None:
    assert list(years(BROKEN, BREAK | {"after": "open"})) == list(range(2016, 2026))
    down = BREAK | {"after": "unknown", "kind": "downgraded"}
    assert years(BROKEN, down) == {2016: 1.0}


def test_years_since_a_settlement_stop_at_the_next_break() -> None:
    peace = BREAK | {"kind": "peace", "date": "2010-05", "citation": "ATOP 5.1 atopid 1"}
    assert years(SETTLED, peace, BREAK | {"after": "open"}) == {
        year: float(year - 2010) for year in range(2010, 2016)
    }
    assert years(SETTLED, BREAK, MEND) == {2023: 0, 2024: 1, 2025: 2}


def test_a_settlement_in_the_year_of_the_break_that_it_ends_counts() -> None:
    down = BREAK | {"kind": "downgraded", "date": "2014-03-05"}
    assert years(SETTLED, down, MEND | {"date": "2014-11"})[2014] == 0


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ((BREAK,), "has no event that ends it"),
        ((BREAK | {"after": "open"}, MEND), "is called open"),
        ((BREAK, BREAK | {"date": "2018"}, MEND), "would last to 2023-03-01, over the break"),
        ((BREAK, MEND, MEND), "stands twice"),
        ((BREAK | {"kind": "cooled"},), "kind 'cooled'"),
        ((BREAK | {"date": ""},), "'' is not a date"),
        ((BREAK | {"a": ""},), "relations: "),
        ((BREAK | {"after": "perhaps"},), "after 'perhaps'"),
        ((BREAK | {"citation": ""},), "has no citation"),
    ],
)
def test_what_does_not_fit_stops(rows: tuple[dict[str, str], ...], text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        tables(*rows)


def test_the_list_itself() -> None:
    found = {"relations": load("relations").tables}

    def of(fact: object, a: int, b: int) -> dict[int, float]:
        rows = fact.made(found, IssueLog("t")).rows  # type: ignore[attr-defined]
        pair = rows.filter((pl.col("cow") == a) & (pl.col("partner") == b))
        return dict(pair.sort("year").select("year", "value").rows())

    assert list(of(BROKEN, 365, 369)) == [2022, 2023, 2024, 2025]
    assert of(BROKEN, 670, 694) == {2014: 1, 2017: 2, 2018: 2, 2019: 2, 2020: 2}
    assert list(of(BROKEN, 692, 694))[-1] == 2022, "Bahrain mended later than its allies"
    assert list(of(BROKEN, 600, 615))[-1] == 2025
    assert of(SETTLED, 651, 666)[2025] == 46 and of(SETTLED, 255, 365)[1990] == 20
    assert of(SETTLED, 530, 531)[2018] == 0 and 2021 not in of(SETTLED, 600, 615)
