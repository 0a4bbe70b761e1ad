"""Drafts that one permanent member of the Security Council vetoed and another did not."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.tie import Made, Tie
from daylight.sources.kit.ties.yearly import Yearly

START, WHOLE, END = 1946, 2021, 2022
"""Of 2022 there are the vetoes to July; one of September and later ones are missing."""
SEATED = {2: 1946, 200: 1946, 220: 1946, 365: 1946, 710: 1972}
"""First year in which a permanent member is covered. Taipei's veto of 1955 is not in the file, so
that its seat is not covered, and Peking's from its first whole year."""


def _make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Count drafts vetoed by cow and not by partner, who may have abstained."""
    vetoes = tables["council_vetoes"]["vetoes"].with_columns(year=pl.col("date").dt.year())
    members = pl.DataFrame(
        list(SEATED.items()), {"partner": pl.Int16, "since": pl.Int32}, orient="row"
    )
    others = vetoes.join(members, how="cross").filter(pl.col("year") >= pl.col("since"))
    cast = vetoes.select("item", partner="cow")
    apart = others.join(cast, on=["item", "partner"], how="anti")
    rows = apart.group_by("cow", "partner", pl.col("year").cast(pl.Int16)).agg(value=pl.len())
    pairs = [
        (cow, partner, max(SEATED[cow], SEATED[partner]), WHOLE)
        for cow in SEATED
        for partner in SEATED
        if cow != partner
    ]
    columns = dict.fromkeys(("cow", "partner", "start", "end"), pl.Int16)
    return Made(rows, pl.DataFrame(pairs, columns, orient="row"))


VETOES = Yearly(
    Tie("vetoes_apart", START, END, _make), ("council_vetoes",), directed=True,
    unit="drafts that cow vetoed and partner, also a permanent member, did not",
)  # fmt: skip
YEARLY = (VETOES,)
