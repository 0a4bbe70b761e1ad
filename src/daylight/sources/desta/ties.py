"""Whether two states have a trade agreement in force, and how deep the deepest is."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.desta.in_force import DEEPEST, END, START, in_force
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.tie import Made, Tie


def _any(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return 1 for each pair and year with an agreement in force."""
    pairs = in_force(tables["desta"]).select("cow", "partner", "year").unique()
    return Made(pairs.with_columns(value=pl.lit(1.0)))


def _depth(tables: Mapping[str, Tables], log: IssueLog) -> Made:
    """Return the greatest depth of each pair and year, null where it is not known.

    It is not known when the newest agreement of the two has no coded depth, unless another
    is of the greatest depth there is. An older one without depth is taken to be no deeper.
    """
    coded = pl.col("first").filter(pl.col("depth").is_not_null()).max()
    bare = pl.col("first").filter(pl.col("depth").is_null()).max()
    pairs = (
        in_force(tables["desta"])
        .group_by("cow", "partner", "year")
        .agg(depth=pl.col("depth").max(), newer=(bare > coded).fill_null(False))
    )
    unknown = pl.col("newer") & (pl.col("depth") < DEEPEST)
    log.note(
        "trade_agreement_depth: pairs and years whose newest agreement has no coded depth",
        pairs.filter(unknown | pl.col("depth").is_null()).height,
    )
    value = pl.when(~unknown).then(pl.col("depth"))
    return Made(pairs.select("cow", "partner", "year", value=value))


ANY_AGREEMENT = Tie("trade_agreement", START, END, _any)
DEPTH = Tie("trade_agreement_depth", START, END, _depth)
TIES = (ANY_AGREEMENT, DEPTH)
