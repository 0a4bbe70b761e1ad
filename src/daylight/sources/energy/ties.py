"""Which share of a state's recorded energy imports comes from another (BACI)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.lineages import years_of
from daylight.sources.kit.ties.spells import covered_years
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.windows import system

START, END = 1995, 2024
LEAST_KUSD = 10_000
"""A state that records fewer energy imports than ten million dollars a year has no value."""
DIGITS = 2
PAIR = ["cow", "partner", "year"]


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the share of each partner, null where a flow is known to be hidden."""
    found = tables["energy"]
    hidden = years_of(found["hidden"], START, END).rename(
        {"importer": "cow", "exporter": "partner"}
    )
    dropped = hidden.filter("drop").select(PAIR)
    flows = found["flows"].rename({"importer": "cow", "exporter": "partner"})
    flows = flows.join(dropped, on=PAIR, how="anti", nulls_equal=True)
    whole = hidden.filter("whole").select("cow", "year").unique()
    totals = (
        flows.group_by("cow", "year")
        .agg(total=pl.col("kusd").sum())
        .filter(pl.col("total") >= LEAST_KUSD)
        .join(whole, on=["cow", "year"], how="anti")
    )
    shares = flows.join(totals, on=["cow", "year"]).drop_nulls("partner")
    known = shares.select(*PAIR, value=(pl.col("kusd") / pl.col("total")).round(DIGITS))
    unknown = _unknown(found, hidden, totals)
    log.note(
        "energy_dependence: pairs and years not known, a flow hidden or not published", len(unknown)
    )
    seen = known.join(unknown, on=PAIR, how="anti").filter(pl.col("value") > 0)
    rows = pl.concat([seen, unknown.with_columns(value=pl.lit(None, pl.Float64))])
    return Made(rows, covered_years(totals.select("cow", "year")))


def _unknown(found: Tables, hidden: pl.DataFrame, totals: pl.DataFrame) -> pl.DataFrame:
    """Return pairs with a hidden flow, of two silent states, or with a partner not in the file."""
    covered = totals.select("cow", "year")
    pairs = hidden.select(PAIR).join(covered, on=["cow", "year"], how="semi")
    silent = years_of(found["silent"], START, END).select("cow", "year")
    both = covered.join(silent, on=["cow", "year"], how="semi").join(
        silent.rename({"cow": "partner"}), on="year"
    )
    # a flow that is recorded nevertheless was published by the other side's partner
    known = found["flows"].rename({"importer": "cow", "exporter": "partner"})
    mute = both.join(known, on=PAIR, how="anti").filter(pl.col("cow") != pl.col("partner"))
    here = system(START, END).select("year", partner="cow")
    present = found["present"].rename({"cow": "partner"})
    absent = here.join(present, on=["partner", "year"], how="anti")
    gone = covered.join(absent, on="year").filter(pl.col("cow") != pl.col("partner"))
    return pl.concat([part.select(PAIR) for part in (pairs, mute, gone)]).unique()


TIE = Tie("energy_dependence", START, END, make)
TIES = (TIE,)
