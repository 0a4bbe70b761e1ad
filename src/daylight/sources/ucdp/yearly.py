"""Fatal conflict between two states, and troops for the other's government or its rebels."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.core.states import members
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.tie import ANY, Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, WHOLE, END = 1946, 2024, 2025
"""2025 has rows of a part of the release: a pair without one is missing in that year."""
COVER = pl.DataFrame({"cow": [ANY], "partner": [ANY], "start": [START], "end": [WHOLE]})
YEMEN, SANAA = 679, 2015
"""From 2015 the "Government of Yemen" is the Houthi administration in Sana'a: read as the state,
it sets the Gulf at war with its ally. Nothing is known of Yemen from then on."""
PAIR = ["cow", "partner", "year"]


def _against(sides: pl.DataFrame) -> pl.DataFrame:
    """Return two states on opposite sides of a conflict between states, in both orders."""
    rows = sides.filter(pl.col("kind") == "interstate")
    both = rows.join(rows, on=["conflict", "year"], suffix="_2")
    apart = both.filter((pl.col("side") != pl.col("side_2")) & (pl.col("cow") != pl.col("cow_2")))
    return apart.rename({"cow_2": "partner"})


def _fatal(sides: pl.DataFrame, joined: bool) -> pl.DataFrame:
    pairs = _against(sides).filter(pl.col("cow") < pl.col("partner"))
    parties = pl.col("primary") & pl.col("primary_2")
    chosen = pairs.filter(~parties if joined else parties)
    return chosen.group_by(PAIR).agg(value=pl.col("intensity").max())


def _conflict(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the highest intensity of a conflict to which both are parties."""
    return _made(_fatal(tables["ucdp"]["sides"], joined=False), log, "fatal_conflict", False)


def _joined(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the highest intensity of a conflict in which one or both only sent troops."""
    return _made(_fatal(tables["ucdp"]["sides"], joined=True), log, "fatal_conflict_joined", False)


def _troops(sides: pl.DataFrame, beside: bool) -> pl.DataFrame:
    """Return cow, whose troops fight on the side of partner, or of the rebels against it."""
    sent = sides.filter(~pl.col("primary"))
    party = sides.filter(pl.col("primary"))
    if not beside:
        party = party.filter(pl.col("kind") == "internal")
    both = sent.join(party, on=["conflict", "year"], suffix="_2").rename({"cow_2": "partner"})
    same = pl.col("side") == pl.col("side_2")
    chosen = both.filter((same if beside else ~same) & (pl.col("cow") != pl.col("partner")))
    return chosen.group_by(PAIR).agg(value=pl.col("intensity").max())


def _side_by_side(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    return _made(_troops(tables["ucdp"]["sides"], beside=True), log, "fights_for", True)


def _for_rebels(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    return _made(_troops(tables["ucdp"]["sides"], beside=False), log, "fights_for_rebels", True)


def _made(rows: pl.DataFrame, log: IssueLog, name: str, directed: bool) -> Made:
    """Return the rows, with those of Yemen from 2015 as not known."""
    yemen = (pl.any_horizontal(pl.col("cow", "partner") == YEMEN)) & (pl.col("year") >= SANAA)
    log.note(f"{name}: rows of Yemen from {SANAA}, whose government is Sana'a's, not known",
             len(rows.filter(yemen)))  # fmt: skip
    unknown = [
        (*pair, year)
        for year in range(SANAA, END + 1)
        for other in members(year)
        if other != YEMEN
        for pair in (((YEMEN, other), (other, YEMEN)) if directed else (_ordered(YEMEN, other),))
    ]
    columns = dict.fromkeys(PAIR, pl.Int16)
    nulls = pl.DataFrame(unknown, columns, orient="row").with_columns(
        value=pl.lit(None, pl.Float64)
    )
    kept = rows.filter(~yemen).select(pl.col(PAIR).cast(pl.Int16), pl.col("value").cast(pl.Float64))
    return Made(pl.concat([kept, nulls]).sort(PAIR), COVER)


def _ordered(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


DEATHS = "1 from 25 deaths in battle in the year, 2 from 1,000"
CONFLICT = Yearly(
    Tie("fatal_conflict", START, END, _conflict), ("ucdp",), directed=False,
    unit=f"both parties to a conflict between states: {DEATHS}",
)  # fmt: skip
JOINED = Yearly(
    Tie("fatal_conflict_joined", START, END, _joined), ("ucdp",), directed=False,
    unit=f"on opposite sides of one, one or both only with troops: {DEATHS}",
)  # fmt: skip
BESIDE = Yearly(
    Tie("fights_for", START, END, _side_by_side), ("ucdp",), directed=True,
    unit=f"troops of cow in battle on the side of partner: {DEATHS}",
)  # fmt: skip
REBELS = Yearly(
    Tie("fights_for_rebels", START, END, _for_rebels), ("ucdp",), directed=True,
    unit=f"troops of cow in battle on the side of rebels against partner: {DEATHS}",
)  # fmt: skip
YEARLY = (CONFLICT, JOINED, BESIDE, REBELS)
