"""A series of one pair: the numbers of the panel, year by year, in rows, files and a chart."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import daylight as dl
from daylight.core.errors import BadInput, OutsideCoverage, SameState, StateNotThen, UnknownName
from daylight.core.lineages import number_in, years_of_membership
from daylight.core.status import STATUSES
from daylight.measures import MEASURES, measure
from daylight.measures.coverage import spans
from daylight.measures.of_states import STATE_MEASURES
from daylight.panel import series as module
from daylight.panel import series_files
from daylight.panel.panel import dyads
from daylight.panel.series import COLUMNS, Series
from daylight.store.atlas import Atlas, current

HELD = [m.name for m in MEASURES if m.name in spans(current())]
PAIRS = st.sampled_from(
    [("RUS", "IRN"), ("DEU", "FRA"), ("YEM", "SAU"), ("CZE", "SVK"), ("VNM", "USA")]
)


@pytest.fixture(scope="module")
def known() -> Series:
    return dl.series("RUS", "IRN", as_of="2017-02-01")


def test_the_columns_are_these_and_no_row_stands_twice(known: Series) -> None:
    frame = known.to_polars()
    assert tuple(frame.columns) == COLUMNS == ("year", "measure", "value", "lo", "hi", "status")
    assert frame.n_unique(["year", "measure"]) == len(frame)
    assert frame["measure"].unique(maintain_order=True).to_list() == list(module.MEASURES)
    assert frame["year"].max() == 2016, "the last full year of the date"
    assert set(frame["status"]) <= set(STATUSES)


@given(PAIRS, st.sampled_from(HELD), st.integers(1816, 2020), st.booleans())
@settings(max_examples=30)
def test_it_has_the_numbers_of_the_panel(
    pair: tuple[str, str], name: str, since: int, directed: bool
) -> None:
    try:
        found = dl.series(*pair, measures=[name], since=since, directed=directed)
    except OutsideCoverage:
        both = set.intersection(*(years_of_membership(dl.state(s).cow, 2025) for s in pair))
        assert not any(year >= max(since, spans(current())[name][0]) for year in both)
        return
    plan = dyads(since, 2025, directed, dyads=[pair], all_rows=True).add(name)
    panel = plan.having("lo", "hi", "status").to_polars()
    one, other = (dl.state(s).cow for s in pair)
    for line in found.lines:
        for k, year in enumerate(line.year.tolist()):
            a, b = number_in(one, year), number_in(other, year)
            if line.name.endswith("_ba"):
                a, b = b, a
            if not directed:
                a, b = sorted((a, b))
            row = panel.filter(year=year, a_cow=a, b_cow=b).row(0, named=True)
            assert line.status[k] == row[f"{name}_status"]
            for end, values in (("", line.value), ("_lo", line.lo), ("_hi", line.hi)):
                expected = row[f"{name}{end}"]
                gap = expected is None and np.isnan(values[k])
                assert gap or values[k] == pytest.approx(expected, rel=1e-6)
    assert len(found.lines) == (2 if directed and measure(name).directed else 1)


def test_nothing_lies_outside_coverage(known: Series) -> None:
    frame = dl.series("RUS", "IRN").to_polars()
    for name, rows in frame.group_by("measure"):
        first, last = spans(current())[str(name[0])]
        outside = rows.filter(pl.col("year") > last)
        assert (outside["status"] == "outside_coverage").all()
        assert outside["value"].null_count() == len(outside)
        assert rows["year"].min() >= first  # type: ignore[operator]
        assert (rows.filter(pl.col("year") <= last)["status"] != "outside_coverage").all()


def test_lineage_is_followed_and_said() -> None:
    found = dl.series("DEU", "FRA", "disputes", since=1935)
    years = found.lines[0].year.tolist()
    assert {1945, 1955, 1989, 1990, 1991} <= set(years)
    assert not {1946, 1954} & set(years), "no member of the system"
    said = found.about().notes
    assert any("260 from 1955 (before: 255) and 255 from 1990" in text for text in said)
    assert found.lines[0].value[years.index(1939)] == 5


def test_all_is_what_the_atlas_holds() -> None:
    found = dl.series("RUS", "IRN", "all", since=2000)
    sides = {f"{m.name}{side}" for m in STATE_MEASURES for side in ("_a", "_b")}
    assert {line.name for line in found.lines} == {*HELD, *sides}


def test_measures_of_states_are_two_lines() -> None:
    found = dl.series("RUS", "IRN", ["gdp"], since=2010)
    back = dl.series("IRN", "RUS", "gdp", since=2010)
    assert [line.name for line in found.lines] == ["gdp_a", "gdp_b"]
    assert found.lines[0].value.tolist() == pytest.approx(back.lines[1].value.tolist(), nan_ok=True)


def test_two_directions_are_two_lines_of_the_order_asked_for() -> None:
    found = dl.series("RUS", "IRN", "trade_dependence,rivalry", since=2010, directed=True)
    assert [one.name for one in found.lines] == [
        "trade_dependence_ab",
        "trade_dependence_ba",
        "rivalry",
    ]
    back = dl.series("IRN", "RUS", "trade_dependence", since=2010, directed=True)
    assert found.lines[0].value.tolist() == pytest.approx(back.lines[1].value.tolist(), nan_ok=True)
    assert found.lines[1].value[0] > found.lines[0].value[0], "Iran depends more"


def test_the_order_of_states_does_not_matter() -> None:
    one, other = (
        dl.series(a, b, since=1990).to_polars() for a, b in (("RUS", "IRN"), ("IRN", "RUS"))
    )
    assert one.equals(other)


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"measures": "vote_kapa"}, UnknownName, "vote_kappa"),
        ({"measures": " , "}, BadInput, "No measure is named"),
        ({"measures": "arms_transfers"}, OutsideCoverage, "--with"),
        ({"since": 1800}, OutsideCoverage, "1816"),
        ({"since": 2020, "as_of": "2017"}, BadInput, "after end"),
        ({"since": "soon"}, BadInput, "soon"),
        ({"measures": "cosponsorship", "as_of": "2015"}, OutsideCoverage, "No measure covers"),
        ({"b": "Soviet Union"}, SameState, "one state"),
        ({"b": "DDR"}, StateNotThen, "no member"),
    ],
)
def test_what_cannot_be_asked(arguments: dict[str, Any], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        dl.series(**({"a": "RUS", "b": "IRN"} | arguments))
    assert "\n" not in str(caught.value)


def test_the_request_says_how_to_ask_again(book: Atlas) -> None:
    found = dl.series("RUS", "IRN", ["rivalry"], since=1990, as_of="2017-02-01", directed=True)
    assert found.request.command == (
        "daylight series RUS IRN --as-of 2017-02-01 --measures rivalry --since 1990 --directed"
    )
    assert [s.id for s in found.sources] == ["rivalries"]
    assert f"atlas {book.manifest.id}." in found.cite()[0]
    same = dl.series("RUS", "IRN", ["rivalry"], since="1990", as_of="2017-02-01", directed=True)
    assert same.to_polars().equals(found.to_polars())


def test_a_chart_has_bands_gaps_ends_and_sources(known: Series) -> None:
    picture = known.plot()
    root = ElementTree.fromstring(picture.svg)
    words = " ".join("".join(node.itertext()) for node in root.iter() if node.tag.endswith("}text"))
    for line in known.lines:
        assert line.title in words
    assert "to 2014" in words, "disputes end there"
    assert "dashed: carried" in words
    assert known.request.atlas in words
    assert "Militarized Interstate Disputes" in words
    assert "nan" not in picture.svg
    assert root.findall(".//{*}polygon"), "bands"


def test_without_two_values_there_is_no_chart() -> None:
    with pytest.raises(BadInput, match="no chart"):
        dl.series("RUS", "IRN", "rivalry", since=2022).plot()


@pytest.mark.parametrize("kind", ["csv", "json", "parquet", "dta", "xlsx", "sav", "svg"])
def test_it_writes_itself(known: Series, tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"series.{kind}"
    known.write(str(path))
    assert path.stat().st_size > 1000
    if kind == "csv":
        assert path.read_text("utf-8").splitlines()[0] == "year,measure,value,lo,hi,status"
        assert pl.read_csv(path, infer_schema_length=None).height == known.to_polars().height


def test_a_file_says_units_sources_and_the_atlas(known: Series, tmp_path: Path) -> None:
    pyreadstat = pytest.importorskip("pyreadstat")
    known.write(str(tmp_path / "series.dta"))
    rows, meta = pyreadstat.read_dta(str(tmp_path / "series.dta"))
    assert rows.columns.tolist() == list(COLUMNS)
    assert meta.variable_value_labels["status"] == dict(enumerate(STATUSES))
    notes = " ".join(meta.notes)
    assert "trade_volume: Trade volume (millions of US dollars of 2015)" in notes
    assert known.request.atlas in notes


def test_by_default_nothing_is_from_later_years(known: Series) -> None:
    """Smoothed positions use votes of all years: they are given when asked for, with a note."""
    assert not any(series_files.smoothed(line) for line in known.lines)
    smoothed = dl.series("RUS", "IRN", "ideal_point_gap", as_of="2017-02-01")
    assert any("later ones too: ideal_point_gap." in text for text in smoothed.about().notes)
    newest = dl.series("RUS", "IRN", "ideal_point_gap")
    assert not any("later ones too" in text for text in newest.about().notes)
