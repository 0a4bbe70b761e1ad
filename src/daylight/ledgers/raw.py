"""Raw values of every item for every pair and year, each with its status."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from daylight.ledgers import raw_economic, raw_military, raw_political, raw_promises
from daylight.ledgers.faults import faults
from daylight.ledgers.given import Given
from daylight.ledgers.grid import PAIR_YEAR, Found, pair_years, placed
from daylight.ledgers.items import ITEMS

Alone = Callable[[Given], Found]
OnGrid = Callable[[Given, pl.DataFrame, pl.DataFrame], Found]

MAKERS: dict[str, Alone] = {
    "promise": raw_promises.promise,
    "organisation": raw_promises.organisation,
    "troops": raw_promises.troops,
    "defence_agreements": raw_military.defence_agreements,
    "exercises": raw_military.exercises,
    "arms": raw_military.arms,
    "vote_kappa": raw_political.vote_kappa,
    "nearness": raw_political.nearness,
    "organisations": raw_political.organisations,
    "blocs": raw_political.blocs,
    "rivalry": raw_political.rivalry,
    "relations": raw_political.relations,
    "trade_volume": raw_economic.trade_volume,
    "trade_share": raw_economic.trade_share,
    "agreement": raw_economic.agreement,
    "customs_union": raw_economic.customs_union,
    "investment_treaty": raw_economic.investment_treaty,
    "sanctions": raw_economic.sanctions,
}
FADING: dict[str, OnGrid] = {
    "side_by_side": raw_military.side_by_side,
    "disputes": raw_military.disputes,
    "fatal_conflict": raw_military.fatal_conflict,
    "crises": raw_military.crises,
    "for_rebels": raw_military.for_rebels,
    "dated_force": raw_military.dated_force,
}
"""Items whose past counts, which need the years of a pair to fade over."""


def raw(given: Given, grid: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return a, b, year, and the raw values and status of all items.

    Parameters
    ----------
    given : Given
        What they are made of.
    grid : DataFrame, optional
        a, b, year with a < b, once each; all pairs of the system 1946-2025 where left out.

    Returns
    -------
    DataFrame
        `held`, whether the past fades not in that year (:mod:`daylight.ledgers.faults`); the
        columns of each item (:attr:`daylight.ledgers.item.Item.columns`) and its status.
        A value whose status is outside coverage is a floor: what is known of the year, or is
        left of the past, where a source that could raise it has ended. Nothing is carried on.
    """
    pairs = pair_years() if grid is None else grid.select(PAIR_YEAR)
    held = faults(given)
    parts = [pairs, _marked(pairs, held)]
    for item in ITEMS:
        fading = FADING.get(item.name)
        found = fading(given, pairs, held) if fading else MAKERS[item.name](given)
        values = placed(pairs, found, item.directed)
        names = ["ab", "ba"] if item.directed else ["value"]
        renamed = dict(zip(names, item.columns, strict=True)) | {"status": item.status}
        parts.append(values.rename(renamed))
    return pl.concat(parts, how="horizontal")


def _marked(pairs: pl.DataFrame, held: pl.DataFrame) -> pl.DataFrame:
    """Return one column, whether each row of `pairs` is held."""
    rows = held.with_columns(held=True)
    found = pairs.join(rows, on=PAIR_YEAR, how="left", maintain_order="left")
    return found.select(pl.col("held").fill_null(False))
