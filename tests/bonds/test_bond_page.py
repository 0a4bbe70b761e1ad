"""A bond on a page: sections, tables with status in words, and where each fact is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from daylight.bonds.page import sections
from daylight.bonds.records import Bond
from daylight.show.blocks import Block, Dated, Figure, Fold, Table
from daylight.show.page import figures
from small_answers import FACT, small_bond


@pytest.fixture
def bond() -> Bond:
    return small_bond()


def every(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Fold):
            yield from every(block.blocks)


def all_of(bond: Bond) -> list[Block]:
    return [block for section in sections(bond) for block in every(section.blocks)]


def table(bond: Bond, word: str) -> Table:
    tables = [b for b in all_of(bond) if isinstance(b, Table)]
    tables += [f.table for f in figures(sections(bond))]
    return next(t for t in tables if t.caption.startswith(word))


def test_sections_stand_in_reading_order(bond: Bond) -> None:
    assert [s.name for s in sections(bond)] == ["relationship", "bonds", "known", "time", "records"]
    bare = replace(bond, history=(), records=(), standing=())
    assert [s.name for s in sections(bare)] == ["relationship", "known"]


def test_items_are_folded_under_their_dimension(bond: Bond) -> None:
    folds = [b for b in all_of(bond) if isinstance(b, Fold)]
    names = [f.summary for f in folds]
    for name in bond.dimensions:
        assert f"Items of the {name} ledgers" in names
    assert not [b for s in sections(bond) for b in s.blocks if isinstance(b, Table)]


def test_an_item_has_points_raw_value_age_pull_and_source(bond: Bond) -> None:
    rows = table(bond, "Military cooperation").rows
    assert rows[1] == (
        ("Exercises", "The one legal commitment."),
        ("0.3 a year", "strongest promise"),
        "3 (0\u201310) of 10",
        ("2012", "carried since 2012, 4 years, holds with 70 in 100"),
        "-0.10, +0.20",
        "0",
        ("trade 2018",),
    )


def test_economic_conflict_pulls_nothing(bond: Bond) -> None:
    """It is no part of the relationship."""
    assert table(bond, "Economic conflict").rows[0][4] == "none"


def test_every_chart_has_its_data_beside_it(bond: Bond) -> None:
    found = list(figures(sections(bond)))
    assert [f.name for f in found] == ["zones", "ledgers", "place-time", "ledgers-time"]
    for figure in found:
        assert figure.chart is not None
        assert figure.table.rows
        assert {len(row) for row in figure.table.rows} == {len(figure.table.heads)}


def test_years_stand_newest_first_with_a_band_where_carried(bond: Bond) -> None:
    rows = table(bond, "Points of 100 by year").rows
    assert [row[0] for row in rows] == ["2016", "2015", "2014", "2013", "2012", "2010"]
    assert rows[0][1] == "20 (12\u201331)"
    assert rows[-1][1] == "20"


def test_few_facts_are_shown_and_all_are_there(bond: Bond) -> None:
    many = tuple(replace(FACT, text=f"fact {k}", day=FACT.day.replace(year=2015 - k))
                 for k in range(12))  # fmt: skip
    lists = [b for b in all_of(replace(bond, known=many)) if isinstance(b, Dated)]
    assert [len(b.items) for b in lists] == [8, 12]
    days = [item[1] for item in lists[1].items]
    assert days == sorted(days, reverse=True)
    assert [len(b.items) for b in all_of(bond) if isinstance(b, Dated)] == [1]


def test_sources_of_a_figure_are_those_that_support_it(bond: Bond) -> None:
    named = replace(bond, sources=tuple(
        replace(source, supports=(place,))
        for source, place in zip(bond.sources, ("/relationship", "/history"), strict=True)
    ))  # fmt: skip
    by_name = {f.name: f for f in figures(sections(named)) if isinstance(f, Figure)}
    assert by_name["zones"].sources == ("cow_trade",)
    assert by_name["ledgers-time"].sources == ("un_votes_voeten",)
    assert by_name["place-time"].sources == ("cow_trade", "un_votes_voeten")
