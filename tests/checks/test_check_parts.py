"""Small parts of the checks: notes cut to a day, and verdicts together."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from daylight import checks
from daylight.checks.as_then import note_then, span
from daylight.checks.verdict import VERDICTS, agreed, turned
from daylight.core.partial import PartialDate

ON = date(2017, 2, 1)
HOME = Path(checks.__file__).parent


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("treaty of 1951; ended 2019", "treaty of 1951"),
        ("said by the minister; end: no longer said", "said by the minister"),
        ("leased in 1997; not on the page: the dates", "leased in 1997"),
        ("in January 2017", ""), ("", ""), (None, ""),
    ],
)  # fmt: skip
def test_notes_are_cut(note: str | None, told: str) -> None:
    assert note_then(note, ON) == told


def test_an_end_of_after_the_day_is_not_told() -> None:
    start = PartialDate(date(1971, 1, 1), "year")
    assert span(start, PartialDate(date(2020, 1, 1)), ON) == "since 1971"
    assert span(start, PartialDate(date(2010, 1, 1)), ON) == "from 1971 to 1 January 2010"
    assert span(None, PartialDate(date(2020, 1, 1)), ON) == ""


def test_verdicts_together() -> None:
    assert agreed(["supported", "supported"]) == "supported"
    assert agreed(["supported", "supported under a definition"]) == "supported under a definition"
    assert agreed(["supported", "not enough data"]) == "not enough data"
    assert agreed(["supported", "contradicted"]) == "mixed"
    for word in VERDICTS:
        assert agreed(turned(w, True) for w in (word,)) == turned(word, True)
        assert turned(word, False) == word


GROUPS = ("terms", "blocs", "trade", "votes", "troops", "ties", "by_measure", "lists")
"""The folders of the checks; one may import those before it, and none imports what decides."""
ABOVE = {"check", "decide", "records", "page", "shown", "view", "words", "caveats", "question"}


def test_a_group_of_checks_imports_only_those_before_it() -> None:
    folders = sorted(path.parent.name for path in HOME.glob("*/__init__.py"))
    assert folders == sorted(GROUPS)
    for place, group in enumerate(GROUPS):
        for path in (HOME / group).glob("*.py"):
            used = set(re.findall(r"daylight\.checks\.(\w+)", path.read_text("utf-8")))
            assert not used & {*GROUPS[place + 1 :], *ABOVE}, path.name
