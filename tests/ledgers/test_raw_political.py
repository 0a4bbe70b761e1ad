"""Raw values of political and economic items, on small tables."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest
from test_raw_military import blocs, on
from worlds import CANADA, FRANCE, RUSSIA, SAUDI, UK, USA, given, grid, values

from daylight.core.states import members
from daylight.core.status import MISSING, OBSERVED, OUTSIDE_COVERAGE, STRUCTURAL_ZERO
from daylight.ledgers import raw_economic, raw_political
from daylight.ledgers.fellows import in_blocs
from daylight.ledgers.given import Given
from daylight.ledgers.grid import PAIR_YEAR

WEST, GERMANY = 260, 255
EMPTY = pl.DataFrame()


def test_three_years_are_averaged_and_nothing_is_carried_past_the_last_vote() -> None:
    kinds = dict.fromkeys(PAIR_YEAR, pl.Int16) | {"value": pl.Float64}
    yearly = pl.DataFrame(
        [(2, 20, 2000, 0.3), (2, 20, 2001, 0.6), (2, 20, 2003, 0.9)], kinds, orient="row"
    )
    means = values(raw_political.three_year_mean(yearly), 2, 20, "value")
    assert means == pytest.approx({2000: 0.3, 2001: 0.45, 2003: 0.75})


def test_positions_give_distances_of_the_smoothed_scale_of_all_votes() -> None:
    rows = [
        ("smoothed", "all", "all", USA, 2000, 1.5),
        ("smoothed", "all", "all", UK, 2000, 0.25),
        ("filtered", "all", "all", UK, 2000, 9.0),
        ("smoothed", "all", "me", UK, 2000, 9.0),
    ]
    names = ["kind", "votes", "issue", "cow", "year", "theta"]
    points = pl.DataFrame(rows, names, orient="row")
    world = Given({}, votes=EMPTY, positions=points, volumes=EMPTY)
    pairs = grid((USA, UK), (USA, CANADA), years=range(2000, 2001))
    made = on(raw_political.nearness(world), pairs, False)
    assert values(made, USA, UK, "value", "status")[2000] == (1.25, OBSERVED)
    assert values(made, USA, CANADA, "value", "status")[2000] == (None, MISSING)


def test_an_organisation_of_few_weighs_more() -> None:
    seats = [("WORLD", c) for c in members(1960)] + [("FEW", USA), ("FEW", UK)]
    rows = [(igo, cow, 1960, 1) for igo, cow in seats] + [("FEW", FRANCE, 1960, 2)]
    table = pl.DataFrame(rows, {"igo": pl.String, "cow": pl.Int16, "year": pl.Int16,
                                "status": pl.Int8}, orient="row")  # fmt: skip
    holes = pl.DataFrame({"cow": [CANADA], "start": [1960]})
    found = raw_political.organisations(given(igo={"members": table, "holes": holes}))
    pairs = grid((USA, UK), (USA, FRANCE), (USA, CANADA), years=range(1960, 1961))
    made = on(found, pairs, False)
    n = len(members(1960)) - 1
    assert values(made, USA, UK, "value")[1960] == pytest.approx(pl.Series([n / 2]).log()[0])
    assert values(made, USA, FRANCE, "value", "status")[1960] == (0.0, OBSERVED)
    assert values(made, USA, CANADA, "value", "status")[1960] == (None, MISSING)


def test_both_numbers_of_germany_have_their_years_of_a_bloc() -> None:
    spells = blocs(("EU", FRANCE, "1958-01-01", None), ("EU", WEST, "1958-01-01", "1990-10-03"),
                   ("EU", GERMANY, "1990-10-03", None))["bloc_spells"]  # fmt: skip
    pairs = in_blocs(spells, {"EU": 3.0})
    assert {*values(pairs, FRANCE, WEST, "value")} == {*range(1958, 1991)}
    assert {*values(pairs, FRANCE, GERMANY, "value")} == {*range(1990, 2026)}


def test_the_closest_bloc_counts_and_military_ones_are_no_political_tie() -> None:
    tables = blocs(
        ("NATO", USA, "1949-04-04", None), ("NATO", UK, "1949-04-04", None),
        ("BRICS", UK, "2010-01-01", None), ("BRICS", FRANCE, "2010-01-01", None),
        ("EU", UK, "1973-01-01", "2020-02-01"), ("EU", FRANCE, "1958-01-01", None),
    )  # fmt: skip
    pairs = grid((USA, UK), (UK, FRANCE), years=range(2020, 2022))
    made = on(raw_political.blocs(given(blocs=tables)), pairs, False)
    assert values(made, USA, UK, "value", "status")[2020] == (0.0, STRUCTURAL_ZERO)
    assert values(made, UK, FRANCE, "value") == {2020: 3.0, 2021: 1.0}
    unions = on(raw_economic.customs_union(given(blocs=tables)), pairs, False)
    assert values(unions, UK, FRANCE, "value") == {2020: 3.0, 2021: 0.0}


def test_a_list_that_names_what_was_found_says_nothing_of_others() -> None:
    spells = pl.DataFrame(
        [(UK, RUSSIA, "broken", date(2018, 1, 1), date(2020, 6, 1), "ended")],
        {"a": pl.Int16, "b": pl.Int16, "kind": pl.String, "start": pl.Date, "end": pl.Date,
         "lasts": pl.String}, orient="row",
    )  # fmt: skip
    pairs = grid((UK, RUSSIA), (UK, FRANCE), years=range(2018, 2021))
    made = on(raw_political.relations(given(relations={"spells": spells})), pairs, False)
    assert values(made, UK, RUSSIA, "value", "status") == {
        2018: (2.0, OBSERVED), 2019: (2.0, OBSERVED), 2020: (None, MISSING)
    }  # fmt: skip
    assert values(made, UK, FRANCE, "status")[2018] == MISSING


def volumes(**columns: float | None) -> pl.DataFrame:
    kinds = dict.fromkeys(("usd2015_m", "share_a", "share_b"), pl.Float64)
    row = {"a": [USA], "b": [UK], "year": [2000]} | {k: [columns.get(k)] for k in kinds}
    return pl.DataFrame(row, dict.fromkeys(PAIR_YEAR, pl.Int16) | kinds)


def test_trade_not_known_is_missing_and_one_known_share_is_no_whole() -> None:
    pairs = grid((USA, UK), (USA, FRANCE), years=range(2000, 2001))
    world = Given({}, EMPTY, EMPTY, volumes(usd2015_m=500.0, share_a=0.1))
    sums = on(raw_economic.trade_volume(world), pairs, False)
    assert values(sums, USA, UK, "value", "status")[2000] == (500.0, OBSERVED)
    assert values(sums, USA, FRANCE, "value", "status")[2000] == (None, MISSING)
    parts = on(raw_economic.trade_share(world), pairs, True)
    assert values(parts, USA, UK, "ba", "status")[2000] == (None, MISSING)


@pytest.mark.parametrize(
    ("depth", "expected"), [(7, 7.0), (0, 0.0), (None, 3.5)], ids=["deep", "empty", "not coded"]
)
def test_an_agreement_that_nobody_coded_is_not_worth_nothing(
    depth: int | None, expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = pl.DataFrame(
        {"cow": [USA], "partner": [CANADA], "year": [2020], "depth": [depth]},
        {"cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16, "depth": pl.Int8},
    )
    monkeypatch.setattr(raw_economic, "agreements", lambda old, new: rows)
    pairs = grid((USA, CANADA), (USA, UK), years=range(2020, 2021))
    made = on(raw_economic.agreement(given(desta={}, desta_2_3={})), pairs, False)
    assert values(made, USA, CANADA, "value", "status")[2020] == (expected, OBSERVED)
    assert values(made, USA, UK, "value", "status")[2020] == (0.0, STRUCTURAL_ZERO)


def test_sanctions_add_up_by_kind_and_keep_their_direction(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = ("arms", "military", "financial", "travel", "other")
    rows = pl.DataFrame(
        [(USA, RUSSIA, 2020, "full", True, False, True, False, True),
         (RUSSIA, USA, 2020, "partial", False, False, False, True, False),
         (SAUDI, USA, 2020, "none", False, False, True, False, False)],
        {"cow": pl.Int16, "partner": pl.Int16, "year": pl.Int16, "trade": pl.String,
         **dict.fromkeys(kinds, pl.Boolean)}, orient="row",
    )  # fmt: skip
    monkeypatch.setattr(raw_economic, "severity", lambda tables, log: rows)
    pairs = grid((USA, RUSSIA), (USA, SAUDI), (USA, UK), years=range(2020, 2025))
    made = on(raw_economic.sanctions(given()), pairs, True)
    assert values(made, USA, RUSSIA, "ab", "ba")[2020] == (60 + 20 + 8 + 4, 20 + 6)
    assert values(made, USA, SAUDI, "ab", "ba", "status")[2020] == (0.0, 10.0, OBSERVED)
    assert values(made, USA, UK, "ab", "status")[2023] == (0.0, STRUCTURAL_ZERO)
    assert values(made, USA, UK, "ab", "status")[2024] == (None, OUTSIDE_COVERAGE)
