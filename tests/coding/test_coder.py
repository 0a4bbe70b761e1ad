"""The interface of coders, and coders that other packages bring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest

from daylight.coding import coder as coders
from daylight.coding.code import code
from daylight.coding.coder import Coder, coder, names
from daylight.coding.records import Event
from daylight.core.errors import UnknownName


class Silent:
    """A coder that finds nothing."""

    def code(self, sentence: str, on: date | None = None) -> tuple[Event, ...]:
        return ()


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entry = SimpleNamespace(name="silent", load=lambda: Silent)
    monkeypatch.setattr(coders, "entry_points", lambda group: [entry])
    coder.cache_clear()
    yield
    coder.cache_clear()


def test_the_default_is_the_coder_of_patterns() -> None:
    assert names()[0] == "patterns"
    assert isinstance(coder(), Coder)
    text = "Norway recognised South Sudan."
    assert coder().code(text) == code(text)


@pytest.mark.usefixtures("plugged")
def test_a_coder_plugs_in_by_its_entry_point() -> None:
    assert names() == ("patterns", "silent")
    found = coder("silent")
    assert isinstance(found, Coder)
    assert found.code("Norway recognised South Sudan.") == ()


def test_an_unknown_name_says_what_is_known() -> None:
    with pytest.raises(UnknownName, match="known are: patterns"):
        coder("none of these")
