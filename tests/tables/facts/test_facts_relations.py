"""Facts of relations and of recognition: breaks that last, and days that a page shows."""

from __future__ import annotations

from datetime import date

import polars as pl
from lists_of_facts import CHINA, FRANCE, IRAN, SAUDI, UK, USA, said

from daylight.sources.relations.source import EVENTS, SPELLS
from daylight.tables.facts import relations

PAGE = "https://x.y"


def events() -> dict[str, pl.DataFrame]:
    rows = [
        ("broken", IRAN, SAUDI, date(2016, 1, 3), "day", None, "Relations broken", PAGE, None),
        ("restored", IRAN, SAUDI, date(2023, 3, 1), "month", None, "Agreement", PAGE, None),
        ("broken", USA, IRAN, date(1980, 4, 7), "day", "open", "Relations broken", PAGE, None),
        ("downgraded", UK, IRAN, date(2011, 1, 1), "year", "unknown", "Expelled", PAGE, None),
    ]
    spells = [
        ("broken", IRAN, SAUDI, date(2016, 1, 3), date(2023, 3, 1), "ended"),
        ("broken", USA, IRAN, date(1980, 4, 7), None, "open"),
    ]
    return {
        "events": pl.DataFrame(rows, EVENTS, orient="row"),
        "spells": pl.DataFrame(spells, SPELLS, orient="row"),
    }


def test_a_break_lasts_to_the_event_that_ended_it_as_far_as_that_is_known() -> None:
    found = {(f.a, f.b, f.kind): f for f in relations.events(events())}
    over = found[IRAN, SAUDI, "break"]
    assert (over.until, over.until_precision, over.open_to) == (date(2023, 3, 31), "month", None)
    assert found[USA, IRAN, "break"].open_to == relations.LISTED_TO
    unknown = found[UK, IRAN, "break"]
    assert (unknown.until, unknown.open_to, unknown.precision) == (None, None, "year")
    assert found[IRAN, SAUDI, "mend"].text == "Agreement"


def test_recognition_is_told_where_a_page_shows_its_start() -> None:
    columns = {
        "cow": pl.Int16, "recognised": pl.String, "start": pl.Date, "censored": pl.Boolean,
        "end": pl.Date, "confirmed": pl.Boolean, "citation": pl.String, "note": pl.String,
    }  # fmt: skip
    rows = [
        (FRANCE, "PRC", date(1964, 1, 27), False, None, True, PAGE, None),
        (UK, "ROC", date(1949, 10, 1), True, date(1950, 1, 5), True, PAGE, None),
        (USA, "PRC", date(1979, 1, 1), False, None, False, PAGE, None),
        (IRAN, "PRC", date(1971, 8, 17), False, None, True, PAGE, "day recalled"),
        (SAUDI, "none", date(1962, 1, 1), False, None, True, PAGE, None),
    ]
    spells = {"spells": pl.DataFrame(rows, columns, orient="row")}
    assert said(relations.recognition(spells)) == [
        (FRANCE, CHINA, "1964-01-27", "recognition", "France recognises Peking"),
        (IRAN, CHINA, "1971-08", "recognition", "Iran recognises Peking"),
    ]
