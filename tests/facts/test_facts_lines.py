"""Lines of facts: dates as far as they are known, how they stand, who tells of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows_of_facts import told

from daylight.core.partial import PartialDate
from daylight.facts.lines import ROOM, block, body, line, links, standing, told_by, written
from daylight.say.lines import columns

DAY = date(2010, 6, 9)


def test_dates_are_as_precise_as_they_are_known() -> None:
    assert written(PartialDate(DAY, "day")) == "9 Jun 2010"
    assert written(PartialDate.read("2010-06")) == "Jun 2010"
    assert written(PartialDate.read("2010")) == "2010"


def test_a_line_has_date_text_and_source() -> None:
    fact = told(day=DAY, text="Russia votes for UN sanctions on Iran", source=("council_votes",))
    assert line(fact) == ["9 Jun 2010    Russia votes for UN sanctions on Iran (UN)"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"standing": "unsure"}, ""),
        ({"standing": "goes_on"}, ", goes on"),
        ({"standing": "last_seen", "held": date(2018, 12, 31)}, ", seen to 2018"),
        (
            {"standing": "ended", "until": date(2016, 12, 31), "until_precision": "year"},
            ", to 2016",
        ),
        (
            {"standing": "ended", "until": date(2015, 7, 20), "until_precision": "day"},
            ", to 20 Jul 2015",
        ),
        ({"standing": "ended", "until": DAY, "until_precision": "day"}, ""),
        ({"standing": "ended", "until": date(2010, 12, 31), "until_precision": "year"}, ""),
    ],
)
def test_how_it_stands_is_said(changes: dict[str, object], said: str) -> None:
    assert standing(told(day=DAY, **changes)) == said


def test_a_list_of_our_own_is_told_by_its_page_and_both_sources_are_named() -> None:
    page = "https://www.interfax.com/newsroom/108291/"
    assert told_by(told(source=("defence_facts",), citation=(page,))) == ("interfax.com",)
    both = told(source=("defence_facts", "mid"), citation=(page,))
    assert told_by(both) == ("MID", "interfax.com")
    row = told(source=("relations",), citation=("ATOP 5.1, atopid 3830",))
    assert told_by(row) == ("ATOP",)
    assert told_by(told(source=("blocs",))) == ("list of blocs",)


@given(st.text("abc def", min_size=1, max_size=70).filter(str.strip), st.integers(66, 110))
def test_lines_fit_and_hang_under_the_text(text: str, width: int) -> None:
    with columns(width):
        found = line(told(day=DAY, text=text.strip()))
    assert all(len(part) <= width for part in found)
    assert found[0].startswith("9 Jun 2010    ")
    assert all(part.startswith(" " * ROOM) for part in found[1:])


def test_a_block_keeps_the_order() -> None:
    two = [told(day=DAY, text="one"), told(day=date(2009, 1, 1), text="two")]
    assert [text[ROOM:] for text in block(two)] == ["one (MID)", "two (MID)"]


def test_a_page_has_the_text_with_its_standing_and_the_addresses() -> None:
    fact = told(text="treaty", standing="goes_on", citation=("https://x.y/1", "ATOP 5.1, atopid 1"))
    assert body(fact) == "treaty, goes on"
    assert links(fact) == ("https://x.y/1",)
