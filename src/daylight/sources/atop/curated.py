"""Two small tables made by hand: broad pledges, and signatories outside the COW system."""

from __future__ import annotations

from importlib import resources

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.periods import FIRST_YEAR
from daylight.core.states import members
from daylight.sources.kit.issues import IssueLog

BROAD = 20
"""A treaty with more members than this, and no promise to fight or stay neutral, is broad."""


def _table(name: str, types: dict[str, pl.DataType]) -> pl.DataFrame:
    text = resources.files(__package__).joinpath(name).read_bytes()
    return pl.read_csv(text, schema_overrides=types)


def broad_pledges() -> pl.DataFrame:
    """Return treaties so wide that they drown the rest: atopid, name, rule, reason, citation.

    `rule` is ``size`` for those above :data:`BROAD` members with non-aggression or
    consultation only, and ``judged`` for one added by judgement.
    """
    return _table("broad_pledges.csv", {"atopid": pl.Int16()})


def check_broad(treaties: pl.DataFrame, pledges: pl.DataFrame) -> None:
    """Raise when a treaty meets the rule of size and is not in the list.

    Raises
    ------
    SourceChanged
        Naming the treaty.
    """
    fights = pl.any_horizontal(pl.col(o) > 0 for o in ("defense", "offense", "neutral"))
    wide = treaties.filter((pl.col("members") > BROAD) & ~fights)
    new = wide.join(pledges, on="atopid", how="anti")
    if len(new):
        raise SourceChanged(
            f"atop: treaty {new['atopid'][0]} has {new['members'][0]} members and only "
            f"non-aggression or consultation; list it in sources/atop/broad_pledges.csv."
        )


def check_system(obligations: pl.DataFrame, log: IssueLog) -> None:
    """Log the rows of signatories that COW does not count that year; all must be listed.

    Raises
    ------
    SourceChanged
        For a state-year outside the COW system that is not in the list.
    """
    before = obligations.filter(pl.col("year") < FIRST_YEAR)
    log.note(f"directed dyad-years before {FIRST_YEAR}, the first of the COW system", len(before))
    present = obligations.filter(pl.col("year") >= FIRST_YEAR).select(cow="a", year="year")
    system = pl.DataFrame(
        [(cow, year) for year in present["year"].unique().to_list() for cow in members(year)],
        {"cow": pl.Int16, "year": pl.Int16},
        orient="row",
    )
    states = present.unique().join(system, on=["cow", "year"], how="anti").sort("year", "cow")
    new = states.join(outside_system(), on=["cow", "year"], how="anti")
    if len(new):
        raise SourceChanged(
            f"atop: state {new['cow'][0]} has obligations in {new['year'][0]}, when it was not in "
            f"the COW system; add it with the reason to sources/atop/outside_system.csv."
        )
    log.note(
        f"directed dyad-years with a signatory outside the COW system ({len(states)} state-years, "
        f"sources/atop/outside_system.csv); kept here, not in the atlas",
        _rows_with(obligations, states),
    )


def outside_system() -> pl.DataFrame:
    """Return the listed state-years of signatories outside the COW system: cow, year."""
    spells = _table("outside_system.csv", {n: pl.Int16() for n in ("cow", "first", "last")})
    years = pl.int_ranges(pl.col("first"), pl.col("last") + 1, dtype=pl.Int16).alias("year")
    return spells.select("cow", years).explode("year")


def _rows_with(obligations: pl.DataFrame, states: pl.DataFrame) -> int:
    rest = obligations.join(states, left_on=["a", "year"], right_on=["cow", "year"], how="anti")
    rest = rest.join(states, left_on=["b", "year"], right_on=["cow", "year"], how="anti")
    return len(obligations) - len(rest)
