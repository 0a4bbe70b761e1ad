"""Raw values of promises, standing organisations, bases and troops."""

from __future__ import annotations

from math import log10

import polars as pl

from daylight.ledgers import items_military as scale
from daylight.ledgers.fellows import in_blocs, together
from daylight.ledgers.given import Given
from daylight.ledgers.grid import PAIR_YEAR, Found, as_pairs, between
from daylight.ledgers.years import LAST
from daylight.sources.atop.members import LAST_YEAR as ATOP_LAST
from daylight.sources.atop.members import member_years
from daylight.sources.defence_facts.yearly import YEARLY as DEFENCE
from daylight.sources.kit.ties.yearly import Yearly
from daylight.sources.troopdata.ties import TIE as TROOPS
from daylight.sources.us_troops_reports.yearly import TROOPS as TROOPS_TO_2025
from daylight.tables.alliances import alliances, without

FACTS: dict[str, Yearly] = {fact.tie.measure: fact for fact in DEFENCE}
BOUND = ("NATO", "CSTO", "Warsaw Pact")
"""Blocs with a standing command whose members promise each other defence; ATOP has them too, to
2018."""
STANDING = {"NATO": 2.0, "CSTO": 2.0, "Warsaw Pact": 2.0}
OF_FACTS = {3.0: scale.DEFENCE, 2.0: scale.CONSULTATION, 1.0: scale.NONAGGRESSION}
USA, FIRST_COUNT = 2, 1950
MANY, COMMAND = 10, 3
"""Members from which on a pact without an integrated command is one of many; code of such a
command."""
A_BASE = 2 + 4 / 3
"""Stands for a base without a count: at the scale of troops it gives ten points."""
ATOP = between(1815, ATOP_LAST)


def promise(given: Given) -> Found:
    """Return the strongest promise of each to the other.

    From 2019 only pacts of the list of blocs and dated facts are known, so that any lower value,
    and none, is only a floor.
    """
    atop = given.sources["atop"]
    broad = atop["broad_pledges"]["atopid"].to_list()
    narrow = alliances(without(atop["obligations"], atop["treaty_members"], broad))
    wide = [*broad, *_of_many(atop["treaty_members"], atop["treaties"])]
    few = alliances(without(atop["obligations"], atop["treaty_members"], wide))
    both = alliances(atop["obligations"]).select(*PAIR_YEAR, "ab", "ba")
    for name, rows in (("narrow", narrow), ("few", few)):
        both = both.join(rows.select(*PAIR_YEAR, "ab", "ba"), on=PAIR_YEAR, how="left",
                         suffix=f"_{name}")  # fmt: skip
    treaty = both.select(*PAIR_YEAR, *(_level(c).alias(c) for c in ("ab", "ba")))
    pacts = in_blocs(given.blocs["bloc_spells"], dict.fromkeys(BOUND, scale.DEFENCE))
    listed = pacts.select(*PAIR_YEAR, ab="value", ba="value")
    facts = given.fact(FACTS["promise_since_2015"])
    dated = as_pairs(facts.with_columns(pl.col("value").replace_strict(OF_FACTS)), directed=True)
    rows = _highest([treaty, listed, dated])
    return Found(rows, ATOP, ATOP, ATOP, scale.PACT_OF_MANY)


def _of_many(members: pl.DataFrame, treaties: pl.DataFrame) -> list[int]:
    """Return the treaties of more than :data:`MANY` members that have no integrated command."""
    command = treaties.filter(pl.col("milcon") == COMMAND).select("atopid")
    size = members.group_by("atopid").agg(n=pl.col("member").n_unique())
    many = size.filter(pl.col("n") > MANY).join(command, on="atopid", how="anti")
    return sorted(many["atopid"].to_list())


def _level(side: str) -> pl.Expr:
    """Return the level of bitmasks: 1 defence, 2 offence, 4 neutrality, 8 non-aggression, 16."""
    mask, narrow, few = (pl.col(f"{side}{of}").fill_null(0) for of in ("", "_narrow", "_few"))
    return (
        pl.when((few & 3) > 0).then(scale.DEFENCE)
        .when((narrow & 3) > 0).then(scale.PACT_OF_MANY)
        .when((mask & 3) > 0).then(scale.BROAD)
        .when((narrow & 4) > 0).then(scale.NEUTRALITY)
        .when((narrow & 16) > 0).then(scale.CONSULTATION)
        .when((narrow & 8) > 0).then(scale.NONAGGRESSION)
        .otherwise(0.0)
    )  # fmt: skip


def _highest(parts: list[pl.DataFrame]) -> pl.DataFrame:
    """Return the highest value of each direction over several lists."""
    every = pl.concat(p.select(*PAIR_YEAR, pl.col("ab", "ba").cast(pl.Float64)) for p in parts)
    return every.group_by(PAIR_YEAR).agg(pl.col("ab", "ba").max())


def organisation(given: Given) -> Found:
    """Return standing military organisations of both: 2 a command, 1 a body."""
    blocs = in_blocs(given.blocs["bloc_spells"], STANDING)
    codes = given.sources["atop"]["treaties"].filter(pl.col("milcon") >= 2)
    level = (pl.col("milcon") - 1).cast(pl.Float64)
    rows = pl.concat([blocs, _of_treaties(given, codes.select("atopid", value=level))])
    found = rows.group_by(PAIR_YEAR).agg(pl.col("value").max())
    return Found(found, ATOP, ATOP, ATOP, STANDING["NATO"])


def _of_treaties(given: Given, treaties: pl.DataFrame) -> pl.DataFrame:
    """Return a, b, year, value of pairs in treaties (atopid, value), without broad pledges.

    The African Union has a standing body, and all pairs of a continent are not tied by it.
    """
    atop = given.sources["atop"]
    kept = treaties.join(atop["broad_pledges"].select("atopid"), on="atopid", how="anti")
    members = member_years(atop["treaty_members"]).join(kept, on="atopid")
    return together(members.select("year", "value", group="atopid", cow="member"))


def troops(given: Given) -> Found:
    """Return troops of each in the other, by count for the United States, else whether any.

    Of a treaty of many ATOP does not say who hosts whom, so that only treaties of two give bases.
    """
    older, newer = given.tie(TROOPS), given.fact(TROOPS_TO_2025)
    both = pl.concat(
        r.select("cow", "partner", "year", pl.col("value").cast(pl.Float64)) for r in (older, newer)
    )
    hosts = both.unique(["cow", "partner", "year"], keep="first", maintain_order=True)
    counted = as_pairs(hosts.rename({"cow": "partner", "partner": "cow"}), directed=True)
    counts = counted.with_columns(ba=pl.when(pl.col("ab").is_not_null()).then(0.0))
    treaties = given.sources["atop"]["treaties"].filter(
        (pl.col("bilateral") == 1) & (pl.col("base") >= 1)
    )
    bases = _of_treaties(given, treaties.select("atopid", value=pl.lit(A_BASE)))
    facts = given.fact(FACTS["troops_abroad"])
    listed = as_pairs(facts.with_columns(value=pl.col("value") * A_BASE), directed=True)
    rows = _highest([counts, bases.select(*PAIR_YEAR, ab="value", ba="value"), listed])
    american = pl.col("a") == USA
    counted_years = american & between(FIRST_COUNT, LAST)
    return Found(rows, ATOP & ~american, ATOP | counted_years, ATOP | counted_years, log10(1e4))
