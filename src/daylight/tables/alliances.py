"""The atlas table of alliance obligations: one row for each pair of states and year."""

from __future__ import annotations

from collections.abc import Collection

import polars as pl

from daylight.core.periods import FIRST_YEAR
from daylight.core.states import members
from daylight.sources.atop.crosscheck import shared_obligations
from daylight.stats.valued import OBLIGATIONS
from daylight.tables.step import Inputs, Step

_KEY = ("a", "b", "year")


def alliances(obligations: pl.DataFrame) -> pl.DataFrame:
    """Return undirected dyad-years with each side's obligations as a bitmask.

    Parameters
    ----------
    obligations : DataFrame
        Directed dyad-years: table ``obligations`` of source ``atop``.

    Returns
    -------
    DataFrame
        a < b, year, and ``ab``, ``ba``: what a promised b and b promised a, summed from
        1 defence, 2 offence, 4 neutrality, 8 non-aggression, 16 consultation. Only years
        in which both states were members of the COW system, and only rows with any
        obligation: a pair of members without a row from 1816 to 2018 has none.
    """
    mask = pl.sum_horizontal(
        pl.col(name).cast(pl.Int8) * (1 << bit) for bit, name in enumerate(OBLIGATIONS)
    ).cast(pl.Int8)
    directed = obligations.select(*_KEY, mask=mask)
    low = directed.filter(pl.col("a") < pl.col("b")).rename({"mask": "ab"})
    high = directed.filter(pl.col("a") > pl.col("b"))
    high = high.select(a="b", b="a", year="year", ba="mask")
    pairs = low.join(high, on=_KEY, how="full", coalesce=True).with_columns(
        pl.col("ab", "ba").fill_null(0)
    )
    some = pairs.filter((pl.col("ab") | pl.col("ba")) > 0)
    return in_system(some).select(*_KEY, "ab", "ba").sort("year", "a", "b")


def in_system(dyads: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of years in which both states were members of the COW system."""
    years = [year for year in dyads["year"].unique().to_list() if year >= FIRST_YEAR]
    system = pl.DataFrame(
        [(cow, year) for year in years for cow in members(year)],
        {"cow": pl.Int16, "year": pl.Int16},
        orient="row",
    )
    kept = dyads
    for side in ("a", "b"):
        kept = kept.join(system, left_on=[side, "year"], right_on=["cow", "year"], how="semi")
    return kept


def without(
    obligations: pl.DataFrame, treaty_members: pl.DataFrame, leave_out: Collection[int]
) -> pl.DataFrame:
    """Return `obligations` as they would be without some treaties.

    Parameters
    ----------
    obligations, treaty_members : DataFrame
        Tables of source ``atop``.
    leave_out : collection of int
        ATOP numbers of treaties, such as those in its table ``broad_pledges``.

    Returns
    -------
    DataFrame
        An obligation stays when the directed extract has it and a treaty that is not left
        out, and that both states share that year, holds it.

    Notes
    -----
    The extract does not name its treaties, so they come from the member file. Where two
    states share a treaty left out and another that obliges towards some members only, an
    obligation may stay that should go; 48 treaty-members of ATOP 5.1 are of that kind.
    """
    other = treaty_members.filter(~pl.col("atopid").is_in(list(leave_out)))
    rest = shared_obligations(other)
    both = obligations.join(rest, on=_KEY, how="left", suffix="_rest")
    return both.select(
        *_KEY,
        *(pl.col(o) * pl.col(f"{o}_rest").fill_null(0) for o in OBLIGATIONS),
    ).filter(pl.any_horizontal(pl.col(o) > 0 for o in OBLIGATIONS))


def _make(inputs: Inputs) -> pl.DataFrame:
    atop = inputs.source("atop")
    broad = atop["broad_pledges"]["atopid"].to_list()
    narrow = alliances(without(atop["obligations"], atop["treaty_members"], broad))
    whole = alliances(atop["obligations"])
    both = whole.join(narrow, on=["a", "b", "year"], how="left", suffix="_narrow")
    return both.with_columns(pl.col("ab_narrow", "ba_narrow").fill_null(0))


STEPS = (Step("alliances", _make, sources=("atop",)),)
