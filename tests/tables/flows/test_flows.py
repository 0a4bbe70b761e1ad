"""All flows: one row a cell, the better source first, and no zero that nobody could have seen."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.tables.flows.absence import HIDDEN, hidden
from daylight.tables.flows.cells import WITH_VALUE
from daylight.tables.flows.flows import Given, flows

YEARS = range(1946, 2025)
REPORTS = {"exporter": pl.Int16, "importer": pl.Int16, "year": pl.Int16, "exports_fob": pl.Float64}
REPORTS |= {"imports_cif": pl.Float64, "exports_estimated": pl.Boolean}
REPORTS |= {"imports_estimated": pl.Boolean}
BACI = {"exporter": pl.Int16, "importer": pl.Int16, "year": pl.Int16, "usd_m": pl.Float64}
BACI |= {"status": pl.String, "seen_by": pl.String}
GOODS = {"exporter": pl.Int16, "importer": pl.Int16, "year": pl.Int16, "goods_usd_m": pl.Float64}
ENERGY = {"importer": pl.Int16, "exporter": pl.Int16, "year": pl.Int16, "kusd": pl.Float64}
MEANS = {"exporter": pl.Int16, "importer": pl.Int16, "usd_m": pl.Float64}
COW = {"importer": pl.Int16, "exporter": pl.Int16, "year": pl.Int16, "usd_m": pl.Float64}
TOTALS = {"cow": pl.Int16, "year": pl.Int16, "imports_usd_m": pl.Float64}
TOTALS |= {"exports_usd_m": pl.Float64}
MEMBER = {"cow": pl.Int16, "year": pl.Int16}
STATES = (2, 20, 40, 365, 710)
NO = (False, False)


def frame(schema: dict[str, pl.DataType], *rows: tuple[object, ...]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema, orient="row")


def world(states: tuple[int, ...] = STATES, years: range = YEARS, **tables: pl.DataFrame) -> Given:
    """Return sources without a row but for those given."""
    members = frame(MEMBER, *((cow, year) for year in years for cow in states))
    empty = Given(
        dots=frame(REPORTS),
        imts=frame(REPORTS).drop("exports_estimated", "imports_estimated"),
        means=frame(MEANS),
        baci=frame(BACI),
        icio=frame(GOODS),
        energy=frame(ENERGY),
        itpd=frame(COW),
        cow=frame(COW),
        cow_totals=frame(TOTALS),
        comecon=frame(MEMBER),
        members=members,
    )
    return replace(empty, **tables)


def cell(table: pl.DataFrame, exporter: int, importer: int, year: int) -> dict[str, object]:
    found = table.filter(
        (pl.col("exporter") == exporter)
        & (pl.col("importer") == importer)
        & (pl.col("year") == year)
    )
    assert len(found) == 1
    return found.row(0, named=True)


def known(row: dict[str, object]) -> tuple[object, object, object]:
    return row["usd_m"], row["status"], row["source"]


def test_a_side_that_reports_and_lists_nothing_is_none_and_two_silent_sides_are_not() -> None:
    dots = frame(
        REPORTS,
        (2, 20, 1980, 5.0, 6.0, *NO),
        (2, 710, 1980, 5.0, 5.3, False, True),
        (2, 365, 1980, 5.0, 5.3, False, True),
    )
    got = flows(world(dots=dots))
    assert known(cell(got, 710, 20, 1980)) == (0.0, "none_recorded", "dots")
    assert known(cell(got, 365, 710, 1980))[1] == "not_observable"
    assert known(cell(got, 40, 20, 1980))[1] == "not_observable", "no report names Cuba"
    assert known(cell(got, 2, 20, 1979)) == (None, "unknown", None)


def test_a_slip_of_the_last_year_of_one_source_is_held_against_the_next() -> None:
    old = [(2, 20, 2019, 99.0, 100.0, *NO), (2, 20, 2020, 99.0, 0.1, *NO)]
    new = frame(REPORTS, (2, 20, 2021, 99.0, 100.0, *NO)).drop(
        "exports_estimated", "imports_estimated"
    )
    alone = flows(world(dots=frame(REPORTS, *old)))
    assert known(cell(alone, 2, 20, 2020)) == (0.1, "both", "dots")
    row = cell(flows(world(dots=frame(REPORTS, *old), imts=new)), 2, 20, 2020)
    assert known(row) == (pytest.approx(100.0, rel=0.03), "one", "dots")


def test_between_planned_economies_nothing_is_zero_to_1991_and_later_it_may_be() -> None:
    sides = [(2, s, y, 5.0, 6.0, *NO) for s in (40, 365) for y in (1985, 1995)]
    back = [(s, 2, y, 5.0, 6.0, *NO) for s in (40, 365) for y in (1985, 1995)]
    got = flows(world(dots=frame(REPORTS, *sides, *back)))
    assert known(cell(got, 365, 40, 1985)) == (None, "not_observable", "dots")
    assert known(cell(got, 365, 40, 1995)) == (0.0, "none_recorded", "dots")


def test_cow_speaks_before_1960_and_its_zeros_are_none_recorded() -> None:
    cow = frame(COW, (20, 2, 1950, 100.0), (2, 20, 1950, 0.0), (20, 2, 1970, 100.0))
    got = flows(world(cow=cow))
    assert known(cell(got, 2, 20, 1950)) == (100.0, "one", "cow")
    assert known(cell(got, 20, 2, 1950)) == (0.0, "none_recorded", "cow")
    assert known(cell(got, 2, 20, 1970)) == (None, "unknown", None)


def test_belgium_is_cows_to_1996_and_south_vietnams_trade_is_not_the_norths() -> None:
    cow = frame(COW, (211, 2, 1985, 50.0), (211, 2, 1997, 50.0), (816, 211, 1970, 7.0))
    got = flows(world(states=(2, 211, 816, 817), cow=cow))
    assert known(cell(got, 2, 211, 1985)) == (50.0, "one", "cow")
    assert known(cell(got, 2, 211, 1997))[1] == "unknown"
    assert known(cell(got, 211, 817, 1970)) == (7.0, "one", "cow")
    assert known(cell(got, 211, 816, 1970))[1] == "unknown"


def baci(value: float | None, status: str, seen: str) -> pl.DataFrame:
    return frame(BACI, (20, 40, 2023, value, status, seen))


@pytest.mark.parametrize(
    ("value", "status", "seen", "expected"),
    [
        (100.0, "flow", "importer_only", (100.0, "one", "baci")),
        (None, "no_flow_recorded", "both", (0.0, "none_recorded", "baci")),
        (None, "not_observable", "neither", (None, "not_observable", "baci")),
    ],
)
def test_what_baci_sees(
    value: float | None, status: str, seen: str, expected: tuple[object, ...]
) -> None:
    got = flows(world(baci=baci(value, status, seen)))
    assert known(cell(got, 20, 40, 2023)) == expected


def test_a_one_sided_value_is_not_under_the_energy_that_is_known() -> None:
    energy = frame(ENERGY, (40, 20, 2023, 300_000.0))
    one = flows(world(baci=baci(100.0, "flow", "importer_only"), energy=energy))
    assert cell(one, 20, 40, 2023)["usd_m"] == pytest.approx(300.0)
    both = flows(world(baci=baci(100.0, "flow", "both"), energy=energy))
    assert cell(both, 20, 40, 2023)["usd_m"] < 110  # type: ignore[operator]


def test_the_importers_report_wins_over_baci_and_the_mean_fills_what_baci_cannot_see() -> None:
    imts = frame(REPORTS, (20, 2, 2023, None, 70.0, *NO)).drop(
        "exports_estimated", "imports_estimated"
    )
    both = frame(
        BACI,
        (20, 2, 2023, 60.0, "flow", "both"),
        (365, 40, 2023, None, "not_observable", "neither"),
    )
    means = frame(MEANS, (365, 40, 50.0), (20, 2, 10.0))
    got = flows(world(imts=imts, baci=both, means=means))
    assert known(cell(got, 20, 2, 2023)) == (70.0, "one", "imts")
    assert known(cell(got, 365, 40, 2023)) == (pytest.approx(53.0), "estimated", "means")
    assert known(cell(got, 365, 40, 2024)) == (pytest.approx(53.0), "estimated", "means")


def test_growth_moves_the_last_value_and_is_marked_and_bounded() -> None:
    dots = frame(REPORTS, (20, 40, 2020, 100.0, 200.0, *NO), (40, 20, 2020, 1.0, 1.0, *NO))
    icio = frame(
        GOODS,
        (20, 40, 2020, 10.0), (20, 40, 2021, 12.0), (20, 40, 2022, 15.0),
        (40, 20, 2020, 0.001), (40, 20, 2022, 10.0),
    )  # fmt: skip
    got = flows(world(dots=dots, icio=icio))
    assert known(cell(got, 20, 40, 2021)) == (pytest.approx(240.0), "estimated", "icio")
    assert known(cell(got, 20, 40, 2022)) == (pytest.approx(300.0), "estimated", "icio")
    assert cell(got, 40, 20, 2022)["usd_m"] == pytest.approx(4.0), "a factor of four at most"
    errors = [cell(got, 20, 40, year)["log_sd"] for year in (2020, 2021, 2022)]
    assert errors == sorted(errors)  # type: ignore[type-var]
    assert errors[0] == 0 < errors[1]  # type: ignore[operator]


def test_comecon_is_estimated_where_a_total_shows_it_and_nowhere_else() -> None:
    """Poland's own total holds its trade with planned economies; Cuba's is its partners' sum."""
    west = [(20, s, 1975, None, 400.0, *NO) for s in (290, 40)]
    back = [(s, 20, 1975, 100.0, None, *NO) for s in (290, 40)]
    totals = frame(TOTALS, (290, 1975, 1000.0, None), (40, 1975, 410.0, None))
    comecon = frame(MEMBER, *((s, 1975) for s in (290, 40, 365)))
    got = flows(
        world(
            states=(20, 40, 290, 365),
            dots=frame(REPORTS, *west, *back),
            cow_totals=totals,
            comecon=comecon,
        )
    )
    assert known(cell(got, 365, 290, 1975)) == (pytest.approx(0.54 * 600), "estimated", "comecon")
    assert cell(got, 365, 290, 1975)["log_sd"] >= 0.5  # type: ignore[operator]
    assert known(cell(got, 365, 40, 1975))[1] == "not_observable"
    assert known(cell(got, 40, 365, 1975))[1] == "not_observable"


SOME = st.sampled_from(STATES)
REPORT = st.tuples(
    SOME, SOME, st.sampled_from([1958, 1985, 2020]), st.none() | st.floats(0.5, 1e5),
    st.none() | st.floats(0.5, 1e5), st.booleans(), st.booleans(),
)  # fmt: skip


@settings(max_examples=25)
@given(st.lists(REPORT, max_size=12, unique_by=lambda row: row[:3]))
def test_every_cell_is_there_once_and_has_a_value_just_when_its_status_says_so(
    rows: list[tuple[object, ...]],
) -> None:
    given_rows = [r for r in rows if r[0] != r[1] and (r[3] is not None or r[4] is not None)]
    years = range(1984, 2022)
    got = flows(world(years=years, dots=frame(REPORTS, *given_rows)))
    assert len(got) == len(years) * len(STATES) * (len(STATES) - 1)
    assert got.select("exporter", "importer", "year").is_unique().all()
    valued = pl.col("status").is_in(WITH_VALUE)
    assert (got.filter(valued)["usd_m"] > 0).all()
    assert (got.filter(pl.col("status") == "none_recorded")["usd_m"] == 0).all()
    silent = got.filter(pl.col("status").is_in(["not_observable", "unknown"]))
    assert silent["usd_m"].null_count() == len(silent)
    assert got.filter((pl.col("usd_m") == 0) & hidden()).is_empty()
    assert (got["source"].is_null() == (got["status"] == "unknown")).all()


def test_hidden_groups_have_reasons_and_run_forward() -> None:
    for group in HIDDEN:
        assert group.reason
        assert group.evidence
        assert group.start <= group.end
        assert len(group.states) == len(set(group.states)) > 1


def test_itpd_speaks_only_where_nobody_reports() -> None:
    reports = frame(REPORTS, (2, 20, 2010, 5.0, 6.0, *NO))
    itpd = frame(COW, (20, 2, 2010, 99.0), (710, 365, 2010, 30.0), (40, 2, 2010, 7.0))
    made = flows(world(years=range(2010, 2011), dots=reports, itpd=itpd))
    assert cell(made, 2, 20, 2010)["usd_m"] == 6.0
    seen = cell(made, 365, 710, 2010)
    assert (seen["usd_m"], seen["status"], seen["source"]) == (30.0, "estimated", "itpd")
