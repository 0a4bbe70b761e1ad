"""Count years of ties with each leg of the rule left out, or told in another way.

``DAYLIGHT_MIRROR=FOLDER python benchmarks/breaks_tie_rule.py`` (half a minute) reads the sources of
the rule, and COW's trade. It looks for the years of ties that an outside exam counted and the
atlas does not; the rule itself is not changed by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import polars as pl

from daylight.breaks.kinds import TREATIES_TO
from daylight.breaks.pairs import FIRST, Bools, Floats, Pairs, all_pairs
from daylight.breaks.series import SOURCES, Series, series
from daylight.breaks.ties import BIG, legs, ties
from daylight.ledgers.given import Given
from daylight.ledgers.years import FIRST as SINCE
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.store.atlas import Atlas, current
from daylight.tables.flows.volumes import volumes

COW_TO = 2014
Standing = dict[str, Bools]


def _table(atlas: Atlas, name: str) -> pl.DataFrame:
    return pl.read_parquet(atlas.folder / atlas.manifest.table(name).file)


def _read(atlas: Atlas, pairs: Pairs) -> Series:
    made = volumes(_table(atlas, "trade"), _table(atlas, "economies"))
    sources = {name: load(name).tables for name in SOURCES}
    votes, points = _table(atlas, "votes"), _table(atlas, "ideal_points")
    return series(Given(sources, votes, points, made, IssueLog("breaks")), pairs)


def _of_partners(pairs: Pairs, seen: Series) -> Series:
    """Return the series with shares of the trade that COW knows by partner, to its last year."""
    flows = load("cow_trade").tables["flows"].filter(pl.col("usd_m") >= 0)
    low = pl.min_horizontal("importer", "exporter").alias("a")
    high = pl.max_horizontal("importer", "exporter").alias("b")
    both = flows.group_by(low, high, "year").agg(pl.col("usd_m").sum(), ways=pl.len())
    both = both.filter(pl.col("ways") == 2)
    sides = [both.select("year", "usd_m", cow=side) for side in ("a", "b")]
    whole = pl.concat(sides).group_by("cow", "year").agg(whole=pl.col("usd_m").sum())
    return replace(
        seen,
        shares=tuple(
            _to_cow(_share(pairs, both, whole, side), ours)
            for side, ours in zip(("a", "b"), seen.shares, strict=True)
        ),
    )


def _share(pairs: Pairs, both: pl.DataFrame, whole: pl.DataFrame, side: str) -> Floats:
    rows = both.join(whole.rename({"cow": side}), on=[side, "year"])
    part = pl.when(pl.col("whole") > 0).then(pl.col("usd_m") / pl.col("whole"))
    return pairs.placed(rows.select("a", "b", "year", value=part).drop_nulls())


def _to_cow(theirs: Floats, ours: Floats) -> Floats:
    year = np.arange(ours.shape[1]) + FIRST
    return np.where(year <= COW_TO, theirs, ours)


def variants(pairs: Pairs, seen: Series) -> Iterator[tuple[str, Standing]]:
    """Yield what was changed, and where each leg stands then."""
    standing, alive = legs(seen, pairs), pairs.alive
    big = np.fmax(*seen.shares) >= BIG
    yield "the rule", standing
    for name in standing:
        yield f"without {name}", {**standing, name: np.zeros_like(alive)}
    yield "pacts of several alone", {**standing, "pact": seen.support & alive}
    yield "non-aggression alone", {**standing, "treaty": seen.treaty & alive}
    yield "much trade alone", {**standing, "trade": big & alive}
    yield "APEC counts", legs(replace(seen, close=seen.blocs > 0), pairs)
    yield "shares of COW's trade by partner to 2014", legs(_of_partners(pairs, seen), pairs)


def main() -> None:
    """Print the counts."""
    pairs = all_pairs()
    for name, standing in variants(pairs, _read(current(), pairs)):
        tie = ties(standing, pairs)[:, SINCE - FIRST : TREATIES_TO - FIRST + 1]
        print(f"{name:42} {tie.sum():7,} years of {tie.any(axis=1).sum():6,} ties")


if __name__ == "__main__":
    main()
