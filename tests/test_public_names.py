"""The names that ``import daylight`` offers, in whatever order they are used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import daylight as dl
from daylight.catalogue import CATALOGUE, by_name
from daylight.core.lazy import load

QUESTIONS = [q.name for q in CATALOGUE]


@pytest.mark.parametrize("name", dl.__all__)
def test_every_name_is_there(name: str) -> None:
    assert name in dir(dl)
    assert callable(getattr(dl, name))
    assert callable(getattr(dl, name)), "also the second time"


def test_another_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bonded'"):
        dl.bonded  # noqa: B018


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_keeps_its_name_when_its_package_is_imported(name: str) -> None:
    """That it can be asked again is held by ``test_answers.py``, for all of them."""
    question = by_name(name)
    assert question is not None
    view = load(question.view)
    for reference in (question.ask, question.answer, view.lines, view.sections):
        assert load(reference) is not None
    assert load(question.call) is getattr(dl, name)


def test_editors_see_the_names_that_there_are() -> None:
    """The stub is written by docs/generate.py; its freshness is tested with the pages."""
    stub = Path(dl.__file__).with_suffix(".pyi").read_text("utf-8")
    names = re.findall(r"(?: as |^)([a-zA-Z]\w*|__version__)(?:$| = )", stub, re.M)
    assert set(names) == {*dl.__all__, "__version__"}
