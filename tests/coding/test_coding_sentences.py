"""Sentences of our own over all roots, with their source and target."""

from __future__ import annotations

from collections import Counter

import pytest
from coded import rows

from daylight.coding.code import code
from daylight.coding.ontology import ROOTS

FLOOR_OF_MORE = 0.96
"""Share of the second list whose root is right; only ever raised."""


@pytest.mark.parametrize("row", rows("sentences"), ids=lambda row: row["sentence"][:40])
def test_root_and_actors(row: dict[str, str]) -> None:
    events = code(row["sentence"])
    assert events, row["sentence"]
    first = events[0]
    assert first.root == row["root"]
    assert first.code.startswith(row["code"][:1])
    if row["source"] != "GEO":  # a state and a state of the Union: left open without more text
        assert (first.source or "") == row["source"]
        assert (first.target or "") == row["target"]
    assert not first.negated
    assert not first.hypothetical


def test_every_root_has_its_sentences() -> None:
    counts = Counter(row["root"] for row in rows("sentences"))
    assert set(counts) == set(ROOTS)
    assert min(counts.values()) >= 8


def test_more_sentences_stay_right() -> None:
    same = []
    for row in rows("more_sentences"):
        events = code(row["sentence"])
        same.append(bool(events) and events[0].root == row["root"])
    assert sum(same) / len(same) >= FLOOR_OF_MORE


def test_plain_news_stays_right() -> None:
    roots, sides = [], []
    for row in rows("news"):
        first = next(iter(code(row["sentence"])), None)
        roots.append(first is not None and first.root == row["root"])
        found = ((first.source or ""), (first.target or "")) if first else None
        sides.append(found == (row["source"], row["target"]))
    assert sum(roots) / len(roots) >= 0.96
    assert sum(sides) / len(sides) >= 0.95


@pytest.mark.parametrize("row", rows("traps"), ids=lambda row: row["sentence"][:40])
def test_negation_hypothesis_report_and_no_event(row: dict[str, str]) -> None:
    events = code(row["sentence"])
    if row["root"] == "-":
        assert events == ()
        return
    first = events[0]
    assert first.root == row["root"]
    assert first.negated == ("N" in row["flags"])
    assert first.hypothetical == ("H" in row["flags"])
    assert first.reported or "R" not in row["flags"]
    assert ((first.source or ""), (first.target or "")) == (row["source"], row["target"])


def test_both_sides_of_a_meeting_are_given() -> None:
    events = code("The presidents of Kenya and Uganda met in Kampala.")
    assert {(e.source, e.target) for e in events} == {("KEN", "UGA"), ("UGA", "KEN")}


def test_several_actors_make_an_event_each() -> None:
    events = code("France and Germany condemned Russia and Belarus.")
    pairs = {(e.source, e.target) for e in events}
    assert pairs == {(a, b) for a in ("FRA", "DEU") for b in ("RUS", "BLR")}


def test_a_visit_is_hosted_by_the_other_side() -> None:
    events = code("Japan's prime minister visited Vietnam on Monday.")
    assert [(e.code, e.source, e.target) for e in events] == [
        ("042", "JPN", "VNM"),
        ("043", "VNM", "JPN"),
    ]


def test_offsets_name_the_words_of_the_act() -> None:
    text = "On Friday the (rebel) government of Chad broke off relations with Sudan."
    (event,) = code(text)
    assert text[event.start : event.end] == "broke off relations"
