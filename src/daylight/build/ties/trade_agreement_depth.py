"""How deep the deepest trade agreement in force between two states is (DESTA)."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.build.ties.agreements import DEEPEST, END, START, in_force
from daylight.build.ties.tie import Made, Tie
from daylight.sources._kit.issues import IssueLog
from daylight.sources._kit.load import Tables


def make(tables: Mapping[str, Tables], log: IssueLog) -> Made:
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


TIE = Tie("trade_agreement_depth", ("desta",), START, END, make)
