"""Words for sizes say what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.catalogue import CATALOGUE
from daylight.core.lazy import load
from daylight.say.absence import absence
from daylight.say.dates import day, spans
from daylight.say.words import Scale
from small_answers import small_bond

WORDS = [
    load(words)
    for question in CATALOGUE
    if question.name != "brief" and (words := load(question.view).words)
]
SCALES = [
    entry
    for words in WORDS
    for entry in (words(small_bond()) if callable(words) else words)
    if isinstance(entry, Scale)
]


def test_there_are_scales() -> None:
    assert len(SCALES) >= 2


@pytest.mark.parametrize("scale", SCALES, ids=lambda s: s.name)
@given(value=st.floats(-100, 100))
def test_a_word_holds_from_its_threshold_up(scale: Scale, value: float) -> None:
    word = scale.word(value)
    least = {name: step for step, name in scale.steps}
    assert word == scale.lowest or value >= least[word]
    higher = [step for step, _ in scale.steps if step > least.get(word, float("-inf"))]
    assert all(value < step for step in higher)


@pytest.mark.parametrize("scale", SCALES, ids=lambda s: s.name)
def test_the_legend_has_every_word_and_threshold(scale: Scale) -> None:
    steps = [step for step, _ in scale.steps]
    assert steps == sorted(steps, reverse=True)
    for step, word in scale.steps:
        assert word in scale.legend()
        assert f"{step:g}" in scale.legend()
    assert scale.words()[-1] == scale.lowest


def test_absence_says_where_the_source_ends() -> None:
    assert absence("outside_coverage", (1946, 2016), 2017) == "no data after 2016"
    assert absence("outside_coverage", (1946, 2016), 1900, "votes") == "no votes before 1946"
    assert absence("missing", (1946, 2016), 2000) == "not known for 2000"
    assert absence("structural_zero", (1946, 2016), 2000) == "nothing to measure"


def test_dates_read_as_people_write_them() -> None:
    from datetime import date

    assert day(date(2017, 2, 1)) == "1 February 2017"
    assert spans([(1914, 1918), (1939, 1939)]) == "1914-1918, 1939"
