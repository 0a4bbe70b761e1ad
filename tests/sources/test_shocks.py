"""Shocks: dates, the one order of a pair, what a mark must bear out, and the list itself."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.lookup import resolve
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.shocks.source import COLUMNS, FILE, shape
from daylight.store.schemas.shocks import CHECKED, DIRECTIONS, EXPECTED, KINDS

TREATY = dict(zip(COLUMNS, (
    "S1", "RUS", "EGY", "1971-05-27", "other", "both", "ISR", "Treaty of friendship", "boost",
    '"ATOP 5.1, atopid 3670"', "", "data_row", "",
), strict=True))  # fmt: skip
PAGE = TREATY | {"id": "S2", "date": "1972-07-18", "kind": "expulsion", "direction": "b_to_a",
                 "citation": "A page", "url": "https://example.org", "checked": "page"}  # fmt: skip
VAGUE = PAGE | {"id": "S3", "date": "1972", "checked": "page_vague"}


def files(*rows: dict[str, str]) -> dict[str, bytes]:
    text = [",".join(COLUMNS), *(",".join(row.values()) for row in rows)]
    return {FILE: "\n".join(text).encode()}


def shocks(*rows: dict[str, str]) -> pl.DataFrame:
    return shape(files(*rows), IssueLog("t"))["shocks"]


def test_a_row_has_the_numbers_of_its_day_and_the_precision_of_its_date() -> None:
    table = shocks(TREATY, PAGE, VAGUE)
    assert table.select("a", "b", "date", "precision", "third").rows() == [
        (365, 651, date(1971, 5, 27), "day", 666), (365, 651, date(1972, 1, 1), "year", 666),
        (365, 651, date(1972, 7, 18), "day", 666),
    ]  # fmt: skip


def test_a_state_that_begins_within_what_the_date_can_mean_is_that_state() -> None:
    row = VAGUE | {"a": "FRA", "b": "DZA", "date": "1962", "third": ""}
    assert shocks(row).select("a", "b", "date").row(0) == (220, 615, date(1962, 1, 1))


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"kind": "rumour"}, "kind 'rumour'"),
        ({"direction": "a_on_b"}, "direction 'a_on_b'"),
        ({"expected": "held"}, "expected 'held'"),
        ({"checked": "recalled"}, "checked 'recalled'"),
        ({"date": "18 July"}, "is not a date"),
        ({"date": "1972-07-32"}, "is not a date"),
        ({"a": "XYZ"}, "XYZ"),
        ({"date": "1900-07-18"}, "EGY"),
        ({"a": "EGY", "b": "RUS"}, "turn the pair and its direction"),
        ({"b": "RUS"}, "lower COW number"),
        ({"third": "EGY"}, "one of the two as the third"),
        ({"title": " "}, "needs an id, and a title"),
        ({"title": "x" * 91}, "at most 90 characters"),
        ({"id": ""}, "needs an id"),
        ({"citation": " "}, "has no citation"),
        ({"url": ""}, "give the address of a page"),
        ({"url": "example.org"}, "an address that is none"),
        ({"checked": "data_row"}, "is marked data_row"),
        ({"citation": '"ICB v15, crisis 255"'}, "is marked page, and its citation"),
        ({"date": "1972-07"}, "is marked page, and its date is 1972-07"),
        ({"checked": "page_vague"}, "is marked page_vague, and its date"),
        ({"id": "S1", "kind": "other"}, "stands twice"),
        ({}, "stands twice"),
    ],
)
def test_what_is_not_borne_out_stops(odd: dict[str, str], text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shocks(TREATY, PAGE, PAGE | {"id": "S4"} | odd)


def test_another_layout_stops() -> None:
    bare = {FILE: b"id,a,b\n1,USA,GBR"}
    with pytest.raises(SourceChanged, match="should have the columns"):
        shape(bare, IssueLog("t"))


def listed() -> pl.DataFrame:
    return load("shocks").tables["shocks"]


def test_the_list_uses_every_word_and_no_recalled_row() -> None:
    table = listed()
    for column, words in (("kind", KINDS), ("direction", DIRECTIONS), ("expected", EXPECTED),
                          ("checked", CHECKED)):  # fmt: skip
        assert set(table[column]) == set(words)
    assert len(table) >= 300 and table.select("a", "b").unique().height >= 60


@pytest.mark.parametrize(
    ("a", "b", "day", "kind"),
    [
        ("IRN", "RUS", date(1995, 6, 30), "deal_frozen"),
        ("IRN", "RUS", date(2000, 12, 1), "other"),
        ("IRN", "RUS", date(2006, 12, 23), "vote_against"),
        ("IRN", "RUS", date(2007, 3, 24), "vote_against"),
        ("IRN", "RUS", date(2008, 3, 3), "vote_against"),
        ("IRN", "RUS", date(2010, 6, 9), "vote_against"),
        ("IRN", "RUS", date(2010, 9, 22), "arms_embargo"),
        ("IRN", "RUS", date(2015, 4, 13), "other"),
        ("IRN", "RUS", date(2015, 7, 14), "treaty_with_rival"),
        ("IRN", "RUS", date(2015, 9, 30), "third_party_war"),
        ("IRN", "RUS", date(2016, 8, 22), "base_dispute"),
        ("EGY", "RUS", date(1972, 7, 18), "expulsion"),
        ("CHN", "RUS", date(1960, 7, 1), "deal_cancelled"),
        ("USA", "IRN", date(1979, 2, 11), "regime_change"),
        ("FRA", "MLI", date(2022, 2, 17), "base_dispute"),
        ("USA", "PAK", date(2011, 5, 2), "force_between"),
        ("TUR", "ISR", date(2010, 5, 31), "force_between"),
        ("POL", "RUS", date(1989, 8, 24), "regime_change"),
    ],
)
def test_well_known_tests_of_a_tie_are_in_it(a: str, b: str, day: date, kind: str) -> None:
    pair = sorted(resolve(code, day).cow for code in (a, b))
    same = (pl.col("a") == pair[0]) & (pl.col("b") == pair[1]) & (pl.col("date") == day)
    assert kind in listed().filter(same)["kind"]
