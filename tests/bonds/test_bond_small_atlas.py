"""A bond from an atlas of one pair: from stored rows to text, page, data and frame."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from conftest import AtlasOf
from daylight.bonds.bond import bond
from daylight.bonds.records import Bond
from daylight.bonds.stands import ALLIES, AT_WAR, TORN
from daylight.core.said import at
from daylight.ledgers.relationship.form import INPUTS
from daylight.say.lines import NARROWEST
from daylight.store.atlas import Atlas
from ledger_rows import items, sums, war

RUSSIA, IRAN = 365, 630
POINTS = {
    "military_cooperation": (40.0, 50.0, 60.0),
    "political_conflict": (10.0, 60.0, 90.0),
    "economic_cooperation": 20.0,
}
WEIGHTS = [
    {"logit": "three", "outcome": outcome, "input": name, "weight": 0.5, "sd": 0.1}
    for outcome in ("rivalry", "warm")
    for name in INPUTS
]
TRADED = {
    "a": RUSSIA, "b": IRAN, "year": 2016, "ab": 1500, "ba": 1200, "status_ab": 0, "status_ba": 0,
    "log_sd": 10, "source": 1,
}  # fmt: skip
SIZES = [
    {"cow": cow, "year": 2016, "goods": 13_000, "goods_sd": 5, "goods_status": 0, "gdp": 14_000,
     "gdp_sd": 5, "gdp_status": 0, "price": 1.0}
    for cow in (RUSSIA, IRAN)
]  # fmt: skip
SOURCES = ("atop", "blocs", "defence_facts", "peace_scale", "ucdp")


def world(atlas_of: AtlasOf, *told: dict[str, Any], points: dict[str, Any] | None = None) -> Atlas:
    years = range(2010, 2017)
    rows = {
        "ledgers": [sums(RUSSIA, IRAN, y, points or POINTS) for y in years],
        "ledger_items": [items(RUSSIA, IRAN, y, promise=5.0) for y in years],
        "relationship_weights": WEIGHTS,
        "trade": [TRADED],
        "economies": SIZES,
        "dated_facts": [*told, war(RUSSIA, IRAN, "1941-08-25", "1941-09-17")],
    }
    return atlas_of(rows, SOURCES)


@pytest.fixture
def answer(atlas_of: AtlasOf) -> Bond:
    return bond("RUS", "IRN", "2017-02-01", atlas=world(atlas_of))


def test_the_headline_follows_from_the_rows(answer: Bond) -> None:
    assert answer.relationship.word == ALLIES
    assert answer.headline.startswith(
        "Russia and Iran were allies in 2016: a promise of defence in force."
    )
    assert "Political conflict of 2016 is too uncertain for a number" in answer.headline


def test_every_pointer_of_what_is_said_leads_to_a_value(answer: Bond) -> None:
    document = answer.to_dict()
    pointers = [p for finding in answer.findings for p in finding.evidence]
    pointers += [p for caveat in answer.caveats for p in caveat.touches]
    pointers += [p for source in answer.sources for p in source.supports]
    assert len(pointers) > 20
    for pointer in pointers:
        at(document, pointer)


@pytest.mark.parametrize("width", [NARROWEST, 80, 110])
def test_its_text_fits(answer: Bond, width: int) -> None:
    text = answer.text(width)
    assert max(map(len, text.splitlines())) <= width
    for part in ("RELATIONSHIP, 2016", "LEDGERS, 2016", "10-90", "no point of conflict"):
        assert part in text


def test_its_page_has_every_chart_with_a_source(answer: Bond) -> None:
    page = answer.view.page(answer)
    for name in ("zones", "ledgers", "place-time", "ledgers-time"):
        assert f'<figure id="{name}"' in page
    assert "10 to 90, no point" in page
    assert "Source: ." not in page


def test_its_frame_has_a_row_for_each_year_and_measure(answer: Bond) -> None:
    frame = answer.to_polars()
    assert len(frame) == 7 * 8
    wide = frame.filter(year=2016, measure="political_conflict").row(0, named=True)
    assert (wide["value"], wide["lo"], wide["hi"]) == (None, 10.0, 90.0)
    assert wide["status"] == "not_published"


def test_a_war_of_the_year_gives_the_word(atlas_of: AtlasOf) -> None:
    fought = world(atlas_of, war(RUSSIA, IRAN, "2016-03-01", "2016-12-31"))
    assert bond("RUS", "IRN", "2017-02-01", atlas=fought).relationship.word == AT_WAR


def test_allies_that_quarrel_are_torn_and_neither_side_is_lost(atlas_of: AtlasOf) -> None:
    torn = world(atlas_of, points={**POINTS, "military_conflict": 80.0})
    answer = bond("RUS", "IRN", "2017-02-01", atlas=torn)
    assert answer.relationship.word == TORN
    assert answer.military.cooperation.value == 50.0
    assert answer.military.conflict.value == 80.0


def test_a_year_before_the_rows_has_facts_alone(atlas_of: AtlasOf) -> None:
    old = bond("RUS", "IRN", "1942-01-01", atlas=world(atlas_of))
    assert old.history == ()
    assert [fact.kind for fact in old.known] == ["war"]
    assert "KNOWN" in old.text()
    assert old.view.page(old)


def test_long_names_beside_an_outside_power_fit_too(answer: Bond) -> None:
    names = (replace(answer.a, name="Bosnia and Herzegovina"),
             replace(answer.b, name="São Tomé and Príncipe"))  # fmt: skip
    power = replace(answer.a, name="United States")
    asked = replace(answer.request, states=names, divider=power)
    lines = replace(answer, request=asked).text(NARROWEST).splitlines()
    assert max(map(len, lines)) <= NARROWEST
    assert "outside power: United States" in lines
