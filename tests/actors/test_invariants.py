"""Whatever the text, mentions are in order, apart, and say what stands at their offsets."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.actors.find import find
from daylight.actors.tokens import tokens

WORDS = (
    "Russia", "Russian", "Iran's", "president", "President", "of", "the", "Putin", "Mr.", "U.S.",
    "US", "Georgia", "Korea", "Jordan", "May", "in", "Moscow", "-", ",", ".", "St.", "Sino-",
    "foreign minister", "NATO", "New", "Mexico", "pro-", "elect", "former", "[", "]", "’", "\n",
    "Bush", "King Abdullah", "Brussels", "1966",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join),
)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2030, 12, 31))


@given(TEXTS, DAYS)
def test_mentions_are_in_order_and_at_their_offsets(text: str, on: date | None) -> None:
    found = find(text, on)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.ids
        assert len(set(mention.ids)) == len(mention.ids)
        assert mention.name
        assert mention.role
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == find(text, on)


@given(TEXTS)
def test_words_are_in_order_and_within_the_text(text: str) -> None:
    cut = tokens(text)
    bounds = list(zip(cut.starts, cut.ends, strict=True))
    assert all(start < end <= len(text) for start, end in bounds)
    assert all(a[1] <= b[0] for a, b in pairwise(bounds))


@pytest.mark.parametrize(
    "piece", ["the ", "U.S.", "A", "a.", "president of the ", "Kim Jong ", "\u0301", "Iran\n"]
)
def test_hostile_texts_take_no_more_than_their_length(piece: str) -> None:
    size = 40_000
    start = perf_counter()
    find(piece * (size // len(piece)), date(2010, 1, 1))
    assert perf_counter() - start < 5
