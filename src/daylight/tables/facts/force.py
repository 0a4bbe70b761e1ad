"""War, lesser force and crises between two states, and troops in battle for the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl

from daylight.say.lines import small
from daylight.sources.icb_v16.yearly import WHOLE as CRISIS_YEARS
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.mid.pairs import FORCE, WAR
from daylight.sources.mid.pairs import YEARS as MID_YEARS
from daylight.sources.ucdp import yearly as ucdp
from daylight.tables.facts import weights
from daylight.tables.facts.promises import end_of, start_of
from daylight.tables.facts.row import BOTH, FactRow, fact, fitting, name, of_two, within
from daylight.tables.facts.spells import spells
from daylight.tables.opposed import opposed

LISTED_TO = date(2025, 12, 31)
FEW = 4
"""Most helpers of a side of which each two are said to fight together."""
STEM = 3
"""Letters that a name and its adjective share: Israel and Israeli."""
DEATHS = {1: "25 or more dead in a year", 2: "1,000 or more dead in a year"}


def disputes(mid: Tables, mie: Tables, log: IssueLog) -> Iterator[FactRow]:
    """Yield wars and uses of force of two states that themselves met, by year, to 2014.

    The source gives the level of a dispute and not of its years: a war may have begun later.
    """
    met = opposed(mid, mie, log)
    said = {
        WAR: ("war", "war between the two (years of its dispute)", weights.WAR - 1),
        FORCE: ("force", "use of force in a dispute", weights.FORCE["dispute"]),
    }
    for level, (kind, text, weight) in said.items():
        for spell in spells(met.filter(pl.col("value") == level), MID_YEARS[1]):
            yield fact(
                spell.cow, spell.partner, spell.start, kind, text, weight, "mid",
                until=spell.until, open_to=spell.seen,
            )  # fmt: skip


def fatal(source: Tables, log: IssueLog) -> Iterator[FactRow]:
    """Yield conflicts between the two with 25 deaths in battle in a year, both being parties.

    2025 has rows of a part of the release: a conflict of 2024 without a row is open then.
    """
    rows = ucdp.CONFLICT.made({"ucdp": source}, log).rows
    said = {2: ("war", weights.WAR), 1: ("force", weights.FORCE["fatal"])}
    for level, (kind, weight) in said.items():
        what = "war" if kind == "war" else "fighting"
        for spell in spells(rows.filter(pl.col("value") == level), ucdp.WHOLE):
            yield fact(
                spell.cow, spell.partner, spell.start, kind, f"{what}: {DEATHS[level]}", weight,
                "ucdp", until=spell.until, open_to=spell.seen,
            )  # fmt: skip


def crises(older: Tables, newer: Tables) -> Iterator[FactRow]:
    """Yield crises between the two, by year, each once."""
    both = pl.concat([older["crisis_years"], newer["crisis_years"]])
    first_new = newer["crisis_years"]["crisis"].min()
    for (crisis,), rows in both.group_by(["crisis"], maintain_order=True):
        source = "icb_v16" if crisis >= first_new else "icb"
        years = rows.select(cow="a", partner="b", year="year", value=1.0)
        for spell in spells(years, CRISIS_YEARS[1] + 1):
            yield fact(
                spell.cow, spell.partner, spell.start, "crisis", "international crisis",
                weights.CRISIS, source, until=spell.until, citation=f"ICB crisis {crisis}",
            )  # fmt: skip


def helpers(source: Tables, log: IssueLog) -> Iterator[FactRow]:
    """Yield troops in battle for the other, for rebels against it, and on one side with it."""
    directed = {
        "beside": (ucdp.BESIDE, "on the side of", weights.BESIDE),
        "rebels": (ucdp.REBELS, "for rebels against", weights.REBELS),
    }
    for kind, (yearly, how, weight) in directed.items():
        for spell in spells(yearly.made({"ucdp": source}, log).rows, ucdp.WHOLE):
            one, other = spell.cow, spell.partner
            form = f"troops of {{one}} fight {how} {{other}}"
            text = fitting(*of_two(form, one, other, spell.start))
            yield fact(
                one, other, spell.start, kind, text, weight, "ucdp",
                until=spell.until, open_to=spell.seen, actor=one,
            )  # fmt: skip
    yield from _together(source["sides"])


def _together(sides: pl.DataFrame) -> Iterator[FactRow]:
    """Yield two of a few helpers of one side, who both have troops in battle for a third state."""
    sent = sides.filter(~pl.col("primary"))
    few = sent.filter(pl.col("cow").n_unique().over("conflict", "year", "side") <= FEW)
    party = sides.filter("primary").select("conflict", "year", "side", third="cow")
    pairs = few.join(few, on=["conflict", "year", "side"], suffix="_2").filter(
        pl.col("cow") < pl.col("cow_2")
    )
    known = pairs.join(party, on=["conflict", "year", "side"]).filter(
        (pl.col("third") != ucdp.YEMEN) | (pl.col("year") < ucdp.SANAA)
    )
    rows = known.select("third", "cow", partner="cow_2", year="year", value="intensity")
    for (third,), mine in rows.group_by(["third"], maintain_order=True):
        for spell in spells(mine.drop("third"), ucdp.WHOLE):
            where = within(int(third), spell.start)
            yield fact(
                spell.cow, spell.partner, spell.start, "beside",
                fitting(f"both have troops in battle for {where}"), weights.TOGETHER, "ucdp",
                until=spell.until, open_to=spell.seen,
            )  # fmt: skip


def curated(defence: Tables) -> Iterator[FactRow]:
    """Yield force and troops of the curated list."""
    for row in defence["facts"].iter_rows(named=True):
        pair, terms = (row["cow"], row["partner"]), row["terms"]
        actor = BOTH if row["mutual"] else row["cow"]
        citation = row["citation"]
        if row["kind"] == "force":
            kind = "war" if terms == "war" else "force"
            yield fact(
                *pair, start_of(row), kind, _said(row), weights.FORCE[terms], "defence_facts",
                until=end_of(row), open_to=LISTED_TO, actor=actor, citation=citation,
            )  # fmt: skip
        elif row["kind"] == "troops":
            kind, weight = (
                ("beside", weights.BESIDE) if terms == "in_war" else ("troops", weights.TROOPS)
            )
            # troops whose arrival the list does not have are a fact of the day they left
            left = end_of(row) if row["start"] is None else None
            start = left or start_of(row)
            yield fact(
                *pair, start, kind, fitting(row["title"]), weight, "defence_facts",
                until=None if left else end_of(row), open_to=None if left else LISTED_TO,
                actor=actor, citation=citation,
            )  # fmt: skip


def _said(row: dict[str, Any]) -> str:
    """Return the title, with who acted where it is one of the two and the title does not say."""
    title: str = row["title"]
    who = name(row["cow"], start_of(row))
    if row["mutual"] or who[:STEM] in title:
        return fitting(title)
    return fitting(f"{who}: {small(title)}", title)
