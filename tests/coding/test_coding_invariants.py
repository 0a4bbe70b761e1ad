"""What holds for any text: no failure, offsets within it, codes of the ontology, and speed."""

from __future__ import annotations

import time

import pytest
from coded import rows
from hypothesis import given
from hypothesis import strategies as st

from daylight.coding.code import code
from daylight.coding.compose import PLAIN, concepts
from daylight.coding.lexicon import patterns
from daylight.coding.ontology import CONFLICT, COOPERATION, ROOTS, codes
from daylight.coding.tokens import MOST, tokens

WORDS = sorted({w for row in rows("sentences") for w in row["sentence"].split()})
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
)


@given(TEXTS)
def test_any_text_gives_events_of_the_ontology(text: str) -> None:
    events = code(text)
    assert len(set(events)) == len(events)
    for event in events:
        known = codes()[event.code]
        assert (event.root, event.goldstein) == (known.root, known.goldstein)
        assert 0 <= event.start < event.end <= len(text)
        assert event.source is None or event.source


@given(TEXTS)
def test_the_same_text_gives_the_same_events(text: str) -> None:
    assert code(text) == code(text)


@given(st.sampled_from([row["sentence"] for row in rows("sentences")]))
def test_white_space_before_a_sentence_only_moves_it(sentence: str) -> None:
    moved = [(e.code, e.source, e.target, e.start - 2) for e in code("  " + sentence)]
    assert moved == [(e.code, e.source, e.target, e.start) for e in code(sentence)]


def test_values_agree_with_the_side_of_the_root() -> None:
    """Cooperation is not below zero, conflict not above; asking for help (02) counts as good."""
    for one in codes().values():
        if one.root in COOPERATION:
            assert one.goldstein >= 0, one
        elif not one.code.startswith("02"):
            assert one.goldstein <= 0, one
    assert {one.root for one in codes().values()} == set(ROOTS) == set(COOPERATION + CONFLICT)


def test_every_code_of_the_dictionary_stands_in_the_ontology() -> None:
    known = codes()
    assert set(PLAIN.values()) <= set(known)
    columns = ("do", "intend", "appeal", "demand", "reject", "threaten", "accuse", "investigate")
    used = {row[column] for row in concepts().values() for column in columns}
    assert used - {""} <= set(known)
    halted = {row["halted"] for row in concepts().values()} - {""}
    assert halted <= set(concepts())


def test_every_phrase_is_of_a_known_concept_or_mode() -> None:
    modes = {*PLAIN, "halt", "must", "comment"}
    for pattern in patterns():
        assert pattern.what in (modes if pattern.mode else concepts()), pattern


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "a" * 10_000_000,
        "attacked " * 1_000_000,
        "Russia said that " * 300_000,
        "(" * 1_000_000,
        "send .. troops to " * 200_000,
        "-".join(["x"] * 1_000_000),
        "A.B." * 1_000_000,
        "\x00\ud800 Russia attacked Georgia",
    ],
    ids=range(10),
)
def test_hostile_texts_are_read_quickly(text: str) -> None:
    start = time.perf_counter()
    code(text)
    assert time.perf_counter() - start < 5


def test_a_text_without_end_is_cut() -> None:
    assert len(tokens("word " * 100_000)) == MOST
