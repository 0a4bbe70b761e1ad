"""Facts of pairs by year: status of every pair, and what all facts keep to."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.status import MISSING, OBSERVED, OUTSIDE_COVERAGE, STRUCTURAL_ZERO
from daylight.measures import MEASURES
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.spells import NOWHERE, spells
from daylight.sources.kit.ties.tie import ANY, Made, Tie
from daylight.sources.kit.ties.yearly import Yearly, standing
from daylight.sources.kit.ties.yearly_facts import yearly_facts

FACTS = yearly_facts()
Row = tuple[int, int, int, float | None]
Cover = tuple[int, int, int, int]
SHORT = {"cow": pl.Int16, "partner": pl.Int16}


def fact(directed: bool) -> Yearly:
    tie = Tie("toy", 2000, 2005, lambda tables, log: Made(NOWHERE))
    return Yearly(tie, (), directed, "a number")


def found(
    rows: list[Row], cover: list[Cover] | None, asked: list[tuple[int, int, int]], directed: bool
) -> list[tuple[float | None, int]]:
    table = pl.DataFrame(rows, {**SHORT, "year": pl.Int16, "value": pl.Float64}, orient="row")
    covers = None
    if cover is not None:
        covers = pl.DataFrame(cover, {**SHORT, "start": pl.Int16, "end": pl.Int16}, orient="row")
    pairs = pl.DataFrame(asked, {**SHORT, "year": pl.Int16}, orient="row")
    out = standing(fact(directed), Made(table, covers), pairs)
    assert out.select("cow", "partner", "year").rows() == asked, "order is kept"
    return out.select("value", "status").rows()


def test_a_row_is_observed_and_its_absence_none_where_the_source_would_list_it() -> None:
    rows: list[Row] = [(2, 20, 2001, 3.0), (2, 20, 2002, None)]
    asked = [(2, 20, 2001), (2, 20, 2002), (2, 20, 2003), (2, 20, 2006)]
    assert found(rows, None, asked, True) == [
        (3.0, OBSERVED), (None, MISSING), (0.0, STRUCTURAL_ZERO), (None, OUTSIDE_COVERAGE),
    ]  # fmt: skip


def test_without_a_cover_of_the_pair_it_is_not_known() -> None:
    asked = [(2, 20, 2001), (20, 2, 2001), (200, 2, 2001), (2, 200, 2004)]
    one_sender: list[Cover] = [(2, ANY, 2000, 2002)]
    zero, unknown = (0.0, STRUCTURAL_ZERO), (None, MISSING)
    assert found([], one_sender, asked, True) == [zero, unknown, unknown, unknown]
    assert found([], one_sender, asked, False) == [zero, zero, zero, unknown]
    assert found([], [], asked, True) == [unknown] * 4
    assert found([], [(2, 20, 2000, 2005)], asked, True)[:2] == [zero, unknown]


@given(st.permutations([(2, 20, 2001), (20, 2, 2001), (2, 200, 2002), (200, 20, 2003)]))
def test_an_undirected_fact_is_the_same_in_both_orders(asked: list[tuple[int, int, int]]) -> None:
    rows: list[Row] = [(2, 20, 2001, 1.5), (2, 200, 2002, None)]
    got = dict(zip(asked, found(rows, [(20, 200, 2003, 2003)], asked, False), strict=True))
    assert got[2, 20, 2001] == got[20, 2, 2001] == (1.5, OBSERVED)
    assert got[2, 200, 2002] == (None, MISSING)
    assert got[200, 20, 2003] == (0.0, STRUCTURAL_ZERO)


def test_every_fact_has_a_name_of_its_own() -> None:
    names = [f.tie.measure for f in FACTS]
    assert len(set(names)) == len(names) > 20
    assert not set(names) & {m.name for m in MEASURES}


@pytest.mark.parametrize("one", FACTS, ids=lambda f: f.tie.measure)
def test_the_years_of_a_fact_are_those_of_its_sources(one: Yearly) -> None:
    assert one.sources and one.unit
    spans = [declaration(name).coverage for name in one.sources]
    assert min(s.start for s in spans) <= one.tie.start <= one.tie.end <= max(s.end for s in spans)


@pytest.mark.mirror
def test_facts_can_be_made_into_ties(mirror: Path) -> None:
    """Each pair and year once, an undirected one in order, all in the covered years."""
    tables = {name: load(name).tables for f in FACTS for name in f.sources}
    for one in FACTS:
        log = IssueLog("t")
        made = one.made(tables, log)
        kept = spells(one.tie, made, log)
        assert len(kept), one.tie.measure
        assert kept["start"].min() >= one.tie.start  # type: ignore[operator]
        assert kept["end"].max() <= one.tie.end  # type: ignore[operator]
        if not one.directed:
            assert len(kept.filter(pl.col("cow") > pl.col("partner"))) == 0, one.tie.measure
        late = f"{one.tie.measure}: rows outside {one.tie.start} to {one.tie.end}"
        assert late not in [issue.text for issue in log.issues]
