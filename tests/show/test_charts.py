"""The charts: well-formed, named, described, alike each time, and honest about gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from daylight.bonds.charts.ledger_time import ledger_time
from daylight.bonds.charts.ledgers import ledgers
from daylight.bonds.charts.place_time import place_time
from daylight.bonds.charts.zones import zones
from daylight.briefs.records import Brief
from daylight.core.estimate import absent
from daylight.core.refs import StateRef
from daylight.divergences.charts.issues import issues
from daylight.divergences.charts.kappa_time import kappa_time
from daylight.show.chart import Chart
from daylight.show.years import changes, gaps, runs, ticks

SVG = "{http://www.w3.org/2000/svg}"
DRAW: dict[str, Callable[[Brief], Chart | None]] = {
    "zones": lambda b: zones(b.bond),
    "ledgers": lambda b: ledgers(b.bond),
    "place-time": lambda b: place_time(b.bond),
    "ledgers-time": lambda b: ledger_time(b.bond),
    "issues": lambda b: issues(b.divergence),
    "kappa-time": lambda b: kappa_time(b.divergence),
}


@pytest.mark.parametrize("name", DRAW)
def test_a_chart_is_named_described_and_repeatable(name: str, small_brief: Brief) -> None:
    chart = DRAW[name](small_brief)
    assert chart is not None
    root = ElementTree.fromstring(chart.svg)
    assert root.get("role") == "img"
    title, text = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and "Russia and Iran" in (title.text or "")
    assert text is not None and "(" in (text.text or ""), "the main numbers with their intervals"
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == text.get("id")
    assert chart == DRAW[name](small_brief)


def test_ids_do_not_clash(small_brief: Brief) -> None:
    drawn = [DRAW[name](small_brief) for name in DRAW]
    roots = [ElementTree.fromstring(chart.svg) for chart in drawn if chart]
    ids = [i for root in roots for element in root.iter() if (i := element.get("id"))]
    assert len(ids) == len(set(ids)) >= 8


def test_marks_stay_inside_the_picture(small_brief: Brief) -> None:
    for draw in DRAW.values():
        chart = draw(small_brief)
        assert chart is not None
        for element in ElementTree.fromstring(chart.svg).iter():
            for key in ("x", "x1", "x2", "cx"):
                if (place := element.get(key, "")).endswith("%"):
                    assert 0 <= float(place[:-1]) <= 100


def test_no_chart_has_a_style_of_its_own(small_brief: Brief) -> None:
    """The content policy of a page forbids it."""
    for draw in DRAW.values():
        chart = draw(small_brief)
        assert chart is not None
        assert "style=" not in chart.svg


def test_votes_without_a_kappa_are_no_chart(small_brief: Brief) -> None:
    gap = small_brief.divergence
    none = replace(gap.overall, kappa=absent("missing"), n=0)
    silent = replace(gap, overall=none, issues=(), history=(), outside=())
    assert issues(silent) is None
    assert kappa_time(silent) is None


def test_gaps_are_the_years_between_runs() -> None:
    values = [(year, 1.0, 0.0, 2.0) for year in (1901, 1902, 1905)]
    assert [len(run) for run in runs(values)] == [2, 1]
    assert gaps(values, 1900, 1907) == [(1900, 1900), (1903, 1904), (1906, 1907)]
    assert gaps([], 1900, 1901) == [(1900, 1901)]


def test_ticks_are_few_and_round() -> None:
    assert ticks(1816, 2016) == [1850, 1900, 1950, 2000]
    assert ticks(2012, 2016) == [2012, 2013, 2014, 2015, 2016]


def test_changes_of_number_are_labelled() -> None:
    germany = StateRef("DEU", 255, "Germany")
    assert [year for year, _ in changes([germany], 1900, 2020)] == [1955, 1990]
    assert changes([StateRef("FRA", 220, "France")], 1816, 2020) == []
