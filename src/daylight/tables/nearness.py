"""How near two states lie: their capitals, their border, an official language, a colonial tie."""

from __future__ import annotations

import polars as pl

from daylight.core.states import all_states, members
from daylight.sources.kit.ties.lineages import years_of
from daylight.sources.kit.ties.spells import runs
from daylight.tables.step import LAST_FULL_YEAR, Inputs, Step

FIRST = 1946
APART = 0
"""No border, and more than 400 nautical miles of water between the two."""
EARTH_KM = 6371.0
STEP_KM = 10
"""Capitals are known to a tenth of a degree, and a state is no point."""

KEYS = ["a", "b", "year"]
Frame = pl.DataFrame


def nearness(spells: Frame, capitals: Frame, languages: Frame, colonies: Frame, last: int) -> Frame:
    """Return one row for each pair and span of years with one class of contiguity.

    Parameters
    ----------
    spells : DataFrame
        a, b, kind, start, end: table of the source `contiguity`.
    capitals, languages, colonies : DataFrame
        Tables of the source `geodist`.
    last : int
        Last year. Classes of the last covered year go on to it: no border between two members of
        the system has come or gone since, but for lands that one holds against the other's will.

    Returns
    -------
    DataFrame
        a, b (a < b), start, end (years in which both are members, from 1946), km (between the
        capitals, in steps of 10), contiguity (0 apart, 1 on land or a river, 2 to 5 by water up
        to 12, 24, 150 and 400 miles; the nearest of the year), language (whether they share an
        official one), colony (whether one governed the other for long, by GeoDist).
    """
    newest = spells["end"].max()
    ends = pl.when(pl.col("end") == newest).then(last).otherwise("end").cast(pl.Int16)
    years = years_of(spells.with_columns(end=ends), FIRST, last)
    nearest = years.group_by(KEYS).agg(contiguity=pl.col("kind").min())
    pairs = _pairs(last).join(nearest, on=KEYS, how="left")
    spans = runs(
        pairs.with_columns(pl.col("contiguity").fill_null(APART)), ["a", "b"], ["contiguity"]
    )
    shared = _both(languages.join(languages, on="language", suffix="_b"), "cow", "cow_b")
    governed = _both(_governed(colonies), "cow", "power")
    return (
        _distant(spans, capitals)
        .join(shared.with_columns(language=True), on=["a", "b"], how="left")
        .join(governed.with_columns(colony=True), on=["a", "b"], how="left")
        .with_columns(pl.col("language", "colony").fill_null(False))
        .select("a", "b", "start", "end", "km", "contiguity", "language", "colony")
        .sort("a", "b", "start")
    )


def _pairs(last: int) -> Frame:
    system = [(year, cow) for year in range(FIRST, last + 1) for cow in members(year)]
    states = pl.DataFrame(system, {"year": pl.Int16, "a": pl.Int16}, orient="row")
    both = states.join(states.rename({"a": "b"}), on="year")
    return both.filter(pl.col("a") < pl.col("b")).select(KEYS)


def _distant(rows: Frame, capitals: Frame) -> Frame:
    """Add the length of the great circle between the two capitals."""
    for side in ("a", "b"):
        place = capitals.select(
            pl.col("cow").alias(side),
            *(pl.col(x).radians().alias(x + side) for x in ("lat", "lon")),
        )
        rows = rows.join(place, on=side, how="left")
    lat, lon = (pl.col(x + "b") - pl.col(x + "a") for x in ("lat", "lon"))
    half = (lat / 2).sin() ** 2 + pl.col("lata").cos() * pl.col("latb").cos() * (lon / 2).sin() ** 2
    steps = (2 * EARTH_KM * half.sqrt().arcsin() / STEP_KM).round().clip(lower_bound=1)
    return rows.with_columns(km=(steps * STEP_KM).cast(pl.Int16))


def _governed(colonies: Frame) -> Frame:
    """Give a tie to every number of the coloniser through time: to 260 what 255 has."""
    lines = [(one.cow, two.cow) for one in all_states() for two in all_states()
             if one.lineage == two.lineage]  # fmt: skip
    same = pl.DataFrame(lines, {"coloniser": pl.Int16, "power": pl.Int16}, orient="row")
    return colonies.join(same, on="coloniser")


def _both(rows: Frame, one: str, other: str) -> Frame:
    """Return the pairs a < b of two columns, once each."""
    a, b = pl.min_horizontal(one, other), pl.max_horizontal(one, other)
    return rows.select(a=a, b=b).filter(pl.col("a") < pl.col("b")).unique()


def _make(inputs: Inputs) -> Frame:
    places = inputs.source("geodist")
    return nearness(
        inputs.source("contiguity")["spells"],
        places["capitals"],
        places["languages"],
        places["colonies"],
        inputs.result(LAST_FULL_YEAR),
    )


STEPS = (
    Step(
        "nearness",
        _make,
        sources=("contiguity", "geodist"),
        needs=(LAST_FULL_YEAR,),
    ),
)
