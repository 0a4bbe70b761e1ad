"""Arms as ties: five years, shares of all imports, and where nothing was imported."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.measures import MEASURES
from daylight.sources.kit.declaration import declaration, source_ids
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Loaded, Tables, load_supplied
from daylight.sources.kit.ties.spells import cover, spells
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.sipri_arms.ties import DEPENDENCE, TIES, TRANSFERS
from daylight.tables.step import Inputs, Step
from daylight.tables.ties.coded import maker

pytestmark = pytest.mark.slow

Rows = tuple[tuple[int, int, int, float], ...]
Values = dict[tuple[int, int, int], float]
DELIVERIES = {"recipient": pl.Int16, "supplier": pl.Int16, "year": pl.Int16, "tiv": pl.Float64}


def tables(
    *rows: tuple[int, int, int, float], recipient: int = 0, span: tuple[int, int] = (1950, 2024)
) -> Tables:
    export = {"recipient": [recipient], "start": [span[0]], "end": [span[1]]}
    return {
        "deliveries": pl.DataFrame(rows, DELIVERIES, orient="row"),
        "export": pl.DataFrame(export, dict.fromkeys(export, pl.Int16)).with_columns(
            generated=pl.lit(date(2025, 3, 13)), layout=pl.lit("orders")
        ),
    }


def run(tie: Tie, found: Tables) -> tuple[Values, Made, list[tuple[int, ...]]]:
    """Return values, what was made, and cover rows without the name of the measure."""
    made = tie.make({"sipri_arms": found}, IssueLog("t"))
    assert made.span is not None
    dated = replace(tie, start=made.span[0], end=made.span[1])
    log = IssueLog("t")
    spells(dated, made, log)
    assert log.issues == [], "no row outside the span or the system is made"
    rows = made.rows.select("cow", "partner", "year", "value").iter_rows()
    return {(a, b, y): v for a, b, y, v in rows}, made, [r[1:] for r in cover(dated, made).rows()]


def share(*rows: tuple[int, int, int, float]) -> Values:
    return run(DEPENDENCE, tables(*rows))[0]


def volume(*rows: tuple[int, int, int, float]) -> Values:
    return run(TRANSFERS, tables(*rows))[0]


def test_a_share_is_of_all_imports_of_five_years() -> None:
    got = share((630, 365, 2000, 30.0), (630, 710, 2003, 10.0))
    assert [got[630, 365, y] for y in range(2000, 2005)] == [1, 1, 1, 0.75, 0.75]
    assert (630, 365, 2005) not in got
    assert got[630, 710, 2007] == 1.0
    assert not {key for key in got if key[0] in (365, 710)}, "the supplier does not depend"


def test_suppliers_that_are_no_state_are_imports_all_the_same() -> None:
    assert share((630, 365, 2000, 30.0), (630, 0, 2000, 10.0)) == {
        (630, 365, year): 0.75 for year in range(2000, 2005)
    }


def test_a_state_without_imports_has_no_share() -> None:
    _, _, covered = run(DEPENDENCE, tables((630, 365, 2000, 3.0), (630, 0, 2010, 3.0)))
    assert covered == [(630, 0, 2000, 2004), (630, 0, 2010, 2014)]
    got, _, nothing = run(DEPENDENCE, tables((630, 365, 2000, 0.0)))
    assert (got, nothing) == ({}, [])


def test_the_volume_is_the_mean_of_five_years_on_a_log_scale() -> None:
    got, _, covered = run(TRANSFERS, tables((630, 365, 2000, 45.0)))
    assert got == {(630, 365, year): 1.0 for year in range(2000, 2005)}
    assert covered == [(0, 0, 1954, 2024)]


def test_a_young_state_has_the_mean_of_its_years() -> None:
    """Ukraine is in the system from December 1991: two of the five years in 1992."""
    assert volume((369, 365, 1992, 18.0))[369, 365, 1992] == 1.0


def test_the_first_year_has_a_whole_window() -> None:
    got = volume((2, 200, 1950, 45.0), (2, 200, 1953, 450.0))
    assert min(year for *_, year in got) == 1954
    assert got[2, 200, 1954] == round(math.log10(1 + 99), 2)


def test_deliveries_before_a_state_was_one_do_not_count() -> None:
    got = share((615, 220, 1961, 9.0), (615, 365, 1963, 1.0))
    assert got[615, 365, 1963] == 1.0
    assert (615, 220, 1963) not in got


def test_germany_takes_over_from_west_germany() -> None:
    got = share((255, 2, 1988, 3.0), (255, 200, 1991, 1.0))
    assert got[260, 2, 1989] == 1.0
    assert (255, 2, 1989) not in got
    assert got[255, 2, 1991] == 0.75


def test_the_end_is_that_of_the_export() -> None:
    for tie in (DEPENDENCE, TRANSFERS):
        got, made, covered = run(tie, tables((630, 365, 2020, 3.0), span=(1990, 2021)))
        assert made.span == (1994, 2021)
        assert {year for *_, year in got} == {2020, 2021}
        assert max(row[3] for row in covered) == 2021


def test_the_build_takes_the_span_from_the_data() -> None:
    spec = declaration("sipri_arms")
    loaded = {"sipri_arms": Loaded(spec, tables(span=(1990, 2026)), ())}
    for tie in TIES:
        step = Step("tie", maker(tie, ("sipri_arms",)), sources=("sipri_arms",))
        dated, _ = step.make(Inputs(step, loaded, {}.get, []))
        assert (dated.start, dated.end) == (1994, 2026)


def test_an_export_of_one_recipient_covers_no_other() -> None:
    found = tables((255, 2, 1985, 3.0), recipient=255, span=(1970, 2010))
    _, _, covered = run(TRANSFERS, found)
    assert sorted(covered) == [(255, 0, 1974, 2010), (260, 0, 1974, 2010)]


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([20, 630]), st.sampled_from([2, 200, 365]),
            st.integers(1950, 2024), st.integers(1, 99),
        ),
        max_size=20,
        unique_by=lambda row: row[:3],
    )
)  # fmt: skip
def test_shares_sum_to_one_and_no_later_year_changes_them(
    rows: list[tuple[int, int, int, int]],
) -> None:
    every = share(*((a, b, y, float(v)) for a, b, y, v in rows))
    sums: dict[tuple[int, int], float] = {}
    for (a, _, year), value in every.items():
        sums[a, year] = sums.get((a, year), 0.0) + value
    assert all(abs(total - 1) < 0.002 for total in sums.values())
    early = share(*((a, b, y, float(v)) for a, b, y, v in rows if y <= 1990))
    assert {k: v for k, v in early.items() if k[2] <= 1990} == {
        k: v for k, v in every.items() if k[2] <= 1990
    }


def test_measures_that_users_supply_are_those_of_such_sources() -> None:
    own = {name for name in source_ids() if declaration(name).supplied}
    made = {(m.name, s) for m in MEASURES for s in m.sources if s in own}
    assert made == {(m.name, m.supplied) for m in MEASURES if m.supplied}


@pytest.mark.mirror
def test_shares_that_sipri_publishes_for_2020_to_2024(mirror: Path) -> None:
    """SIPRI Fact Sheet of March 2025, rounded; an even split moves some by a few points."""
    path = mirror / "sipri" / "trade-register_2025-03-13.csv"
    got = run(DEPENDENCE, load_supplied("sipri_arms", path).tables)[0]
    published = {(369, 2): 0.45, (770, 710): 0.81, (750, 365): 0.36, (740, 2): 0.97}
    for (a, b), value in published.items():
        assert got[a, b, 2024] == pytest.approx(value, abs=0.03)
