"""Rows of panels: states, pairs, systems and years that are wanted, and no others, once each."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput, OutsideCoverage, UnknownName
from daylight.core.lineages import newest
from daylight.core.states import all_states, get, members
from daylight.core.status import STATUSES
from daylight.measures import MEASURES
from daylight.measures.coverage import spans
from daylight.panel.panel import dyads, state_years
from daylight.panel.rows import gw_members
from daylight.store.atlas import Atlas, current

YEARS = st.integers(1816, 2024)
COW = st.sampled_from([state.cow for state in all_states()])
NAMES = [m.name for m in MEASURES if m.name in spans(current())]


@given(YEARS, st.sets(COW, min_size=2, max_size=12), st.sampled_from(["cow", "gw"]), st.booleans())
@settings(max_examples=25)
def test_rows_are_of_the_states_asked_for_and_each_stands_once(
    start: int, states: set[int], system: str, directed: bool
) -> None:
    end = min(start + 3, 2025)
    plan = dyads(start, end, directed, states=states, system=system)  # type: ignore[arg-type]
    frame = plan.to_polars()
    keys = ["a_gw", "b_gw"] if system == "gw" else ["a_cow", "b_cow"]
    for ends in (keys, ["a", "b"], ["a_cow", "b_cow"]):
        assert frame.n_unique([*ends, "year"]) == len(frame), ends
    wanted = {newest(cow) for cow in states}
    seen = {*frame["a_cow"].to_list(), *frame["b_cow"].to_list()}
    assert len(wanted) == 1 or {newest(cow) for cow in seen} <= wanted
    for a, b, year in frame.select("a_cow", "b_cow", "year").iter_rows():
        assert a in members(year)
        assert b in members(year)
    assert directed or (frame[keys[0]] < frame[keys[1]]).all()
    if directed:
        pairs = set(frame.select(*keys, "year").iter_rows())
        assert pairs == {(b, a, year) for a, b, year in pairs}


@given(
    YEARS,
    st.sets(COW, min_size=2, max_size=6),
    st.sets(st.sampled_from(NAMES), min_size=1, max_size=3),
)
@settings(max_examples=25)
def test_nothing_lies_outside_coverage_and_undirected_rows_are_symmetric(
    start: int, states: set[int], names: set[str]
) -> None:
    covered = spans(current())
    plan = dyads(start, min(start + 2, 2025), states=states, all_rows=True).add(*names)
    frame = plan.having("lo", "hi", "status").to_polars()
    other = dyads(start, min(start + 2, 2025), states=sorted(states, reverse=True), all_rows=True)
    assert frame.equals(other.add(*plan.measures).having("lo", "hi", "status").to_polars())
    for name in names:
        first, last = covered[name]
        outside = ~frame["year"].is_between(first, last)
        assert (frame[f"{name}_status"].eq("outside_coverage") == outside).all()
        values = frame.filter(outside).select(name, f"{name}_lo", f"{name}_hi")
        assert values.null_count().sum_horizontal().sum() == 3 * len(values)
        assert set(frame[f"{name}_status"]) <= set(STATUSES)
        absent = frame[f"{name}_status"].is_in(["missing", "outside_coverage"])
        assert (frame[name].is_null() == absent).all()


@pytest.mark.parametrize("system", ["cow", "gw"])
def test_in_no_year_does_a_pair_or_a_state_stand_twice(book: Atlas, system: str) -> None:
    pairs = dyads(system=system, atlas=book).to_polars()  # type: ignore[arg-type]
    states = state_years(system=system, atlas=book).to_polars()  # type: ignore[arg-type]
    end = {"cow": "_cow", "gw": "_gw"}[system]
    for keys in (["a", "b", "year"], [f"a{end}", f"b{end}", "year"]):
        assert pairs.n_unique(keys) == len(pairs) > 1_000_000
    for keys in (["state", "year"], [system, "year"]):
        assert states.n_unique(keys) == len(states)


def test_years_that_nothing_covers_are_cut_unless_they_are_asked_for(book: Atlas) -> None:
    plan = dyads(states="RUS,IRN", atlas=book).add("disputes", "rivalry")
    assert (min(plan.years()), max(plan.years())) == (1816, 2020)
    assert max(dyads(states="RUS,IRN", all_rows=True).add("disputes").years()) == 2026
    assert dyads(1900, 1950, states="RUS,IRN").add("vote_kappa").years()[0] == 1946
    with pytest.raises(OutsideCoverage, match=r"vote_kappa 1946-2026.*--all-rows"):
        dyads(1900, 1910).add("vote_kappa").to_polars()
    assert len(dyads(1900, 1900).to_polars()) == len(members(1900)) * (len(members(1900)) - 1) // 2


def test_one_state_is_paired_with_every_other(book: Atlas) -> None:
    frame = dyads(2016, 2016, states="IRN", atlas=book).to_polars()
    assert len(frame) == len(members(2016)) - 1
    assert ((frame["a_cow"] == 630) | (frame["b_cow"] == 630)).all()


def test_dyads_may_have_a_year_and_follow_lineage(book: Atlas) -> None:
    plan = dyads(1989, 1991, dyads=[("DEU", "FRA"), ("RUS", "IRN", 1990)], atlas=book)
    rows = plan.to_polars().select("a_cow", "b_cow", "year").rows()
    assert rows == [
        (220, 260, 1989), (220, 255, 1990), (365, 630, 1990), (220, 255, 1991),
    ]  # fmt: skip
    both = dyads(1990, 1990, True, dyads=[("RUS", "IRN")], atlas=book).to_polars()
    assert both.select("a", "b").rows() == [("RUS", "IRN"), ("IRN", "RUS")]


@given(YEARS)
def test_a_number_of_gleditsch_and_ward_is_of_one_state(year: int) -> None:
    found = gw_members(year)
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(members(year))
    for cow, number in found.items():
        assert number in {gw for gw, _ in get(cow).gw}


def test_germany_and_yemen_of_1990_are_one_each_by_gleditsch_and_ward(book: Atlas) -> None:
    found = gw_members(1990)
    assert (found[255], found[679]) == (260, 678)
    assert not {260, 678} & set(found)
    assert gw_members(2006)[345] == 340, "Serbia, from June"
    frame = state_years(1990, 1990, system="gw", atlas=book).to_polars()
    assert frame.columns == ["state", "cow", "gw", "year"]
    assert frame.filter(pl.col("gw") == 260)["state"].to_list() == ["DEU"]


def test_a_state_and_year_has_one_row(book: Atlas) -> None:
    frame = state_years(1989, 1991, atlas=book).add("gdp", "cinc").having("status").to_polars()
    assert frame.columns == ["state", "cow", "year", "gdp", "gdp_status", "cinc", "cinc_status"]
    assert frame.n_unique(["state", "year"]) == frame.n_unique(["cow", "year"]) == len(frame)
    assert len(frame) == sum(len(members(year)) for year in (1989, 1990, 1991))
    known = frame.filter(pl.col("gdp_status") == "observed")
    assert known["gdp"].null_count() == 0


def test_a_measure_of_states_has_a_column_for_each_side(book: Atlas) -> None:
    frame = (
        dyads(2010, 2010, states="RUS,IRN,USA", atlas=book).add("gdp").having("status").to_polars()
    )
    assert frame.columns[5:] == ["gdp_a", "gdp_a_status", "gdp_b", "gdp_b_status"]
    alone = state_years(2010, 2010, states="RUS,IRN,USA", atlas=book).add("gdp").to_polars()
    size = dict(zip(alone["state"], alone["gdp"], strict=True))
    assert frame["gdp_a"].to_list() == [size[a] for a in frame["a"]]
    assert frame["gdp_b"].to_list() == [size[b] for b in frame["b"]]


def test_keys_of_gleditsch_and_ward_turn_a_pair_with_its_columns(book: Atlas) -> None:
    """Kiribati is 946 to COW and 970 to GW, Nauru 970 and 971, Tonga 955 and 972."""
    plan = dyads(2010, 2010, states="KIR,TON,PLW,NRU", system="gw", atlas=book).add("gdp")
    frame = plan.to_polars()
    assert (frame["a_gw"] < frame["b_gw"]).all()
    assert (frame["a_cow"] > frame["b_cow"]).any(), "else the systems order them alike"
    alone = state_years(2010, 2010, system="gw", atlas=book).add("gdp").to_polars()
    size = dict(zip(alone["gw"], alone["gdp"], strict=True))
    assert frame["gdp_a"].to_list() == [size[a] for a in frame["a_gw"]]


def test_a_frame_of_states_takes_measures_of_states_only(book: Atlas) -> None:
    with pytest.raises(UnknownName, match="gdp"):
        state_years(2010, 2010).add("vote_kappa")


def test_a_year_is_a_whole_number_or_a_date() -> None:
    assert (dyads("2000", "2016-05-01").start, dyads("2000", "2016-05-01").end) == (2000, 2016)
    assert dyads(2000).end == state_years().end
    with pytest.raises(BadInput, match=r"2000\.5"):
        dyads(2000.5, 2016)  # type: ignore[arg-type]


def test_a_file_of_a_panel_says_what_its_columns_are(book: Atlas) -> None:
    plan = dyads(2010, 2010, states="RUS,IRN", atlas=book).add("gdp", *NAMES)
    frame = plan.having("lo", "hi", "n", "status").to_polars()
    about = plan.about(frame)
    assert set(about.labels) == set(frame.columns), "every column has a label"
    assert about.labels["gdp_a_lo"].startswith("GDP, first state, lower end")
    assert set(about.codes) == {name for name in frame.columns if name.endswith("_status")}
    assert f"atlas {book.manifest.id}." in about.notes[0]
    assert all(words == STATUSES for words in about.codes.values())
