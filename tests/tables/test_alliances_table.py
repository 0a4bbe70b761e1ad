"""The atlas table of alliances: masks each way, the state system, and treaties left out."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.core.states import members
from daylight.sources.kit.load import load
from daylight.stats.valued import OBLIGATIONS
from daylight.tables.alliances import alliances, without

SMALL = {"a": pl.Int16, "b": pl.Int16, "year": pl.Int16, **dict.fromkeys(OBLIGATIONS, pl.Int8)}
SPELL = {
    **dict.fromkeys(("atopid", "member", "entry", "exit"), pl.Int16),
    **dict.fromkeys(OBLIGATIONS, pl.Int8),
}


def directed(*rows: tuple[int, ...]) -> pl.DataFrame:
    return pl.DataFrame(rows, SMALL, orient="row")


def test_masks_keep_their_direction() -> None:
    table = alliances(directed((740, 2, 1990, 0, 0, 0, 1, 1), (2, 740, 1990, 1, 0, 0, 0, 0)))
    assert table.rows() == [(2, 740, 1990, 1, 24)]
    assert table.schema == {
        **dict.fromkeys(("a", "b", "year"), pl.Int16),
        **dict.fromkeys(("ab", "ba"), pl.Int8),
    }


@pytest.mark.parametrize("bit", range(5))
def test_each_obligation_has_its_bit(bit: int) -> None:
    row = (2, 740, 1990, *(int(k == bit) for k in range(5)))
    assert alliances(directed(row)).row(0) == (2, 740, 1990, 2**bit, 0)


def test_pairs_without_obligation_have_no_row() -> None:
    assert alliances(directed((2, 740, 1990, 0, 0, 0, 0, 0))).is_empty()


def test_years_outside_the_state_system_are_left_out() -> None:
    exile = directed((2, 211, 1943, 1, 1, 0, 0, 0), (2, 211, 1946, 1, 0, 0, 0, 0))
    early = directed((200, 220, 1815, 1, 0, 0, 0, 1))
    assert alliances(pl.concat([exile, early]))["year"].to_list() == [1946]


def test_leaving_a_treaty_out() -> None:
    # Treaty 1: a defence pact of 2 and 20; treaty 2: a pledge of 2, 20 and 365.
    spells = pl.DataFrame(
        [
            *((1, state, 1990, 1991, 1, 0, 0, 0, 1) for state in (2, 20)),
            *((2, state, 1990, None, 0, 0, 0, 1, 0) for state in (2, 20, 365)),
        ],
        SPELL,
        orient="row",
    )
    held = directed(
        (2, 20, 1990, 1, 0, 0, 1, 1), (2, 20, 1992, 0, 0, 0, 1, 0), (2, 365, 1990, 0, 0, 0, 1, 0)
    )
    assert without(held, spells, [2]).rows() == [(2, 20, 1990, 1, 0, 0, 0, 1)]
    assert without(held, spells, []).rows() == held.rows()
    # What the directed extract does not have is never added.
    less = directed((2, 20, 1990, 0, 0, 0, 1, 0))
    assert without(less, spells, [2]).is_empty()


@pytest.mark.mirror
def test_real_alliances(mirror: Path) -> None:
    tables = load("atop").tables
    table = alliances(tables["obligations"])
    assert len(table) == table.select("a", "b", "year").n_unique()
    assert (table["a"] < table["b"]).all()
    assert (table["ab"] | table["ba"]).min() > 0
    assert {*table.filter(pl.col("year") == 1943)["a"]} <= set(members(1943))
    iran = table.filter((pl.col("a") == 365) & (pl.col("b") == 630) & (pl.col("year") > 1991))
    assert set(iran.select("ab", "ba").unique().rows()) == {(28, 28)}
    broad = tables["broad_pledges"]["atopid"].to_list()
    narrow = alliances(without(tables["obligations"], tables["treaty_members"], broad))
    # The United States and Poland under the Helsinki Final Act alone; with Russia there is
    # also the charter of June 1992 (atopid 4265), which stays.
    for other, year, left in ((290, 1985, 0), (365, 2010, 1)):
        dyad = (pl.col("a") == 2) & (pl.col("b") == other) & (pl.col("year") == year)
        assert table.filter(dyad).height == 1
        assert narrow.filter(dyad).height == left
    assert len(narrow) < 0.6 * len(table)
