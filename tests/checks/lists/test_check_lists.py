"""Statements, meetings and bases against the lists with citations."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from made_claims import claim, judged, leader, of_two, state, year

from daylight.checks.lists.differences import denied
from daylight.checks.lists.scene_of_saying import other_numbers, scene_of
from daylight.claims.records import Actor, Claim, Window
from daylight.store.atlas import current
from daylight.store.older import holds

pytestmark = pytest.mark.skipif(
    not all(holds(current().manifest, name) for name in ("statements", "meetings", "places")),
    reason="the atlas is older than the lists of statements, meetings and places",
)
PUTIN, ROUHANI = leader("Vladimir Putin", "RUS"), leader("Hassan Rouhani", "IRN")
CATASTROPHE = "Putin called the collapse of the Soviet Union the greatest geopolitical catastrophe"


def said(text: str, who: Actor = PUTIN, window: Window | None = None, **more: object) -> Claim:
    return claim("statement", "said", text, subject=(who,), window=window, **more)


LIKE = "supported under a definition"


@pytest.mark.parametrize(
    ("text", "window", "word"),
    [
        (CATASTROPHE, year(2005), LIKE),
        (CATASTROPHE, None, LIKE),
        (f"Before the Munich Security Conference, {CATASTROPHE}", year(2005), "contradicted"),
        (f"Speaking in Moscow, {CATASTROPHE}", year(2005), LIKE),
        ("Putin said that he liked the film", year(2005), "not enough data"),
    ],
)
def test_statements(text: str, window: Window | None, word: str) -> None:
    found = judged(said(text, window=window), "2017-02-01")
    assert found.word == word
    assert word == "not enough data" or found.figures[0].source
    assert word == "not enough data" or "calls the Soviet collapse" in found.answer


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Macron said in 2019 that NATO was experiencing brain death", "supported"),
        ("Macron said in 2017 that NATO was experiencing brain death", "contradicted"),
        ("Macron said that NATO, founded in 1949, was experiencing brain death", "supported"),
        ("Macron said in 2019 that NATO had to think", "not enough data"),
    ],
)
def test_what_is_quoted_is_decided_by_when_it_was_said(text: str, word: str) -> None:
    """A year within what was said is not when it was said."""
    at = next((m.start() for m in re.finditer(r"\d{4}", text)), 0)
    window = replace(year(int(text[at : at + 4])), start=at, end=at + 4) if at else None
    found = judged(said(text, leader("Emmanuel Macron", "FRA"), window), "2020-02-01")
    assert found.word == word


@pytest.mark.parametrize(
    ("text", "who", "day", "window", "word"),
    [
        (
            "Gorbachev told the United Nations that forces would be cut by half a million men",
            leader("Mikhail Gorbachev", "RUS"),
            "1999-07-15",
            year(1988),
            LIKE,
        ),
        (
            "Gorbachev told the United Nations that forces would be cut by two million men",
            leader("Mikhail Gorbachev", "RUS"),
            "1999-07-15",
            year(1988),
            "not enough data",
        ),
        (
            "Churchill said in Cracow that an iron curtain had descended",
            leader("Winston Churchill", "GBR"),
            "1947-12-01",
            year(1946),
            "not enough data",
        ),
    ],
)
def test_other_numbers_and_unknown_places_leave_it_open(
    text: str, who: Actor, day: str, window: Window, word: str
) -> None:
    assert judged(said(text, who, window), day).word == word


def test_what_is_told_besides_is_not_where_it_was_said() -> None:
    aside = "Bush, who had spoken in Warsaw in 2001, called them an axis of evil"
    assert "Warsaw" not in scene_of(aside)
    assert "axis of evil" in scene_of(aside)
    assert "Moscow" not in scene_of("Putin said in 2005 that the collapse in Moscow was bad")
    assert other_numbers("a fund of 300 billion", "a fund of 100 billion euros")
    assert not other_numbers("half a million men", "500,000 troops in 1988")


def test_a_statement_of_after_the_text_is_not_known() -> None:
    assert judged(said(CATASTROPHE, window=None), "2004-02-01").word == "not enough data"


def test_other_states_than_were_named() -> None:
    bush = leader("George W. Bush", "USA")
    right = said("Bush put Iran, Iraq and North Korea on an axis of evil", bush, year(2002))
    wrong = said("Bush put Iran, Iraq and Syria on an axis of evil", bush, year(2002))
    assert judged(right, "2003-03-01").word == "supported"
    assert judged(wrong, "2003-03-01").word == "contradicted"


def test_only_the_saying_itself_isdenied() -> None:
    other = said(
        "Ottawa has not forgiven him for crying it", negated=True, parts={"word": "crying"}
    )
    own = said("He never said so", negated=True, parts={"word": "said"})
    assert not denied(other)
    assert denied(own)


def met(text: str, window: Window | None = None, *who: Actor) -> Claim:
    return claim("meeting", "met", text, subject=who or (PUTIN, ROUHANI), window=window)


DAY = Window(date(2015, 7, 9), date(2015, 7, 9), "day", "in", 0, 4)


def month(y: int, m: int) -> Window:
    return Window(date(y, m, 1), date(y, m, 28), "month", "in", 0, 4)


@pytest.mark.parametrize(
    ("text", "window", "word"),
    [
        ("Rouhani and Putin met in Ufa", month(2015, 7), "supported"),
        ("Rouhani and Putin met in Paris", DAY, "contradicted"),
        ("Rouhani and Putin met in Paris", month(2015, 7), "not enough data"),
        ("Rouhani and Putin met in Ufa", year(2009), "not enough data"),
    ],
)
def test_meetings(text: str, window: Window, word: str) -> None:
    assert judged(met(text, window), "2017-02-01").word == word


def test_a_first_meeting_that_was_not_the_first() -> None:
    kim, trump = leader("Kim Jong-un", "PRK"), leader("Donald Trump", "USA")
    made = met("Donald Trump and Kim Jong-un met for the first time in Hanoi", None, trump, kim)
    assert judged(made, "2019-03-20").word == "contradicted"


TRUMP, KIM = leader("Donald Trump", "USA"), leader("Kim Jong-un", "PRK")
NIXON, MAO = leader("Richard Nixon", "USA"), leader("Mao Zedong", "CHN")


def test_two_who_met_cannot_be_said_never_to_have_met() -> None:
    made = claim("meeting", "met", "they never met", subject=(TRUMP, KIM), negated=True)
    assert judged(made, "2019-03-20").word == "contradicted"


def test_two_who_seldom_meet_do_not_meet_twice_in_a_month() -> None:
    beijing = met("Trump and Kim met in Beijing", month(2018, 6), TRUMP, KIM)
    assert judged(beijing, "2019-03-20").word == "contradicted"


def test_a_meeting_at_several_places_was_at_each() -> None:
    for place in ("Beijing", "Hangzhou", "Shanghai"):
        made = met(f"Nixon met Mao in {place}", month(1972, 2), NIXON, MAO)
        assert judged(made, "1975-06-01").word == "supported"


def test_a_meeting_that_is_not_listed_may_have_been() -> None:
    made = met("They met", None, leader("Liamine Zeroual", "DZA"), PUTIN)
    assert judged(made, "2017-02-01").word == "not enough data"


def based(text: str, code: str, place: str, **more: object) -> Claim:
    return claim(
        "base",
        "forces",
        text,
        subject=(state(code),),
        object=(Actor("place", place, ("SYR",)),),
        **more,
    )


@pytest.mark.parametrize(
    ("text", "code", "place", "day", "word"),
    [
        ("Russian jets at Khmeimim", "RUS", "Khmeimim Air Base", "2017-02-01", "supported"),
        ("Russian jets at Khmeimim", "RUS", "Khmeimim Air Base", "2014-02-01", "not enough data"),
        ("American jets at Khmeimim", "USA", "Khmeimim Air Base", "2017-02-01", "not enough data"),
        ("American ships at Subic Bay", "USA", "Subic Bay", "1995-05-22", "contradicted"),
        ("they gave up Subic Bay", "USA", "Subic Bay", "1995-05-22", "supported"),
        (
            "Russian sailors at Cam Ranh Bay",
            "RUS",
            "Cam Ranh Bay",
            "1990-01-01",
            "supported under a definition",
        ),
    ],
)
def test_bases(text: str, code: str, place: str, day: str, word: str) -> None:
    found = judged(based(text, code, place), day)
    assert found.word == word
    assert "2024" not in found.answer


@pytest.mark.parametrize(
    ("owner", "host", "day", "word"),
    [
        ("USA", "SWE", "2016-06-01", "not enough data"),
        ("USA", "JPN", "2016-06-01", "supported"),
        ("RUS", "POL", "1985-06-01", "not enough data"),
        ("GBR", "CYP", "2019-06-01", "not enough data"),
    ],
)
def test_a_few_soldiers_are_no_garrison_and_no_count_is_not_zero(
    owner: str, host: str, day: str, word: str
) -> None:
    """Troops are counted in full for the United States alone."""
    made = of_two("base", "forces", owner, host, "troops are stationed there")
    assert judged(made, day).word == word


def test_a_year_elsewhere_in_the_sentence_leaves_a_meeting_open() -> None:
    sentence = "The ice was broken in Singapore in 2016, where Trump and Kim met"
    made = claim("meeting", "met", "Trump and Kim met", sentence=sentence, subject=(TRUMP, KIM))
    assert judged(made, "2019-03-20").word == "not enough data"
