"""The atlas table of states: the registry stands only while the sources agree with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.load import load
from daylight.tables.states import states

Tables = tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]


@pytest.fixture
def agreeing() -> Tables:
    """Sources that say what the registry says."""
    spells = [(s.cow, s.abbr, spell.start, spell.end) for s in all_states() for spell in s.spells]
    codes = sorted({number for s in all_states() for number, _ in s.gw})
    concordance = [(255, 1900, 255), (255, 2000, 260), (345, 1916, None), (345, 1915, 340)]
    return (
        pl.DataFrame(spells, ["cow", "abbr", "start", "end"], orient="row"),
        pl.DataFrame(concordance, ["cow", "year", "gw"], orient="row"),
        pl.DataFrame({"gw": codes}),
    )


def test_the_table_is_the_registry(agreeing: Tables) -> None:
    table = states(*agreeing)
    assert table["cow"].n_unique() == len(all_states())
    assert len(table) == table.select("cow", "start").n_unique()
    germany = table.filter(pl.col("cow") == 255).select("start", "end", "gw", "lineage").rows()
    assert germany == [
        (date(1816, 1, 1), date(1945, 5, 8), 255, "DEU"),
        (date(1990, 10, 3), None, 260, "DEU"),
    ]
    assert table.filter(pl.col("cow") == 300)["iso3"].item() is None


def test_a_shifted_day_stops(agreeing: Tables) -> None:
    spells, concordance, gw = agreeing
    late = pl.when(pl.col("cow") == 630).then(date(1900, 1, 1)).otherwise("start")
    with pytest.raises(SourceChanged, match=r"630"):
        states(spells.with_columns(start=late), concordance, gw)


def test_a_lost_or_extra_spell_stops(agreeing: Tables) -> None:
    spells, concordance, gw = agreeing
    with pytest.raises(SourceChanged, match="only in the registry"):
        states(spells.filter(pl.col("cow") != 630), concordance, gw)
    extra = pl.DataFrame([(999, "XXX", date(1900, 1, 1), None)], spells.schema, orient="row")
    with pytest.raises(SourceChanged, match="only in the COW list"):
        states(pl.concat([spells, extra]), concordance, gw)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ((255, 2000, 255), "255 of 255 in 2000"),
        ((255, 2000, None), "None of 255"),
        ((345, 1990, 340), "340 of 345"),
        ((999, 2000, 1), "999"),
    ],
)
def test_another_gleditsch_ward_number_stops(
    agreeing: Tables, row: tuple[int, int, int | None], says: str
) -> None:
    spells, concordance, gw = agreeing
    odd = pl.DataFrame([row], concordance.schema, orient="row")
    with pytest.raises(SourceChanged, match=says):
        states(spells, odd, gw)


def test_a_number_that_their_list_lacks_stops(agreeing: Tables) -> None:
    spells, concordance, gw = agreeing
    with pytest.raises(SourceChanged, match="340"):
        states(spells, concordance, gw.filter(pl.col("gw") != 340))


@pytest.mark.mirror
def test_the_registry_agrees_with_the_real_lists(mirror: Path) -> None:
    tables = load("states").tables
    table = states(tables["spells"], tables["concordance"], tables["gw_spells"])
    assert table.columns == ["cow", "abbr", "iso3", "name", "start", "end", "gw", "lineage"]
    assert table.select("cow", "start").n_unique() == len(table)
