"""A small world of six states and two years, in the layout of the atlas."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any

import polars as pl
import pytest

from daylight import measures
from daylight.core.states import members
from daylight.store.schemas import VOTE_COUNTS
from daylight.store.schemas.ledgers import LEDGERS
from daylight.tables.world import Frames

STATES = (2, 20, 200, 365, 630, 713)
YEARS = (1990, 1991)
Rows = list[dict[str, Any]]
Tables = dict[str, Rows]
PAIRS = [(a, b, year) for year in YEARS for a, b in combinations(STATES, 2)]


def _votes() -> Rows:
    """All kinds of pair: like, unlike, always alike, and without a vote in common."""
    rows: Rows = []
    for k, (a, b, year) in enumerate(PAIRS):
        if 713 in (a, b) and year == 1991:
            continue
        counts = [(7 * k + 5 * i * i) % 11 for i in range(9)]
        if k == 0:
            counts = [12, 0, 0, 0, 0, 0, 0, 0, 0]
        if k == 1:
            counts = [0, 0, 6, 0, 0, 0, 6, 0, 0]
        if k == 2:
            counts = [1, 0, 0, 0, 0, 0, 0, 0, 0]
        rows.append({"a": a, "b": b, "year": year} | dict(zip(VOTE_COUNTS, counts, strict=True)))
    return rows


def _alliances() -> Rows:
    masks = {(2, 20): (1, 1), (2, 200): (17, 17), (20, 200): (1, 1), (365, 630): (12, 8)}
    masks |= {(2, 713): (1, 0), (200, 365): (16, 16)}
    return [
        {"a": a, "b": b, "year": year, "ab": ab, "ba": ba}
        | {"ab_narrow": ab & 15, "ba_narrow": ba & 15}
        for year in YEARS
        for (a, b), (ab, ba) in masks.items()
        if (a, b, year) != (2, 713, 1991)
    ]


def _trade() -> Rows:
    """Pairs with both directions, with one, with none recorded, and of which nothing is known."""
    rows: Rows = []
    for k, (a, b, year) in enumerate(PAIRS):
        row = {"ab": 900 + 20 * k, "ba": 1000 - 10 * k, "status_ab": 0, "status_ba": 1}
        if k % 5 == 3:
            row |= {"ba": None, "status_ba": 4}
        if k == 4:
            row = {"ab": None, "ba": None, "status_ab": 3, "status_ba": 3}
        sd = None if row["ab"] is None or row["ba"] is None else k % 7
        rows.append({"a": a, "b": b, "year": year, "log_sd": sd, "source": 1} | row)
    return rows


def _ledgers() -> Rows:
    """Two pairs all of which is seen, and the others with what is carried."""
    rows: Rows = []
    for k, (a, b, year) in enumerate(PAIRS):
        row = {"a": a, "b": b, "year": year, "severe": 5, "rivalry": 30 + k % 9, "warm": 40}
        row |= {"community": 9, "rivalry_lo": 20, "rivalry_hi": 50, "warm_lo": 30, "warm_hi": 60}
        row |= {"place_lo": 40, "place_hi": 70}
        for n, name in enumerate(LEDGERS):
            row |= {name: 40 + 3 * n + k % 7, f"{name}_seen": 100}
            if k > 1:
                row |= {f"{name}_lo": 20, f"{name}_hi": 90, f"{name}_holds": 60}
        rows.append(row)
    return rows


def _economies() -> Rows:
    """Every state has a total and a GDP, but 713 no GDP."""
    return [
        {"cow": cow, "year": year, "goods": 8000 + 100 * k, "goods_sd": 10, "goods_status": 0}
        | {"gdp": None if cow == 713 else 9000 - 300 * k, "gdp_sd": 10, "gdp_status": 0}
        | {"price": 1.75}
        for year in YEARS
        for k, cow in enumerate(STATES)
    ]


def _spells() -> Rows:
    columns = ("bloc", "cow", "start", "end", "status")
    rows = [
        ("NATO", 2, date(1949, 8, 24), None, "full"),
        ("NATO", 20, date(1949, 8, 24), None, "full"),
        ("NATO", 200, date(1949, 8, 24), date(1991, 1, 1), "full"),
        ("OSCE", 2, date(1975, 1, 1), None, "full"),
        ("OSCE", 365, date(1990, 12, 31), None, "full"),
        ("OSCE", 20, date(1975, 1, 1), None, "observer"),
        ("CU", 365, date(1991, 6, 1), date(1991, 7, 1), "full"),
        ("CU", 630, date(1991, 6, 30), None, "full"),
    ]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _ideal_points() -> Rows:
    """Positions of each kind and of both sets of votes, and by issue; 713 has none in 1991."""
    rows: Rows = []
    for k, (year, cow) in enumerate((y, c) for y in YEARS for c in STATES):
        if (year, cow) == (1991, 713):
            continue
        for shift, (votes, kind) in enumerate(
            (v, s) for v in ("all", "final-passage") for s in ("smoothed", "filtered")
        ):
            theta, sd = (7 * k + shift) % 5 - 2.0, 0.1 + 0.05 * (k % 4)
            row = {"votes": votes, "kind": kind, "issue": "all", "cow": cow, "year": year}
            ends = {"lo": theta - 1.5 * sd, "hi": theta + 1.8 * sd}
            rows.append(row | {"theta": theta, "sd": sd, "n_votes": 20 + k} | ends)
        for shift, issue in enumerate(("me", "nu", "di", "hr", "co", "ec"), 4):
            theta, sd = (5 * k + shift) % 7 - 3.0, 0.2 + 0.05 * (k % 3)
            row = {"votes": "all", "kind": "smoothed", "issue": issue, "cow": cow, "year": year}
            ends = {"lo": theta - 1.5 * sd, "hi": theta + 1.8 * sd}
            rows.append(row | {"theta": theta, "sd": sd, "n_votes": 1 + k} | ends)
    return rows


def _igo_members() -> Rows:
    """Organisations of two, of three and of all; 713 is not coded in 1991, see `_holes`."""
    rows = [
        ("PAIR", 2, 1985, 1990),
        ("PAIR", 20, 1980, 2000),
        ("THREE", 2, 1990, 1991),
        ("THREE", 365, 1991, 1991),
        ("THREE", 630, 1990, 1995),
        *(("ALL", cow, 1950, 2010) for cow in members(1990)),
    ]
    return [dict(zip(("igo", "cow", "start", "end"), row, strict=True)) for row in rows]


def _holes() -> Rows:
    return [
        {"table": "igo_members", "cow": 713, "start": 1991, "end": 1991},
        {"table": "trade", "cow": 2, "start": 1990, "end": 1991},
    ]


def _nearness() -> Rows:
    """A border that moves, and a spell that reaches past both years."""
    columns = ("a", "b", "start", "end", "km", "contiguity", "language", "colony")
    rows = [
        (2, 20, 1946, 2025, 740, 1, True, False),
        (200, 365, 1946, 1990, 2500, 0, False, False),
        (200, 365, 1991, 2025, 2510, 4, False, False),
    ]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _items() -> Rows:
    """Classes of arms; of 713 nothing is known in 1990."""
    return [
        {"a": a, "b": b, "year": year}
        | {"arms_ab": k % 3, "arms_ba": None if (b, year) == (713, 1990) else (k + 1) % 3}
        for k, (a, b, year) in enumerate(PAIRS)
    ]


def _regimes() -> Rows:
    """An index between 0 and 1; 630 has none in 1991."""
    return [
        {"cow": cow, "year": year, "polyarchy": round((3 * k + year) % 7 / 7, 3)}
        for year in YEARS
        for k, cow in enumerate(STATES)
        if (cow, year) != (630, 1991)
    ]


def _ties() -> tuple[Rows, Rows]:
    """Spells and covers of every tie in `MEASURES`, so that a new one needs no rows here.

    A directed tie is covered for two holders, an undirected one for all pairs; each has a long
    spell, one of a single year, one without a known value, and where it may a value below zero.
    """
    spells: list[tuple[Any, ...]] = []
    covers: list[tuple[Any, ...]] = []
    for spec in measures.MEASURES:
        if spec.table != "ties" or spec.span is not None:
            continue
        top = min(spec.high, 4.0)
        if spec.directed:
            made = [(630, 365, 1985, 1995, top / 2), (365, 630, 1991, 1991, top)]
            made += [(20, 2, 1991, 1991, None), (2, 20, 1990, 1991, top / 4)]
            covers += [(spec.name, 630, 0, 1980, 2010), (spec.name, 20, 0, 1991, 1991)]
        else:
            made = [(2, 20, 1985, 1995, top), (200, 630, 1991, 1991, top / 2)]
            made += [(365, 713, 1990, 1990, None)]
            covers += [(spec.name, 0, 0, 1980, 2010)]
        if spec.low < 0:
            made += [(200, 365, 1990, 1991, max(spec.low, -1.0) / 4)]
        spells += [(spec.name, *row) for row in made]
    columns = ("measure", "cow", "partner", "start", "end")
    return (
        [dict(zip((*columns, "value"), row, strict=True)) for row in spells],
        [dict(zip(columns, row, strict=True)) for row in covers],
    )


def tables() -> Tables:
    """Return the rows of every table that a measure reads."""
    kinds = {"NATO": "military", "OSCE": "political", "CU": "economic"}
    ties, covers = _ties()
    shares = dict(zip(STATES, (0.2, 0.02, 0.1, 0.15, None, 0.03), strict=True))
    return {
        "votes": _votes(),
        "alliances": _alliances(),
        "trade": _trade(),
        "economies": _economies(),
        "ledgers": _ledgers(),
        "ideal_points": _ideal_points(),
        "capabilities": [
            {"cow": cow, "year": year, "cinc": cinc}
            for year in YEARS
            for cow, cinc in shares.items()
        ],
        "blocs": [{"bloc": bloc, "kind": kind, "ties": "yes"} for bloc, kind in kinds.items()],
        "bloc_spells": _spells(),
        "igo_members": _igo_members(),
        "holes": _holes(),
        "nearness": _nearness(),
        "ledger_items": _items(),
        "coverage": [{"measure": "disputes", "start": 1980, "end": 2010}],
        "regimes": _regimes(),
        "ties": ties,
        "tie_cover": covers,
    }


@pytest.fixture(scope="session")
def toy_tables() -> Callable[[], Tables]:
    return tables


@pytest.fixture(scope="session")
def world_of() -> Callable[[Tables], Frames]:
    """Return the function from rows to a world."""
    return lambda made: Frames(
        {name: pl.DataFrame(rows, infer_schema_length=None) for name, rows in made.items()}
    )


@pytest.fixture(scope="session")
def world(world_of: Callable[[Tables], Frames]) -> Frames:
    return world_of(tables())
