"""Statements, meetings and bases against the lists with citations."""

from __future__ import annotations

from datetime import date

import pytest
from made_claims import claim, judged, leader, state, year

from daylight.checks.lists.statements import _denied
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


@pytest.mark.parametrize(
    ("text", "window", "word"),
    [
        (CATASTROPHE, year(2005), "supported"),
        (CATASTROPHE, None, "supported"),
        (CATASTROPHE, year(2007), "contradicted"),
        (f"Before the Munich Security Conference, {CATASTROPHE}", year(2005), "contradicted"),
        (f"Speaking in Moscow, {CATASTROPHE}", year(2005), "supported"),
        ("Putin said that he liked the film", year(2005), "not enough data"),
    ],
)
def test_statements(text: str, window: Window | None, word: str) -> None:
    found = judged(said(text, window=window), "2017-02-01")
    assert found.word == word
    assert word == "not enough data" or found.figures[0].source


def test_a_statement_of_after_the_text_is_not_known() -> None:
    assert judged(said(CATASTROPHE, window=None), "2004-02-01").word == "not enough data"


def test_other_states_than_were_named() -> None:
    bush = leader("George W. Bush", "USA")
    right = said("Bush put Iran, Iraq and North Korea on an axis of evil", bush, year(2002))
    wrong = said("Bush put Iran, Iraq and Syria on an axis of evil", bush, year(2002))
    assert judged(right, "2003-03-01").word == "supported"
    assert judged(wrong, "2003-03-01").word == "contradicted"


def test_only_the_saying_itself_is_denied() -> None:
    other = said(
        "Ottawa has not forgiven him for crying it", negated=True, parts={"word": "crying"}
    )
    own = said("He never said so", negated=True, parts={"word": "said"})
    assert not _denied(other)
    assert _denied(own)


def met(text: str, window: Window | None = None, *who: Actor) -> Claim:
    return claim("meeting", "met", text, subject=who or (PUTIN, ROUHANI), window=window)


def month(y: int, m: int) -> Window:
    return Window(date(y, m, 1), date(y, m, 28), "month", "in", 0, 4)


@pytest.mark.parametrize(
    ("text", "window", "word"),
    [
        ("Rouhani and Putin met in Ufa", month(2015, 7), "supported"),
        ("Rouhani and Putin met in Paris", month(2015, 7), "contradicted"),
        ("Rouhani and Putin met in Ufa", year(2009), "not enough data"),
    ],
)
def test_meetings(text: str, window: Window, word: str) -> None:
    assert judged(met(text, window), "2017-02-01").word == word


def test_a_first_meeting_that_was_not_the_first() -> None:
    kim, trump = leader("Kim Jong-un", "PRK"), leader("Donald Trump", "USA")
    made = met("Donald Trump and Kim Jong-un met for the first time in Hanoi", None, trump, kim)
    assert judged(made, "2019-03-20").word == "contradicted"


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
