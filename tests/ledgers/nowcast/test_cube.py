"""The cube: pairs in either order, one row for a state through its changes of number."""

from __future__ import annotations

import polars as pl
import pytest

from daylight.core.status import MISSING, OBSERVED, STRUCTURAL_ZERO
from daylight.ledgers.grid import FIRST
from daylight.ledgers.items import ITEMS
from daylight.ledgers.nowcast.cube import Cube, cube

USA, RUSSIA, GERMANY, WEST_GERMANY = 2, 365, 255, 260


def made(*rows: tuple[int, int, int, float], **more: object) -> Cube:
    """Return a cube of a, b, year and points of every item; below 0 is missing."""
    frame = pl.DataFrame(
        [
            {"a": a, "b": b, "year": year}
            | {i.name: None if x < 0 else min(x, i.maximum) for i in ITEMS}
            | {i.status: MISSING if x < 0 else OBSERVED if x else STRUCTURAL_ZERO for i in ITEMS}
            for a, b, year, x in rows
        ],
        schema={"a": pl.Int16, "b": pl.Int16, "year": pl.Int16}
        | {i.name: pl.Float32 for i in ITEMS}
        | {i.status: pl.Int8 for i in ITEMS},
    )
    held = pl.Series("held", more.pop("held", [False] * len(rows)))
    return cube(frame, held, **more)  # type: ignore[arg-type]


def test_the_order_of_the_two_states_does_not_matter() -> None:
    """255 with 365 stands as a < b; 260 with 255's partner below it as b."""
    got = made((USA, WEST_GERMANY, 1980, 5), (USA, GERMANY, 1995, 4), (GERMANY, RUSSIA, 1995, 3))
    assert got.keys.tolist() == [USA * 1000 + GERMANY, GERMANY * 1000 + RUSSIA]
    assert got.points["promise"][0, 1980 - FIRST] == 5
    assert got.points["promise"][0, 1995 - FIRST] == 4
    again = made((GERMANY, RUSSIA, 1995, 3), (USA, GERMANY, 1995, 4), (USA, WEST_GERMANY, 1980, 5))
    assert again.keys.tolist() == got.keys.tolist()
    assert (again.alive == got.alive).all()


def test_in_the_year_of_a_change_the_newer_number_holds() -> None:
    for rows in ([(USA, GERMANY, 1990, 4), (USA, WEST_GERMANY, 1990, 5)],
                 [(USA, WEST_GERMANY, 1990, 5), (USA, GERMANY, 1990, 4)]):  # fmt: skip
        got = made(*rows)
        assert got.points["promise"][0, 1990 - FIRST] == 4
        assert got.rows(got.points["promise"]).tolist() == [4, 4]


def test_what_is_missing_is_not_seen_and_none_is() -> None:
    got = made((USA, RUSSIA, 2000, -1), (USA, RUSSIA, 2001, 0), (USA, RUSSIA, 2002, 2))
    assert got.seen["promise"][0, 2000 - FIRST : 2003 - FIRST].tolist() == [False, True, True]


def test_held_years_do_not_count_as_free() -> None:
    got = made(*((USA, RUSSIA, y, 1) for y in range(1990, 1995)), held=[0, 1, 1, 0, 0])
    free = got.free[0, 1990 - FIRST : 1995 - FIRST]
    assert (free - free[0]).tolist() == [0, 0, 0, 1, 2]


def test_near_pairs_are_those_named() -> None:
    rows = (USA, RUSSIA, 2000, 1), (USA, GERMANY, 2000, 1)
    assert made(*rows, near=[USA * 1000 + RUSSIA]).near.tolist() == [False, True]


def test_blind_hides_what_comes_after_and_nothing_else() -> None:
    got = made(*((USA, RUSSIA, y, 2) for y in range(1990, 1995)))
    blind = got.blind("promise", 1992 - FIRST)
    assert blind.seen["promise"][0].sum() == 3 and got.seen["promise"][0].sum() == 5
    assert blind.seen["arms"][0].sum() == 5
    assert blind.points["promise"][0, 1994 - FIRST] != pytest.approx(2)
