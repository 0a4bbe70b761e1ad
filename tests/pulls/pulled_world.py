"""A world of a few states in 2010 whose pulls can be worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import log
from typing import Any

import polars as pl

from daylight.store.schemas import table
from daylight.store.schemas.trade import ECONOMY_STEP, FLOW_STATUSES, FLOW_STEP
from daylight.tables.world import Frames

YEAR = 2010
RUSSIA, BELARUS, ARMENIA, CHINA = 365, 370, 371, 710
STATES = (RUSSIA, BELARUS, ARMENIA, CHINA)
STRENGTH = {RUSSIA: 0.04, BELARUS: 0.002, ARMENIA: 0.001, CHINA: 0.2}
Pair = tuple[int, int]
Values = Mapping[Pair, Mapping[str, Any]]
BOTH = FLOW_STATUSES.index("both")


def pulled_world(items: Values | None = None, ledgers: Values | None = None,
                trade: Mapping[Pair, float] | None = None) -> Frames:  # fmt: skip
    """Return a world of the four states, with nothing between them but what is given.

    Parameters
    ----------
    items, ledgers : mapping
        By pair of COW numbers, lower first: stored values by column.
    trade : mapping
        By pair: millions each way.
    """
    pairs = list(combinations(STATES, 2))
    return Frames(
        {
            "ledger_items": _rows("ledger_items", pairs, items or {}),
            "ledgers": _rows("ledgers", pairs, ledgers or {}),
            "capabilities": pl.DataFrame(
                {"cow": list(STRENGTH), "year": YEAR, "cinc": list(STRENGTH.values())}
            ),
            "trade": _trade(pairs, trade or {}),
            "economies": pl.DataFrame(
                [
                    {"cow": cow, "year": YEAR, "goods": round(log(100.0) / ECONOMY_STEP),
                     "goods_sd": 0, "goods_status": 0, "gdp": None, "gdp_sd": None,
                     "gdp_status": None, "price": 1.0}
                    for cow in STATES
                ],
                schema_overrides={"gdp": pl.Int16, "gdp_sd": pl.UInt8, "gdp_status": pl.Int8},
            ),
        }
    )  # fmt: skip


def _rows(name: str, pairs: list[Pair], given: Values) -> pl.DataFrame:
    blank = dict.fromkeys(table(name).columns)
    rows = [blank | {"a": a, "b": b, "year": YEAR} | dict(given.get((a, b), {})) for a, b in pairs]
    return pl.DataFrame(rows, schema_overrides=dict.fromkeys(blank, pl.Int16))


def _trade(pairs: list[Pair], given: Mapping[Pair, float]) -> pl.DataFrame:
    rows = []
    for a, b in pairs:
        value = given.get((a, b))
        step = None if value is None else round(log(value) / FLOW_STEP)
        status = FLOW_STATUSES.index("none_recorded") if value is None else BOTH
        rows.append({"a": a, "b": b, "year": YEAR, "ab": step, "ba": step, "status_ab": status,
                     "status_ba": status, "log_sd": 0, "source": 0})  # fmt: skip
    return pl.DataFrame(rows, schema_overrides={"ab": pl.Int16, "ba": pl.Int16})
