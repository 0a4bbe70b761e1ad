"""Spells of treaty membership, with the phases of a treaty folded together."""

from __future__ import annotations

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.atop.read import OBLIGATIONS
from daylight.sources.kit.issues import IssueLog

LAST_YEAR = 2018
"""Last year that ATOP 5.1 covers: a treaty without an end was in force at its end."""

PSEUDO_MEMBERS = {
    8152: "Annam, under the treaty of 15 March 1874 with France (atopid 1320)",
}
"""Member codes of ATOP that are no COW number."""


def drop_pseudo(members: pl.DataFrame, log: IssueLog | None = None) -> pl.DataFrame:
    """Return `members` without the rows of :data:`PSEUDO_MEMBERS`, which go into a given log.

    Raises
    ------
    SourceChanged
        When a member code is neither a COW number nor listed.
    """
    known = [*(state.cow for state in all_states()), *PSEUDO_MEMBERS]
    strange = members.filter(~pl.col("member").is_in(known))
    if len(strange):
        raise SourceChanged(
            f"atop: member {strange['member'][0]} of treaty {strange['atopid'][0]} is not a COW "
            f"number; add it to PSEUDO_MEMBERS in sources/atop/members.py if it is no state."
        )
    for code, meaning in PSEUDO_MEMBERS.items():
        rows = len(members.filter(pl.col("member") == code))
        if rows and log:
            log.note(f"member {code} is not a COW number, dropped: {meaning}", rows)
    return members.filter(~pl.col("member").is_in(list(PSEUDO_MEMBERS)))


def member_spells(members: pl.DataFrame) -> pl.DataFrame:
    """Fold rows of one member in one treaty that follow each other into spells.

    Phases that touch or leave no full calendar year between them make one spell, whose
    obligations are those of any of its phases. A member that left and came back later has
    two. An exit of null means in force at the end of 2018.
    """
    group = ["atopid", "member"]
    until = pl.col("exit").fill_null(LAST_YEAR)
    ordered = members.sort(*group, "entry", "phase")
    new = (pl.col("entry") > until.cum_max().shift(1).over(group) + 1).fill_null(True)
    spelled = ordered.with_columns(spell=new.cum_sum().over(group))
    open_ended = pl.col("exit").is_null().any()
    return (
        spelled.group_by(*group, "spell", maintain_order=True)
        .agg(
            pl.col("entry").min(),
            pl.when(open_ended).then(None).otherwise(pl.col("exit").max()).alias("exit"),
            *(pl.col(name).max() for name in OBLIGATIONS),
        )
        .drop("spell")
        .sort(*group, "entry")
    )


def member_years(spells: pl.DataFrame) -> pl.DataFrame:
    """Return one row per treaty, member and year, the years of entry and exit included."""
    years = pl.int_ranges(pl.col("entry"), pl.col("exit").fill_null(LAST_YEAR) + 1, dtype=pl.Int16)
    table = spells.with_columns(year=years).drop("entry", "exit").explode("year")
    return table.group_by("atopid", "member", "year").agg(pl.col(OBLIGATIONS).max())
