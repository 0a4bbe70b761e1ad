"""Watch lists as they are written: what is read, and what each fault says."""

from __future__ import annotations

from pathlib import Path

import pytest

from daylight.core.errors import BadInput
from daylight.watches.listed import MOST, read, watch_list
from daylight.watches.watched import WATCHABLE

FULL = """
title: Neighbours
divider: USA
watch: [facts, p_rivalry]
pairs:
  - RUS:IRN
  - [South Korea, Japan]
  - pair: COW:365:IRN
    divider: none
    note: by number
"""


def test_a_list_is_read() -> None:
    found = watch_list(FULL)
    assert found.title == "Neighbours"
    assert found.watched == ("p_rivalry", "facts"), "in the order of the registry"
    assert [(p.a, p.b, p.divider, p.note) for p in found.pairs] == [
        ("RUS", "IRN", "USA", ""),
        ("South Korea", "Japan", "USA", ""),
        ("COW:365", "IRN", None, "by number"),
    ]
    assert [p.line for p in found.pairs] == [6, 7, 8]


def test_by_default_all_is_watched() -> None:
    assert watch_list("pairs: [RUS:IRN]").watched == tuple(WATCHABLE)


FAULTS = {
    "": ("is empty", "pairs"),
    "title: a": ("line 1", "pairs"),
    "pairs: []": ("line 1, pairs", "- RUS:IRN"),
    "pairs: RUS:IRN": ("line 1, pairs", "- RUS:IRN"),
    "pairs:\n  - RUS": ("line 2, pairs.1", "RUS:IRN"),
    "pairs:\n  - RUS:IRN:USA": ("line 2, pairs.1", "no pair"),
    "pairs:\n  - [RUS]": ("line 2, pairs.1", "two states"),
    "pairs:\n  - [RUS, IRN, USA]": ("line 2, pairs.1", "at most 2"),
    "pairs:\n  - RUS:Irann Republik": ("line 2, pairs.1", "Irann"),
    "pairs:\n  - note: a": ("line 2, pairs.1", "pair is missing"),
    "pairs:\n  - pair: RUS:IRN\n    dividor: USA": ("line 3, pairs.1", "divider"),
    "divider: nobody at all\npairs: [RUS:IRN]": ("line 1, divider", "nobody at all"),
    "watch: [p_rivalri]\npairs: [RUS:IRN]": ("line 1, watch.1", "near: p_rivalry"),
    "watch: p_rivalry\npairs: [RUS:IRN]": ("line 1, watch", "list"),
    "pears: [RUS:IRN]": ("line 1", "near: pairs"),
    "pairs: [RUS:IRN]\npairs: [RUS:CHN]": ("line 2", "twice"),
    "pairs: &a [RUS:IRN]": ("line 1", "anchor"),
    "pairs: [RUS:IRN": ("no.yml", "not YAML"),
    "pairs: [" + "RUS:IRN, " * (MOST + 1) + "]": ("line 1, pairs", f"at most {MOST}"),
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: repr(text[:40]))
def test_a_fault_is_one_line_that_names_its_place(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        watch_list(text, "no.yml")
    message = str(caught.value)
    assert "\n" not in message
    assert [part for part in FAULTS[text] if part not in message] == []


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read(tmp_path / "no.yml")
    odd = tmp_path / "odd.yml"
    odd.write_bytes(b"title: a\npairs: [\xff]\n")
    with pytest.raises(BadInput, match="line 2: this is not UTF-8"):
        read(odd)
