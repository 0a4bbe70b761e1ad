"""A small world of six states and two years, in the layout of the atlas."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any

import polars as pl
import pytest

from daylight.build.world import Frames
from daylight.core.states import members
from daylight.store.schemas import VOTE_COUNTS

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
    rows: Rows = []
    for k, (a, b, year) in enumerate(PAIRS):
        known = k % 5 != 3
        values = [0.02 * k, 0.3 - 0.01 * k, 0.1, 0.02 * k, 0.2, 0.4, 0.1]
        if k == 4:
            values = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
        names = ["dependence_ab", "dependence_ba", "share_ab", "share_ba"]
        names += ["log_sd_ab", "log_sd_ba", "log_sd_share"]
        row = dict(zip(names, values if known else [None] * 7, strict=True))
        rows.append({"a": a, "b": b, "year": year, "status": 0 if known else 2, "origin": 0} | row)
    return rows


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


def _regimes() -> Rows:
    """An index between 0 and 1; 630 has none in 1991."""
    return [
        {"cow": cow, "year": year, "polyarchy": round((3 * k + year) % 7 / 7, 3)}
        for year in YEARS
        for k, cow in enumerate(STATES)
        if (cow, year) != (630, 1991)
    ]


def _ties() -> Rows:
    """Spells of coded ties: measure, cow, partner, start, end, value."""
    columns = ("measure", "cow", "partner", "start", "end", "value")
    rows: list[tuple[Any, ...]] = [
        ("trade_agreement", 2, 20, 1989, 1993, 1.0),
        ("trade_agreement", 200, 630, 1991, 1991, 1.0),
        ("trade_agreement_depth", 2, 20, 1989, 1993, 3.0),
        ("trade_agreement_depth", 200, 630, 1991, 1991, None),
        ("investment_treaty", 20, 365, 1991, 2024, 1.0),
        ("economic_integration", 2, 20, 1989, 2012, 3.0),
        ("economic_integration", 200, 713, 1950, 1990, None),
        ("sanctions", 2, 630, 1984, 2020, 3.0),
        ("sanctions", 365, 200, 1991, 1991, 1.0),
        ("energy_dependence", 2, 20, 1990, 1991, 0.21),
        ("energy_dependence", 20, 2, 1991, 1991, 0.08),
        ("energy_dependence", 630, 365, 1990, 1990, None),
        ("aid_dependence", 630, 2, 1990, 1990, 0.0123),
        ("chinese_finance", 365, 713, 1991, 1991, 0.2),
        ("fdi_stock", 20, 2, 1990, 1991, 0.187),
        ("fdi_stock", 2, 20, 1991, 1991, -0.0087),
        ("defence_cooperation", 2, 20, 1984, 1993, 0.5),
        ("defence_cooperation", 200, 713, 1991, 1991, 1.5),
        ("disputes", 2, 365, 1990, 1990, 4.0),
        ("disputes", 365, 630, 1989, 1995, 2.0),
        ("same_side_disputes", 2, 20, 1990, 1990, 1.0),
        ("same_side_disputes", 2, 20, 1991, 1992, 3.0),
        ("crises", 2, 630, 1991, 1991, 1.0),
        ("crises", 200, 365, 1990, 1990, 2.0),
        ("rivalry", 2, 630, 1982, 2020, 1.0),
        ("rivalry", 200, 365, 1900, 1990, 1.0),
        ("shared_rivals", 2, 20, 1990, 1991, 1.0),
        ("shared_rivals", 630, 713, 1991, 1991, 2.0),
        ("us_troops", 200, 2, 1989, 1990, 4.4),
        ("us_troops", 630, 2, 1990, 1991, 0.0),
        ("us_troops", 713, 2, 1991, 1991, None),
        ("joint_exercises", 2, 20, 1990, 1991, 5.67),
        ("joint_exercises", 20, 200, 1991, 1991, 1.5),
        ("nuclear_cooperation", 365, 630, 1990, 1991, 2.0),
        ("cosponsorship", 2, 20, 1990, 1991, 0.41),
        ("cosponsorship", 200, 630, 1990, 1990, -0.12),
        ("arms_transfers", 630, 365, 1990, 1991, 2.17),
        ("arms_transfers", 20, 2, 1991, 1991, 2.61),
        ("arms_dependence", 630, 365, 1990, 1991, 0.265),
        ("arms_dependence", 20, 2, 1991, 1991, 0.85),
        ("leader_visits", 2, 20, 1990, 1990, 3.0),
        ("leader_visits", 2, 20, 1991, 1991, 5.0),
        ("leader_visits", 2, 365, 1988, 1991, 1.0),
        ("leader_visits", 2, 630, 1991, 1991, None),
        ("verbal_cooperation", 2, 20, 1990, 1991, 0.1716),
        ("verbal_cooperation", 365, 630, 1991, 1991, 0.1247),
    ]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _tie_cover() -> Rows:
    """Where a pair without a spell has no tie; 0 stands for every state."""
    columns = ("measure", "cow", "partner", "start", "end")
    rows: list[tuple[Any, ...]] = [
        ("trade_agreement", 0, 0, 1948, 2023),
        ("trade_agreement_depth", 0, 0, 1948, 2023),
        ("investment_treaty", 0, 0, 1957, 2024),
        ("economic_integration", 0, 0, 1950, 2012),
        ("sanctions", 0, 0, 1950, 2023),
        ("energy_dependence", 2, 0, 1990, 1991),
        ("energy_dependence", 20, 0, 1991, 1991),
        ("aid_dependence", 630, 2, 1990, 1991),
        ("aid_dependence", 630, 200, 1990, 1991),
        ("chinese_finance", 365, 713, 1990, 1991),
        ("chinese_finance", 630, 713, 1990, 1991),
        ("defence_cooperation", 0, 0, 1980, 2010),
        ("disputes", 0, 0, 1900, 2014),
        ("same_side_disputes", 0, 0, 1900, 2014),
        ("crises", 0, 0, 1919, 2019),
        ("rivalry", 0, 0, 1900, 2020),
        ("shared_rivals", 0, 0, 1900, 2020),
        ("joint_exercises", 0, 0, 1980, 2010),
        ("nuclear_cooperation", 0, 0, 1951, 2001),
        ("arms_transfers", 0, 0, 1954, 2024),
        ("arms_dependence", 630, 0, 1990, 1991),
        ("arms_dependence", 20, 0, 1991, 1991),
        ("leader_visits", 2, 0, 1980, 1991),
        ("verbal_cooperation", 2, 20, 1990, 1991),
        ("verbal_cooperation", 2, 365, 1990, 1990),
        ("verbal_cooperation", 365, 630, 1990, 1991),
    ]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def tables() -> Tables:
    """Return the rows of every table that a measure reads."""
    kinds = {"NATO": "military", "OSCE": "political", "CU": "economic"}
    shares = dict(zip(STATES, (0.2, 0.02, 0.1, 0.15, None, 0.03), strict=True))
    return {
        "votes": _votes(),
        "alliances": _alliances(),
        "trade": _trade(),
        "ideal_points": _ideal_points(),
        "capabilities": [
            {"cow": cow, "year": year, "cinc": cinc}
            for year in YEARS
            for cow, cinc in shares.items()
        ],
        "blocs": [{"bloc": bloc, "kind": kind} for bloc, kind in kinds.items()],
        "bloc_spells": _spells(),
        "igo_members": _igo_members(),
        "holes": _holes(),
        "regimes": _regimes(),
        "ties": _ties(),
        "tie_cover": _tie_cover(),
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
