"""The names that ``import daylight`` offers, in whatever order they are used."""

from __future__ import annotations

from importlib import import_module

import pytest

import daylight as dl

CALLED = ("bond", "divergence", "bloc_ties", "brief")


@pytest.mark.parametrize("name", dl.__all__)
def test_every_name_is_there(name: str) -> None:
    assert name in dir(dl)
    assert callable(getattr(dl, name))
    assert callable(getattr(dl, name)), "also the second time"


def test_another_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bonded'"):
        dl.bonded  # noqa: B018


@pytest.mark.parametrize("name", CALLED)
def test_a_question_can_be_asked_again_and_after_its_package_is_imported(name: str) -> None:
    first = getattr(dl, name)("RUS", "IRN", when="2017-02-01")
    module, attribute = dl._HOMES[name]
    assert getattr(import_module(module), attribute)
    again = getattr(dl, name)("RUS", "IRN", when="2017-02-01")
    assert first == again
