"""Raw values of agreements, exercises, arms, and of fighting beside and against each other."""

from __future__ import annotations

import polars as pl

from daylight.ledgers import items_military as scale
from daylight.ledgers.fade import faded
from daylight.ledgers.given import Given
from daylight.ledgers.grid import NEVER, PAIR_YEAR, Found, as_pairs, between
from daylight.ledgers.raw_promises import FACTS
from daylight.sources.dcad.ties import TIE as DCAD
from daylight.sources.exercises.ties import TIE as EXERCISES
from daylight.sources.icb_v16.yearly import CRISES
from daylight.sources.icb_v16.yearly import WHOLE as CRISIS_YEARS
from daylight.sources.mid.pairs import YEARS as MID_YEARS
from daylight.sources.mid.ties import SAME_SIDE
from daylight.sources.sipri_classes.yearly import ARMS
from daylight.sources.ucdp import yearly as ucdp
from daylight.tables.opposed import opposed

FEW = 4
"""Most states of an exercise that ties each two of them."""
FACT_YEARS = between(2015, 2025)
UCDP = between(ucdp.START, ucdp.WHOLE) & ~(
    pl.any_horizontal(pl.col("a", "b") == ucdp.YEMEN) & (pl.col("year") >= ucdp.SANAA)
)
UCDP_LOOKS = between(ucdp.START, ucdp.END)


def defence_agreements(given: Given) -> Found:
    """Return agreements in force: DCAD 1980-2010, then only those signed since 2015, a floor."""
    facts = given.fact(FACTS["agreements_since_2015"])
    rows = pl.concat([as_pairs(given.tie(DCAD), False), as_pairs(facts, False)])
    years = between(DCAD.start, DCAD.end)
    return Found(rows, years, years, years, full=2.0)


def exercises(given: Given) -> Found:
    """Return exercises a year of at most :data:`FEW` states."""
    people = given.sources["exercises"]["participants"]
    small = people.filter(pl.col("cow").n_unique().over("exercise", "year") <= FEW)
    rows = EXERCISES.make({"exercises": {"participants": small}}, given.log).rows
    years = between(EXERCISES.start, EXERCISES.end)
    return Found(as_pairs(rows, False), years, years, years)


def arms(given: Given) -> Found:
    """Return the class of what each delivered to the other in five years."""
    received = given.fact(ARMS)
    supplied = received.rename({"cow": "partner", "partner": "cow"})
    years = between(ARMS.tie.start, ARMS.tie.end)
    return Found(as_pairs(supplied, True), years, years, years)


def side_by_side(given: Given, grid: pl.DataFrame, held: pl.DataFrame) -> Found:
    """Return troops in battle for the other, and shared sides of disputes, as they fade.

    They fade in held years too: a fault keeps no friendship alive.
    """
    fights = given.fact(ucdp.BESIDE).drop_nulls("value")
    fought = as_pairs(fights.with_columns(value=pl.lit(scale.FOUGHT)), True)
    sides = as_pairs(given.tie(SAME_SIDE), False)
    shared = sides.select(*PAIR_YEAR, ab=pl.lit(scale.SAME_SIDE), ba=pl.lit(scale.SAME_SIDE))
    rows = pl.concat([fought.select(shared.columns), shared])
    highest = rows.group_by(PAIR_YEAR).agg(pl.col("ab", "ba").max())
    covered = UCDP & between(MID_YEARS[0], MID_YEARS[1])
    return Found(
        faded(grid, highest, scale.FADE_BESIDE), covered, UCDP_LOOKS, covered, scale.FOUGHT
    )


def _conflict(
    grid: pl.DataFrame, held: pl.DataFrame, rows: pl.DataFrame, zero: pl.Expr, reached: pl.Expr
) -> Found:
    """Return levels of hostility as they fade; what is left past `zero` is a floor."""
    found = faded(grid, rows, scale.FADE_CONFLICT, held)
    return Found(found, zero, reached, zero, full=5.0)


def _leveled(rows: pl.DataFrame, levels: dict[float, float]) -> pl.DataFrame:
    known = rows.drop_nulls("value").with_columns(pl.col("value").cast(pl.Float64))
    return known.with_columns(pl.col("value").replace_strict(levels, return_dtype=pl.Float64))


def disputes(given: Given, grid: pl.DataFrame, held: pl.DataFrame) -> Found:
    """Return the level of the year's disputes, without pairs of which one only joined a side."""
    years = between(*MID_YEARS)
    sources = given.sources
    met = opposed(sources["mid"], sources["mie"], given.log)
    return _conflict(grid, held, as_pairs(met, False), years, years)


def fatal_conflict(given: Given, grid: pl.DataFrame, held: pl.DataFrame) -> Found:
    """Return wars and lesser fatal conflict of two parties."""
    rows = _leveled(given.fact(ucdp.CONFLICT), {1.0: 4.0, 2.0: 5.0})
    return _conflict(grid, held, as_pairs(rows, False), UCDP, UCDP_LOOKS)


def crises(given: Given, grid: pl.DataFrame, held: pl.DataFrame) -> Found:
    """Return crises between the two."""
    rows = given.fact(CRISES).drop_nulls("value").with_columns(value=pl.lit(3.0))
    return _conflict(grid, held, as_pairs(rows, False), between(*CRISIS_YEARS), NEVER)


def for_rebels(given: Given, grid: pl.DataFrame, held: pl.DataFrame) -> Found:
    """Return troops of each in battle for rebels against the other."""
    rows = as_pairs(_leveled(given.fact(ucdp.REBELS), {1.0: 3.0, 2.0: 4.0}), True)
    return _conflict(grid, held, rows, UCDP, UCDP_LOOKS)


def dated_force(given: Given, grid: pl.DataFrame, held: pl.DataFrame) -> Found:
    """Return uses of force on the curated list, which names what was found and no more."""
    rows = given.fact(FACTS["force_since_2015"]).with_columns(value=pl.lit(4.0))
    found = faded(grid, as_pairs(rows, False), scale.FADE_CONFLICT, held)
    return Found(found, NEVER, FACT_YEARS, FACT_YEARS)
