"""What holds for the claims of any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told import DAY, told

from daylight.claims.context import Context
from daylight.claims.find import LONGEST, claims, of_sentence
from daylight.claims.patterns import patterns
from daylight.claims.records import TYPES, UNCHECKABLE
from daylight.claims.rows import Row, rows
from daylight.texts.document import Document, Piece
from daylight.texts.fold import fold

WORDS = (
    "Iran", "Russia's", "the United States", "NATO", "the EU", "Putin", "Obama", "Khmeimim", "he",
    "the bloc", "the two countries", "its", "joined", "left", "has four members", "trade with",
    "between", "said that", "met", "in 1999", "last year", "two billion dollars", "more than", "is",
    "not", "never", "a member of", "troops in", "voted with", "because", "will", ",", ";", "and",
    "which", "if", "‹S0›", "\xa0", "\n", "İ", "signed a treaty with", "closest", "than ever", "of",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def document(text: str) -> Document:
    piece = Piece(fold(text), 0, len(text))
    return Document(None, None, None, None, (piece,), (), (), False, "en", "pasted", text)


@settings(max_examples=60, deadline=None)
@given(PROSE | st.text(max_size=200), st.none() | st.dates())
def test_claims_lie_in_their_sentence_and_in_the_original(text: str, on: date | None) -> None:
    found = claims(document(text), on)
    for claim in found:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.text in claim.sentence
        assert fold(text[claim.start : claim.end]) == claim.text
        assert claim.type in TYPES
    assert list(found) == sorted(found, key=lambda c: (c.start, c.end))


@settings(max_examples=25, deadline=None)
@given(PROSE)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert told(text) == told(text)


def test_offsets_lead_through_white_space_and_entities() -> None:
    text = "In  2023,\n\nIran   joined\tthe SCO in peace."
    claim = claims(document(text), DAY)[0]
    assert text[claim.start : claim.end] == "Iran   joined\tthe SCO"
    assert claim.text == "Iran joined the SCO"


def test_a_sentence_that_is_too_long_is_left_out() -> None:
    short = "Iran joined the SCO in 2023"
    long = short + " and slept" * (LONGEST // 10)
    for text, count in ((short, 1), (long, 0)):
        assert len(of_sentence(Piece(text, 0, len(text)), text, DAY, Context())) == count


def test_no_row_can_repeat_what_repeats_without_end() -> None:
    """A star within a star is how matching comes to take for ever."""
    for row in (*patterns(), *rows("cues"), *rows("beyond")):
        assert "*)*" not in row.words and "+)*" not in row.words and "+)+" not in row.words, row


def test_every_row_can_be_made_and_says_a_type() -> None:
    every = [*patterns(), *rows("cues"), *rows("beyond")]
    assert {row.type for row in every} == set(TYPES)
    assert {row.type for row in rows("beyond")} == set(UNCHECKABLE)
    for row in every:
        assert set(row.needs) <= set("SLBPTNH"), row
        assert row.compiled and row.besides
        assert all(key == key.lower() for key in row.keys)


@pytest.mark.parametrize("row", patterns(), ids=lambda row: f"{row.type}-{row.relation}")
def test_keys_stand_in_the_words_of_their_row(row: Row) -> None:
    letters = row.words.replace("(?:", "").replace("?", "").replace(")", "")
    assert not row.keys or any(key.strip(" -")[:4] in letters for key in row.keys)
