"""Sanctions of one state against the other, by year and kind (GSDB, to 2023)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

import polars as pl

from daylight.core.lineages import number_in
from daylight.sources.gsdb.in_force import END, in_force
from daylight.sources.gsdb.source import KINDS
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.tables.facts import weights
from daylight.tables.facts.row import Day, FactRow, fact, fitting, in_year, newest_numbers, of_two

PAIR = ["cow", "partner"]
WORDS = {"trade": "trade", "arms": "arms", "military": "military", "financial": "finance",
         "travel": "travel", "other": "other"}  # fmt: skip
ALL_TRADE = "all trade"


def sanctions(tables: Mapping[str, Tables], log: IssueLog) -> Iterator[FactRow]:
    """Yield a fact for each run of years with sanctions, and one where kinds are added to it.

    Parameters
    ----------
    tables : mapping of str to tables
        Those of `gsdb` and `blocs`.

    Notes
    -----
    A run that reaches the last year of the data is open then. Sanctions of an organisation are
    those of its members; the text says so where the state has none of its own in that year.
    """
    for (sender, target), group in groupby(_years(tables, log), key=lambda row: row[:2]):
        run: list[tuple[Any, ...]] = []
        for row in group:
            if run and row[2] != run[-1][2] + 1:
                yield from _run(sender, target, run)
                run = []
            run.append(row)
        yield from _run(sender, target, run)


def _years(tables: Mapping[str, Tables], log: IssueLog) -> Iterator[tuple[Any, ...]]:
    """Yield sender, target, year, kinds in force, and the organisations if it acts with them."""
    now = newest_numbers()
    rows = in_force(tables, log).with_columns(
        pl.col(side).cast(pl.Int64).replace_strict(now) for side in PAIR
    )
    wide = rows.group_by(*PAIR, "year").agg(
        pl.col(KINDS).max(),
        whole=pl.min_horizontal(pl.col("exports").max(), pl.col("imports").max()) == 2,
        alone=pl.col("sender_group").is_null().any(),
        groups=pl.col("sender_group").drop_nulls().unique().sort(),
    )
    for row in (
        wide.filter(pl.col("cow") != pl.col("partner")).sort(*PAIR, "year").iter_rows(named=True)
    ):
        kinds = [WORDS[kind] for kind in KINDS if row[kind]]
        if row["whole"] and kinds and kinds[0] == "trade":
            kinds[0] = ALL_TRADE
        yield (
            row["cow"],
            row["partner"],
            row["year"],
            kinds,
            (() if row["alone"] else tuple(row["groups"])),
        )


def _run(sender: int, target: int, run: list[tuple[Any, ...]]) -> Iterator[FactRow]:
    first, last = run[0][2], run[-1][2]
    had: set[str] = set()
    for _, _, year, kinds, groups in run:
        new = [kind for kind in kinds if kind not in had]
        if ALL_TRADE in had:
            new = [kind for kind in new if kind != "trade"]
        had.update(new)
        if not new:
            continue
        one, other = number_in(sender, year), number_in(target, year)
        day = in_year(year)
        text = _text(one, other, day, "sanctions" if year == first else "also sanctions",
                     new, groups)  # fmt: skip
        lasts = year == first
        yield fact(
            one, other, day, "sanctions", text, _weight(new, lasts), "gsdb",
            until=in_year(last) if lasts and last < END else None,
            open_to=date(END, 12, 31) if lasts else None, actor=one,
        )  # fmt: skip


def _weight(kinds: list[str], first: bool) -> int:
    wide = "arms" in kinds or len(kinds) > 2
    of_kinds = "all_trade" if ALL_TRADE in kinds else "wide" if wide else "narrow"
    return weights.SANCTIONS[of_kinds] + (0 if first else weights.SANCTIONS["added"])


def _text(
    one: int, other: int, day: Day, verb: str, kinds: list[str], groups: tuple[str, ...]
) -> str:
    with_whom = f", with the {groups[0]}" if len(groups) == 1 else ""
    form = f"{{One}} {verb} {{other}}{with_whom}: "
    listed = of_two(form + ", ".join(kinds), one, other, day)
    return fitting(*listed, *of_two(f"{form}{len(kinds)} kinds", one, other, day))
