"""From the files of ATOP 5.1 to treaties, their members, and yearly directed obligations."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.atop.crosscheck import check_dyads, check_state_years, check_treaties
from daylight.sources.atop.curated import broad_pledges, check_broad, check_system
from daylight.sources.atop.ends import NAMES as OF_ENDS
from daylight.sources.atop.ends import treaty_ends
from daylight.sources.atop.members import drop_pseudo, member_spells
from daylight.sources.atop.read import OBLIGATIONS, flags, read_csv, read_parquet
from daylight.sources.kit.issues import IssueLog

_ANY = pl.any_horizontal(pl.col(name) > 0 for name in OBLIGATIONS)
MILITARY = ("milcon", "base")
"""Military contact in peacetime (0 none to 3 an integrated command) and bases (0 none)."""
_DYAD = {"ccode1": "a", "ccode2": "b", "year": "year"}


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return obligations, treaties, treaty members and the curated list of broad pledges.

    Parameters
    ----------
    files : mapping of str to bytes
        ``atop5_1a.csv``, ``atop5_1m.csv``, ``atop5_1sy.csv``, ``atop_alliance.parquet``.
    log : IssueLog
        Receives what was dropped or is outside the COW system.

    Returns
    -------
    dict of str to DataFrame
        ``obligations``: a, b, year and five obligations of a towards b, both directions of
        every dyad-year with any; ``treaties``: dates, obligations, military contact
        and bases, number of members; ``treaty_members``: spells of membership with the member's
        obligations;
        ``treaty_ends``: ends of shared membership, see :mod:`daylight.sources.atop.ends`;
        ``broad_pledges``: treaties that a measure may leave out.

    Raises
    ------
    SourceChanged
        On an unknown code or value, or when the four files contradict each other.
    """
    members = drop_pseudo(_members(files["atop5_1m.csv"]), log)
    ends = drop_pseudo(read_csv(files["atop5_1m.csv"], "atop5_1m.csv", OF_ENDS, OBLIGATIONS))
    spells = member_spells(members)
    treaties = _treaties(files["atop5_1a.csv"], members, log)
    obligations = _obligations(files["atop_alliance.parquet"], log)
    check_treaties(treaties, members)
    check_state_years(_state_years(files["atop5_1sy.csv"]), spells)
    check_dyads(obligations, spells)
    check_system(obligations, log)
    pledges = broad_pledges()
    check_broad(treaties, pledges)
    return {
        "obligations": obligations,
        "treaties": treaties.drop("listed"),
        "treaty_members": spells,
        "treaty_ends": treaty_ends(ends),
        "broad_pledges": pledges,
    }


def _members(content: bytes) -> pl.DataFrame:
    names = {"atopid": "atopid", "member": "member", "phase": "phase"}
    table = read_csv(
        content, "atop5_1m.csv", {**names, "yrent": "entry", "yrexit": "exit"}, OBLIGATIONS
    )
    return table.with_columns(pl.col("exit").replace(0, None))


def _state_years(content: bytes) -> pl.DataFrame:
    names = {"state": "member", "year": "year", "number": "treaties"}
    return read_csv(content, "atop5_1sy.csv", names, ())


def _treaties(content: bytes, members: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    dates = [f"{end}{part}" for end in ("beg", "end") for part in ("yr", "mo", "day")]
    listed = [f"mem{k}" for k in range(1, 60)]
    names = {name: name for name in ("atopid", "bilat", *dates, *listed, *MILITARY)}
    raw = read_csv(content, "atop5_1a.csv", names, (*OBLIGATIONS, "bilat"))
    vague = raw.filter(
        pl.col("begday").is_null() | (pl.col("endday").is_null() & (pl.col("endyr") > 0))
    )
    log.note("day of signature or end not known: first or last day of the month taken", len(vague))
    count = members.group_by("atopid").agg(members=pl.col("member").n_unique().cast(pl.Int16))
    start = pl.date("begyr", "begmo", pl.col("begday").fill_null(1))
    first = pl.date(pl.col("endyr").replace(0, None), "endmo", pl.col("endday").fill_null(1))
    end = pl.when(pl.col("endday").is_null()).then(first.dt.month_end()).otherwise(first)
    return raw.join(count, on="atopid", how="left").select(
        "atopid",
        start.alias("start"),
        end.alias("end"),
        pl.col("bilat").alias("bilateral"),
        *OBLIGATIONS,
        *MILITARY,
        pl.col("members").fill_null(0),
        pl.sum_horizontal(pl.col(listed).is_not_null()).cast(pl.Int16).alias("listed"),
    )


def _obligations(content: bytes, log: IssueLog) -> pl.DataFrame:
    names = {**_DYAD, **{f"atop_{name}": name for name in OBLIGATIONS}}
    table = flags(read_parquet(content, "atop_alliance.parquet", names), OBLIGATIONS)
    mirrored = table.select(a="b", b="a", year="year", theirs=_ANY)
    both = table.join(mirrored, on=["a", "b", "year"], how="left")
    alone = both.filter(pl.col("theirs").is_null())
    if len(alone):
        row = alone.row(0, named=True)
        raise SourceChanged(
            f"atop: dyad {row['a']}-{row['b']} in {row['year']} has no row the other way round; "
            f"the directed extract must hold both."
        )
    empty = both.filter(~(_ANY | pl.col("theirs")))
    log.note("directed dyad-years without an obligation either way, dropped", len(empty))
    kept = both.filter(_ANY | pl.col("theirs"))
    return kept.select("a", "b", "year", *OBLIGATIONS).sort("year", "a", "b")
