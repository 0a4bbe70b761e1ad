"""What tested a tie: the catalogue and dated facts, each event once, none too early."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from daylight.core.refs import ref_of
from daylight.endurance.shocks.listed import events
from daylight.store.atlas import Atlas

if TYPE_CHECKING:
    from conftest import AtlasOf

A, B = 365, 630


def listed(day: str, kind: str, precision: str = "day", title: str = "An event") -> dict[str, Any]:
    return {
        "a": A, "b": B, "date": date.fromisoformat(day), "precision": precision, "kind": kind,
        "direction": "both", "third": None, "title": title, "expected": "strain",
        "citation": "A page", "url": "https://example.org/", "checked": "page",
    }  # fmt: skip


def fact(day: str, kind: str, precision: str = "day") -> dict[str, Any]:
    return {
        "a": A, "b": B, "day": date.fromisoformat(day), "precision": precision, "until": None,
        "until_precision": None, "open_to": None, "kind": kind, "actor": 0, "text": f"a {kind}",
        "weight": 50, "source": "mid", "citation": None,
    }  # fmt: skip


def ended(day: str, mode: int, renewed: bool = False) -> dict[str, Any]:
    return {
        "atopid": 1000, "phase": 0, "a": A, "b": B, "date": date.fromisoformat(day),
        "precision": "day", "ab": 4, "ba": 4, "bilateral": True, "mode": mode, "leaver": None,
        "next_phase": renewed,
    }  # fmt: skip


def found(book: Atlas, until: str) -> list[tuple[str, str]]:
    day = date.fromisoformat(until)
    rows = events(book, ref_of(A, day), ref_of(B, day), day)
    return [(event.day.isoformat(), event.title) for event in rows]


def test_both_lists_oldest_first_and_none_after_the_date(atlas_of: AtlasOf) -> None:
    book = atlas_of({
        "shocks": [listed("2010-09-22", "deal_frozen"), listed("2015-07-14", "other")],
        "dated_facts": [fact("1990-03-01", "force"), fact("2012-01-01", "trade")],
        "treaty_ends": [ended("1980-01-01", 2)],
    })  # fmt: skip
    assert found(book, "2016-01-01") == [
        ("1990-03-01", "a force"), ("2010-09-22", "An event"), ("2015-07-14", "An event"),
    ]  # fmt: skip
    assert found(book, "2015-07-13") == [("1990-03-01", "a force"), ("2010-09-22", "An event")]


def test_what_is_known_to_the_month_counts_from_its_end(atlas_of: AtlasOf) -> None:
    book = atlas_of({
        "shocks": [listed("2010-09-01", "other", "month"), listed("2011-01-01", "other", "year")],
        "dated_facts": [fact("1990-03-01", "force")],
        "treaty_ends": [ended("1980-01-01", 3, renewed=True)],
    })  # fmt: skip
    assert len(found(book, "2010-09-29")) == 1
    assert len(found(book, "2010-09-30")) == 2
    assert len(found(book, "2011-12-30")) == 2
    assert len(found(book, "2011-12-31")) == 3


def test_an_event_of_both_lists_is_told_once(atlas_of: AtlasOf) -> None:
    book = atlas_of({
        "shocks": [listed("1990-03-05", "force_between", title="A raid")],
        "dated_facts": [
            fact("1990-03-01", "force"), fact("1990-01-01", "crisis", "year"),
            fact("1991-06-01", "force"), fact("1990-03-05", "sanctions"),
        ],
        "treaty_ends": [ended("1979-11-05", 3)],
    })  # fmt: skip
    assert found(book, "2000-01-01") == [
        ("1979-11-05", "A treaty of the two ends early"),
        ("1990-03-05", "A raid"), ("1991-06-01", "a force"),
    ]  # fmt: skip
