"""Agreements on defence, trade and investment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

import polars as pl

from daylight.sources.dcad.source import LAST as EARLIER_END
from daylight.sources.desta.in_force import BEFORE as TRADE_BEFORE
from daylight.sources.desta.in_force import spells
from daylight.sources.desta_2_3.in_force import END as TRADE_END
from daylight.sources.desta_2_3.in_force import OLDER, merged
from daylight.sources.iia.in_force import BEFORE as TREATY_BEFORE
from daylight.sources.iia.in_force import END as TREATY_END
from daylight.sources.kit.load import Tables
from daylight.tables.facts import weights
from daylight.tables.facts.promises import end_of, start_of
from daylight.tables.facts.row import FactRow, fact, fitting, in_year, number_on, on

LISTED_TO = date(2025, 12, 31)
MOST = 110
"""Pairs of an agreement above which it says little of two states: a continent, or Europe with
half of the world."""
SHORT = re.compile(r"\(([A-Z][A-Za-z-]+)\)$")
DEEP = 4
"""Provisions, of seven, from which on an agreement is deep."""


def defence(source: Tables) -> Iterator[FactRow]:
    """Yield defence agreements of the curated list; no end is known of one."""
    for row in source["facts"].iter_rows(named=True):
        if row["kind"] == "agreement":
            yield fact(
                row["cow"], row["partner"], start_of(row), "agreement", fitting(row["title"]),
                weights.AGREEMENT[row["terms"]], "defence_facts", until=end_of(row),
                open_to=LISTED_TO, citation=row["citation"],
            )  # fmt: skip


def earlier_defence(source: Tables) -> Iterator[FactRow]:
    """Yield the first defence agreement of each kind of a pair, signed from 1980 to 2010.

    With the end as estimated. No more of the list is told: its terms do not allow a copy.
    """
    said = {"general": "general agreement on defence", "sector": "agreement on a field of defence"}
    ordered = source["agreements"].sort("start", "agreement")
    first = ordered.unique(["a", "b", "kind"], keep="first", maintain_order=True)
    for row in first.iter_rows(named=True):
        start, end = in_year(row["start"]), row["end"]
        over = end is not None and end < EARLIER_END
        yield fact(
            number_on(row["a"], start), number_on(row["b"], start), start, "agreement",
            said[row["kind"]], weights.EARLIER_AGREEMENT[row["kind"]], "dcad",
            until=in_year(end) if over else None, open_to=date(EARLIER_END, 12, 31),
            citation=f"DCAD {row['agreement']}",
        )  # fmt: skip


def trade(old: Tables, new: Tables) -> Iterator[FactRow]:
    """Yield trade agreements in force, by year; none of more than :data:`MOST` pairs.

    An agreement that took the place of another begins as a fact of its own.
    """
    every = spells(merged(old, new)).with_columns(pairs=pl.struct("a", "b").n_unique().over("base"))
    called = _names(every)
    before = _pairs(TRADE_BEFORE)
    for row in every.filter(pl.col("pairs") <= MOST).iter_rows(named=True):
        start, end, depth = row["start"], row["end"], row["depth"]
        day = in_year(start)
        one, other = (number_on(row[side], day, before) for side in ("a", "b"))
        if one == other or (end is not None and end < start):
            continue
        deep = depth is not None and depth >= DEEP
        what = f"{'deep ' if deep else ''}trade agreement"
        names = called[row["base"]] if row["pairs"] > 1 else ()
        yield fact(
            one, other, day, "trade",
            fitting(*(f"{what}: {name}" for name in names), f"{what} in force"),
            weights.TRADE["deep" if deep else "shallow"],
            "desta" if row["number"].endswith(OLDER) else "desta_2_3",
            until=in_year(end) if end is not None else None, open_to=date(TRADE_END, 12, 31),
            citation=f"DESTA {row['number']}",
        )  # fmt: skip


def _names(dyads: pl.DataFrame) -> dict[str, tuple[str, ...]]:
    """Return the name of each agreement, and the short one in brackets at its end.

    Names of accessions and of later texts are longer than that of the first text.
    """
    shortest = dyads.sort(pl.col("name").str.len_chars(), "name").unique("base", keep="first")
    names: dict[str, tuple[str, ...]] = {}
    for base, name in shortest.select("base", "name").iter_rows():
        plain = name.removesuffix(" (consolidated)").removesuffix(" accession")
        short = SHORT.search(plain)
        names[base] = (plain, short[1]) if short else (plain,)
    return names


def investment(source: Tables) -> Iterator[FactRow]:
    """Yield bilateral investment treaties, from the day of entry into force."""
    before = _pairs(TREATY_BEFORE)
    for a, b, day, end in source["treaties"].select("a", "b", "in_force", "terminated").iter_rows():
        start = on(day)
        one, other = number_on(a, start, before), number_on(b, start, before)
        if one == other:
            continue
        yield fact(
            one, other, start, "investment", "investment treaty in force", weights.INVESTMENT,
            "iia", until=on(end) if end else None, open_to=date(TREATY_END, 12, 31),
        )  # fmt: skip


def _pairs(before: Mapping[int, tuple[int, ...]]) -> tuple[tuple[int, int], ...]:
    return tuple((cow, earlier[0]) for cow, earlier in before.items())
