"""Marks in place of names: the way back to the text, and no marks from the text itself."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from daylight.actors.find import find
from daylight.claims.clause import clauses, edges
from daylight.claims.masked import MARK, Masked, masked

DAY = date(2020, 6, 15)
WORDS = (
    "Iran", "the United States'", "NATO", "joined", "in 2005", "four", "half of", "and", ",",
    "Vladimir Putin's", "President", "Khmeimim", "its", "‹S0›", "İstanbul", "; ", "that",
)  # fmt: skip


def made(text: str) -> Masked:
    return masked(text, find(text, DAY), (), DAY)


def test_a_sentence_and_its_marks() -> None:
    sentence = made("Iran joined the SCO in 2023 with the United States' two friends")
    assert sentence.masked == "‹S0› joined ‹B1› ‹T2› with ‹S3› ‹N4› friends"
    assert [a.ids[0] for a in sentence.named(sentence.masked)] == ["IRN", "SCO", "USA"]
    assert sentence.number(sentence.masked).value == 2  # type: ignore[union-attr]
    assert [w.first.year for w in sentence.times()] == [2023]


def test_a_title_is_taken_into_the_leader() -> None:
    sentence = made("Iranian President Hassan Rouhani slept")
    assert sentence.masked == "‹L0› slept"


def test_marks_of_the_text_are_no_marks() -> None:
    sentence = made("‹S0› and ‹B99› met ‹T5›")
    assert {letter for letter, _ in MARK.findall(sentence.masked)} <= {"N"}
    assert sentence.named(sentence.masked) == ()


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=14).map(" ".join))
def test_every_place_leads_back(text: str) -> None:
    sentence = made(text)
    plain = text.replace("‹", "<").replace("›", ">")
    here = 0
    for match in [*MARK.finditer(sentence.masked), None]:
        end = match.start() if match else len(sentence.masked)
        start, stop = sentence.place(here), sentence.place(end)
        assert plain[start:stop] == sentence.masked[here:end]
        here = match.end() if match else end
    assert sentence.place(len(sentence.masked)) == len(text)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_clauses_cover_the_sentence(text: str) -> None:
    sentence = made(text).masked
    cuts = edges(sentence)
    parts = clauses(sentence, cuts)
    assert list(cuts) == sorted(cuts)
    assert (parts[-1].start, parts[-1].end) == (0, len(sentence))
    assert parts[-1].counts["T"] == sentence.count("‹T")
