"""Texts from outside are made visible in one place, and every error goes through it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core import errors
from daylight.core.errors import BadInput, DaylightError
from daylight.core.visible import HIDDEN, MOST, one_line, visible

CASES = {
    "\x1b[2J": "\\x1b[2J",
    "\x1b]0;title\x07": "\\x1b]0;title\\x07",
    "\x9b31m": "\\x9b31m",
    "a\rb\tc\nd": "a\\rb\\tc\\nd",
    "\u202eabc\u2066": "\\u202eabc\\u2066",
    "\u200b\u00ad\ufeff": "\\u200b\\xad\\ufeff",
    "caf\udcff": "caf\\udcff",
    "\U000e0041": "\\U000e0041",
    "\u2028": "\\u2028",
    "Côte d'Ivoire, 中国, Österreich 🙂": "Côte d'Ivoire, 中国, Österreich 🙂",
}


@pytest.mark.parametrize("text", CASES, ids=ascii)
def test_what_a_terminal_would_obey_is_spelled_out(text: str) -> None:
    assert visible(text) == CASES[text]


@given(st.text(st.characters()))
def test_no_text_hides_anything(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in HIDDEN]
    assert visible(shown) == shown
    shown.encode()


def test_the_ends_of_lines_stay_where_they_are_wanted() -> None:
    assert visible("a\n\x1bb\n", "\n") == "a\n\\x1bb\n"


def test_a_message_is_one_line_of_bounded_length() -> None:
    assert one_line("a\nb\r\n\x1b") == "a b \\x1b"
    long = one_line("start" + "x" * 200_000 + "end")
    assert len(long) < MOST + 60
    assert long.startswith("start")
    assert long.endswith("end")
    assert "198,408 characters left out" in long


@pytest.mark.parametrize(
    "kind", [c for c in vars(errors).values() if isinstance(c, type)], ids=lambda c: c.__name__
)
def test_every_error_is_visible_and_one_line(kind: type[Exception]) -> None:
    if issubclass(kind, DaylightError):
        assert str(kind("no \x1b[31m\n\u202efile")) == "no \\x1b[31m \\u202efile"


def test_what_an_error_was_given_is_still_there() -> None:
    assert BadInput("a\x1b").args == ("a\x1b",)
