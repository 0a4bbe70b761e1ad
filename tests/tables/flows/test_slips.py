"""An importer's report at a hundredth of its own does not stand against the exporter's."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.tables.flows.own_ratio import own_ratios
from daylight.tables.flows.reports import reported
from daylight.tables.flows.slips import slips, standing

REPORTS = {"exporter": pl.Int16, "importer": pl.Int16, "year": pl.Int16, "exports_fob": pl.Float64}
REPORTS |= {"imports_cif": pl.Float64, "exports_estimated": pl.Boolean}
REPORTS |= {"imports_estimated": pl.Boolean}
Series = list[float | None]


def reports(exports: Series, imports: Series, start: int = 2005) -> pl.DataFrame:
    """Return one pair's reports of years on end, none of them an estimate."""
    rows = [
        (2, 20, start + k, x, m, None if x is None else False, None if m is None else False)
        for k, (x, m) in enumerate(zip(exports, imports, strict=True))
    ]
    return pl.DataFrame(rows, REPORTS, orient="row")


def found(exports: Series, imports: Series) -> list[int]:
    """Return which of the years slipped, the first of them 0."""
    return [year - 2005 for year in slips(reports(exports, imports))["year"]]


STEADY: Series = [1000.0] * 5


def test_a_year_at_a_thousandth_between_good_ones_does_not_stand() -> None:
    assert found(STEADY, [900.0, 910.0, 0.9, 930.0, 940.0]) == [2]


def test_five_such_years_on_end_are_held_against_those_before_and_after() -> None:
    exports: Series = [1107.0, 1386.0, 1624.0, 1570.0, 1995.0, 2990.0, 3010.0]
    assert found(exports, [780.0, 0.93, 1.1, 0.9, 1.2, 2.1, 974.0]) == [1, 2, 3, 4, 5]


def test_years_out_of_reach_are_no_witnesses() -> None:
    assert found([1000.0] * 8, [900.0, *[0.9] * 6, 900.0]) == [2, 3, 4, 5], "five years each way"
    assert found([1000.0] * 13, [900.0, *[0.9] * 11, 900.0]) == []


@pytest.mark.parametrize(
    ("exports", "imports", "why"),
    [
        ([1000.0, 1000.0, 1.0, 1000.0, 1000.0], [900.0, 900.0, 0.9, 900.0, 900.0],
         "the exporter sees the collapse too"),
        ([1000.0, 1000.0, 40.0, 1000.0, 1000.0], [900.0, 900.0, 0.9, 900.0, 900.0],
         "the exporter's report moves by more than a factor of ten"),
        (STEADY, [900.0, 900.0, 0.9, 0.9, 0.9], "it does not come back"),
        (STEADY, [0.9, 0.9, 0.9, 900.0, 900.0], "there was nothing before it"),
        (STEADY, [None, None, 0.9, None, None], "there is none of its own to hold it against"),
        (STEADY, [900.0, 900.0, 40.0, 900.0, 900.0], "a twenty-fifth of the exporter's"),
        (STEADY, [900.0, 900.0, 12.0, 900.0, 900.0], "a seventy-fifth of its own"),
        (STEADY, [0.9, 0.9, 0.9, 0.9, 0.9], "so it always is between these two"),
        ([1.0] * 5, [0.9, 0.9, 900.0, 0.9, 0.9], "the importer reports more, as of gold or oil"),
        ([None] * 5, [900.0, 900.0, 0.9, 900.0, 900.0], "there is no other witness"),
        ([None, None, 1000.0, None, None], [900.0, 900.0, 0.9, 900.0, 900.0],
         "whether the exporter's moves is not known"),
    ],
)  # fmt: skip
def test_what_is_no_slip(exports: Series, imports: Series, why: str) -> None:
    assert found(exports, imports) == [], why


def test_an_estimate_is_no_witness() -> None:
    table = reports(STEADY, [900.0, 910.0, 0.9, 930.0, 940.0])
    third = pl.col("year") == 2007
    guess = table.with_columns(exports_estimated=pl.col("exports_estimated") | third)
    assert slips(guess).is_empty()


def test_the_flow_is_then_the_exporters_at_the_pairs_own_ratio() -> None:
    table = standing(reports(STEADY, [900.0, 900.0, 0.9, 900.0, 900.0]))
    cells = reported(table, own_ratios(table), "dots")
    row = cells.filter(pl.col("year") == 2007).row(0, named=True)
    assert row["usd_m"] == pytest.approx(900.0, rel=0.02)
    assert row["status"] == "one"
    assert row["log_sd"] > 0
    rest = cells.filter(pl.col("year") != 2007)
    assert rest["usd_m"].to_list() == [900.0] * 4
    assert set(rest["status"].cast(pl.String)) == {"both"}


def test_a_slipped_report_makes_no_ratio() -> None:
    table = standing(reports([*STEADY, 1000.0], [900.0, 900.0, 900.0, 0.9, 900.0, None]))
    cells = reported(table, own_ratios(table), "dots")
    last = cells.filter(pl.col("year") == 2010)["usd_m"][0]
    assert last == pytest.approx(900.0, rel=0.02), "with the slip in it, a third of that"


@given(st.permutations(range(5)))
def test_the_order_of_rows_changes_nothing_and_is_kept(order: list[int]) -> None:
    table = reports(STEADY, [900.0, 910.0, 0.9, 930.0, 940.0])
    left = standing(table[order])
    assert left["year"].to_list() == table[order]["year"].to_list()
    assert left.sort("year").equals(standing(table))


MONEY = st.one_of(st.none(), st.floats(1e-4, 1e5))


@given(st.lists(st.tuples(MONEY, MONEY), min_size=1, max_size=12), st.integers(0, 11))
def test_only_slips_change_and_one_pair_says_nothing_of_another(
    rows: list[tuple[float | None, float | None]], shift: int
) -> None:
    one = reports([x for x, _ in rows], [m for _, m in rows])
    other = one.with_columns(importer=pl.lit(40, pl.Int16), year=pl.col("year") + shift)
    both = pl.concat([one, other.select(one.columns).cast(one.schema)])
    after = standing(both)
    assert after.filter(pl.col("importer") == 20).equals(standing(one))
    kept = after.join(slips(both), on=["exporter", "importer", "year"], how="anti")
    assert kept.equals(both.join(slips(both), on=["exporter", "importer", "year"], how="anti"))
    assert after["exports_fob"].equals(both["exports_fob"])
