"""Check the four files of ATOP against each other before any of them is believed."""

from __future__ import annotations

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.atop.members import PSEUDO_MEMBERS, member_years
from daylight.sources.atop.read import OBLIGATIONS


def check_treaties(treaties: pl.DataFrame, members: pl.DataFrame) -> None:
    """Raise unless each treaty has the members listed for it and the obligations of any.

    Raises
    ------
    SourceChanged
        Naming the first treaty that differs.
    """
    listed = treaties.select("atopid").unique()
    for first, second, where in ((members, listed, "alliance"), (listed, members, "member")):
        lost = first.join(second, on="atopid", how="anti")
        if len(lost):
            raise SourceChanged(f"atop: treaty {lost['atopid'][0]} is missing in the {where} file.")
    folded = members.group_by("atopid").agg(pl.col(OBLIGATIONS).max())
    both = treaties.join(folded, on="atopid", suffix="_of_members")
    differ = pl.any_horizontal(pl.col(o) < pl.col(f"{o}_of_members") for o in OBLIGATIONS)
    _stop(both.filter(differ), "a member has an obligation that the treaty lacks")
    pseudo = len(PSEUDO_MEMBERS)
    short = (pl.col("listed") - pl.col("members")).is_between(0, pseudo)
    _stop(treaties.filter(~short), "the member file lists other members than the alliance file")


def check_state_years(state_years: pl.DataFrame, spells: pl.DataFrame) -> None:
    """Raise unless the spells give each state in each year the published number of treaties.

    Raises
    ------
    SourceChanged
        Naming the first state-year that differs.
    """
    ours = member_years(spells).group_by("member", "year").agg(ours=pl.len())
    both = state_years.join(ours, on=["member", "year"], how="full", coalesce=True)
    wrong = both.filter(pl.col("treaties").ne_missing(pl.col("ours"))).sort("member", "year")
    if len(wrong):
        row = wrong.row(0, named=True)
        raise SourceChanged(
            f"atop: state {row['member']} has {row['treaties']} treaties in {row['year']} in the "
            f"state-year file and {row['ours']} by the member file ({len(wrong)} state-years)."
        )


def check_dyads(obligations: pl.DataFrame, spells: pl.DataFrame) -> None:
    """Raise unless each dyad with obligations shares a treaty that year.

    Raises
    ------
    SourceChanged
        Naming the first dyad-year without a common treaty, or with an obligation that no
        common treaty holds.
    """
    rebuilt = shared_obligations(spells)
    both = obligations.join(rebuilt, on=["a", "b", "year"], how="left", suffix="_of_treaties")
    more = pl.any_horizontal(
        pl.col(o) > pl.col(f"{o}_of_treaties").fill_null(-1) for o in OBLIGATIONS
    )
    wrong = both.filter(more)
    if len(wrong):
        row = wrong.row(0, named=True)
        raise SourceChanged(
            f"atop: {row['a']} is obliged to {row['b']} in {row['year']}, and no treaty that they "
            f"share then says so ({len(wrong)} directed dyad-years)."
        )


def shared_obligations(spells: pl.DataFrame) -> pl.DataFrame:
    """Return what each state owes each fellow member in each year, by all treaties of `spells`.

    Notes
    -----
    An upper bound: where a treaty obliges a member towards some fellow members only (48
    treaty-members of ATOP 5.1), the member file does not say towards whom, and this counts all.
    Two states that follow each other under one treaty (Germany 260 and 255 in 1990) appear
    as a pair here; they are not in the directed extract of ATOP.
    """
    years = member_years(spells)
    partners = years.select("atopid", "year", b="member")
    pairs = years.rename({"member": "a"}).join(partners, on=["atopid", "year"])
    pairs = pairs.filter(pl.col("a") != pl.col("b"))
    return pairs.group_by("a", "b", "year").agg(pl.col(OBLIGATIONS).max())


def _stop(wrong: pl.DataFrame, what: str) -> None:
    if len(wrong):
        raise SourceChanged(f"atop: treaty {wrong['atopid'][0]}: {what} ({len(wrong)} treaties).")
