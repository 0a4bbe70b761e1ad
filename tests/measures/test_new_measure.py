"""A made-up tie, added as one row of a family, works everywhere that measures do."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import test_contract

from daylight import measures
from daylight.core.errors import OutsideCoverage
from daylight.measures import sources_of, ties_military
from daylight.measures.coverage import covered
from daylight.measures.measure import Measure, Values
from daylight.measures.ties import tie_measure
from daylight.panel.cite import citations
from daylight.panel.panel import dyads
from daylight.store.atlas import Atlas
from daylight.tables.world import Frames

Tables = dict[str, list[dict[str, Any]]]
DOCS = Path(__file__).resolve().parents[2] / "docs"
TIE = tie_measure(
    "shared_bases",
    title="Shared bases",
    unit="fraction of bases",
    about="""
    How many of a's bases b may use.

    Made up for a test.
    """,
    citation="Nobody 2000, Journal of Tests 1:1-2",
    method="forces-and-arms",
    sources=("bases", "maps"),
    supplied="bases",
    directed=True,
    high=1.0,
    fraction=True,
)
SPELL = {"measure": TIE.name, "cow": 20, "partner": 2, "start": 1990, "end": 1991, "value": 0.5}
COVER = {"measure": TIE.name, "cow": 0, "partner": 0, "start": 1990, "end": 1991}


@pytest.fixture(autouse=True)
def one(monkeypatch: pytest.MonkeyPatch) -> Measure:
    """The row, in its family and so in the list of all."""
    for module, name in ((ties_military, "MILITARY_TIES"), (measures, "MEASURES")):
        monkeypatch.setattr(module, name, (*getattr(module, name), TIE))
    monkeypatch.setattr(test_contract, "MEASURES", measures.MEASURES)
    return TIE


@pytest.fixture
def world(world_of: Callable[[Tables], Frames], toy_tables: Callable[[], Tables]) -> Frames:
    return world_of(toy_tables())


@pytest.fixture
def found(one: Measure, world: Frames) -> Values:
    return one.compute(world, *test_contract.SPAN)


@pytest.fixture
def atlas(atlas_of: Callable[..., Atlas]) -> Atlas:
    coverage = [{"measure": TIE.name, "start": 1990, "end": 1991}]
    return atlas_of({"ties": [SPELL], "tie_cover": [COVER], "coverage": coverage}, ("bases",))


def checks() -> list[Callable[..., None]]:
    """Return what the contract asks of every measure, and of the list of them."""
    tests = (f for name, f in vars(test_contract).items() if name.startswith("test_"))
    return [f for f in tests if not {"name", "key"} & set(inspect.signature(f).parameters)]


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.__name__)
def test_it_keeps_the_contract(check: Callable[..., None], request: pytest.FixtureRequest) -> None:
    check(**{name: request.getfixturevalue(name) for name in inspect.signature(check).parameters})


def test_the_checks_are_those_of_the_contract() -> None:
    assert test_contract.test_values_keep_their_bounds_and_intervals_hold_them in checks()
    assert len(checks()) > 10


def test_a_panel_has_it(atlas: Atlas) -> None:
    frame = dyads(1990, 1990, directed=True, atlas=atlas).add(TIE.name).to_polars()
    some = frame.filter(pl.col(TIE.name) > 0)
    assert some.rows() == [("CAN", "USA", 20, 2, 1990, 0.5)]
    assert frame[TIE.name].null_count() == 0


def test_it_can_be_cited(atlas: Atlas) -> None:
    assert sources_of([TIE.name]) == ("bases", "maps")
    assert citations(atlas, [TIE.name])[1:] == (
        "Shared bases: Nobody 2000, Journal of Tests 1:1-2.",
        "Paper of bases.",
    )


def test_without_the_file_of_the_user_an_atlas_says_what_to_do(book: Atlas) -> None:
    with pytest.raises(OutsideCoverage, match="--with bases=PATH"):
        covered(book, TIE.name)


def test_readers_know_it_as_a_percentage() -> None:
    assert TIE.fraction


def test_the_pages_of_measures_and_tables_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS))
    for name in [m for m in sys.modules if m.startswith("_generate")]:
        monkeypatch.delitem(sys.modules, name)
    from _generate.measures import measures_page
    from _generate.tables import tables_page

    section = measures_page().split("\n## shared_bases\n")[1]
    assert "**Shared bases.** How many of a's bases b may use. Made up for a test." in section
    assert "- Covered: only with your own file, table [`ties`](tables.md#ties)" in section
    assert "- Sources: [`bases`](sources.md#bases), [`maps`](sources.md#maps)" in section
    assert "](../methods/forces-and-arms.md)" in section
    assert "code: [`src/daylight/measures/ties_military.py`]" in section
    assert "[bases](sources.md#bases)" in tables_page().split("\n## ties\n")[1].split("\n## ")[0]
