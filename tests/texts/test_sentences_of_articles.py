"""Where sentences end, and where a full stop does not end one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.texts.document import Piece
from daylight.texts.fold import fold
from daylight.texts.place import place
from daylight.texts.sentences import cut, sentences

CASES = [
    "He left. | She stayed.",
    "The U.S. and the U.K. signed it. | Nobody else did.",
    "It was signed in the U.S. | The Senate never voted.",
    "Gen. Qassem Soleimani met Lt. Gen. Smith in St. Petersburg. | They spoke for an hour.",
    "President John F. Kennedy met Nikita S. Khrushchev in Vienna. | It went badly.",
    "“There’s daylight, for sure,” one official said. | “What’s unclear is the price.”",
    '"Is it true?" he asked. | "No."',
    "Who won? | Nobody! | And then they left.",
    "It cost $3.5 billion, or 2.1 percent of GDP. | That was in 2005.",
    "On Jan. 5, 2012, Mr. Putin met Mrs. Merkel. | He was late.",
    "See No. 5 and pp. 12 to 14. | The rest is in vol. 2.",
    "They met at 5 p.m. on Monday. | At 6 p.m. they had left.",
    "It was over ... or so it seemed. | Then it began again.",
    "The treaty … was never ratified. | That was that.",
    "Officials (who asked not to be named.) did not agree. | Others did.",
    "The deal was closed by Gazprom Inc. and Shell plc. | It lasted.",
    "Armenia, Belarus, etc. are members. | Others are not.",
    "1. Armenia joined. | 2. Georgia left.",
    "He said it was “a catastrophe.” | The room fell silent.",
    "В 2005 г. он сказал это. | Потом ушел.",
    "Er kam am 5. Mai zurück. | Dann ging er.",
    "中韩领导人会晤。|双方交换了意见。",
    "هل انتهى الأمر؟ | لا أحد يعرف.",
    "यह एक संधि है। | यह पुरानी है।",
    "no end and no capital",
    "Dr. Smith, the E.U. envoy, said so; i.e. nothing. | We wait.",
    "The talks in Washington, D.C. ended. | In D.C. nobody noticed.",
    "Sen. J. William Fulbright (D-Ark.) spoke. | He was heard.",
    "Is the U.S. ready? | Yes.",
    "He praised the Mr. and Mrs. program. | It ended.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    wanted = [part.strip() for part in case.split("|")]
    text = "".join(case.split("|")) if "。|" in case else " ".join(wanted)
    assert [text[a:b] for a, b in cut(text)] == wanted


def test_a_sentence_has_its_place_in_the_original() -> None:
    original = "  One\n sentence.\u00a0 “Two,”  he said.\n"
    piece = Piece(fold(original), 2, len(original) - 1)
    found = sentences(piece, original)
    assert [s.text for s in found] == ["One sentence.", "“Two,” he said."]
    assert [original[s.start : s.end] for s in found] == ["One\n sentence.", "“Two,”  he said."]


def test_a_sentence_of_html_has_its_place_among_tags() -> None:
    original = "<p>One &amp; <b>two</b>. Th<i>re</i>e<br>four.</p>"
    piece = Piece("One & two. Three four.", 3, len(original) - 4)
    found = sentences(piece, original)
    assert [s.text for s in found] == ["One & two.", "Three four."]
    assert [original[s.start : s.end] for s in found] == [
        "One &amp; <b>two</b>.", "Th<i>re</i>e<br>four."
    ]  # fmt: skip
    assert place(piece, original, 4, 5) == (7, 12)
    start, end = place(piece, original, 11, 16)
    assert original[start:end] == "Th<i>re</i>e"


@given(st.text(alphabet="aB .!?\"'”“(\n\u200b5。U", max_size=80))
def test_sentences_cover_any_piece_in_order(text: str) -> None:
    piece = Piece(fold(text), 0, len(text))
    found = sentences(piece, text)
    assert " ".join(s.text for s in found).replace(" ", "") == piece.text.replace(" ", "")
    last = 0
    for one in found:
        assert last <= one.start < one.end
        assert fold(text[one.start : one.end]) == one.text
        last = one.end
