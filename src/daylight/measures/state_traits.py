"""What is known of one state by year: its share of capabilities, its regime, its place in votes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from daylight.measures.measure import World
from daylight.measures.positions import BAILEY
from daylight.measures.spans import as_of_measure, of_rows
from daylight.measures.state_measure import StateMeasure, StateValues, state_values
from daylight.store.schemas import table

NO_ERROR = "none: the file has no error of it, and its ends equal the value"


def _column(name: str, column: str) -> Callable[[World, int, int], StateValues]:
    """Return the function that reads a column of a table of states and years."""

    def compute(world: World, start: int, end: int) -> StateValues:
        rows = world.years(name, start, end)
        value = np.asarray(rows[column], float)
        return state_values(rows["cow"], rows["year"], value, value, value)

    return compute


def _positions(kind: str) -> Callable[[World, int, int], StateValues]:
    """Return the function that reads positions from all votes."""

    def compute(world: World, start: int, end: int) -> StateValues:
        rows = world.years("ideal_points", start, end)
        keep = (rows["kind"] == kind) & (rows["votes"] == "all") & (rows["issue"] == "all")
        at = {name: np.asarray(rows[name])[keep] for name in ("cow", "year", "theta", "lo", "hi")}
        value, lo, hi = (at[name].astype(float) for name in ("theta", "lo", "hi"))
        return state_values(at["cow"], at["year"], value, lo, hi)

    return compute


STATE_TRAITS: tuple[StateMeasure, ...] = (
    StateMeasure(
        name="cinc",
        title="Share of capabilities (CINC)",
        unit="share of the state system, 0 to 1",
        about="""
        Composite Index of National Capability: mean share of the system in six things.

        Military spending and personnel, iron and steel, energy, total and urban population. The
        six themselves do not ship.
        """,
        low=0.0,
        high=1.0,
        table="capabilities",
        interval=NO_ERROR,
        citation="Singer, Bremer & Stuckey 1972, in Russett (ed.), Peace, War, and Numbers",
        method="opportunity",
        compute=_column("capabilities", "cinc"),
        span=of_rows("capabilities"),
        sources=table("capabilities").sources,
    ),
    StateMeasure(
        name="polyarchy",
        title="Electoral democracy",
        unit="index, 0 to 1",
        about="""
        V-Dem's electoral democracy index (polyarchy), 0 to 1.

        The index is estimated, and its published error is not in the file used here: small
        differences mean nothing.
        """,
        low=0.0,
        high=1.0,
        table="regimes",
        interval=NO_ERROR,
        citation="Teorell, Coppedge, Lindberg & Skaaning 2019, Stud Comp Int Dev 54:71-95",
        method="visits-and-regimes",
        compute=_column("regimes", "polyarchy"),
        span=as_of_measure("regime_affinity"),
        sources=table("regimes").sources,
    ),
    StateMeasure(
        name="ideal_point",
        title="Ideal point in UN votes",
        unit="standard deviations of the scale; higher is nearer the United States",
        about="""
        Position of the state in all UN votes, from votes of all years (smoothed).

        It uses later years too. For a forecast take `ideal_point_filtered`.
        """,
        low=-15.0,
        high=15.0,
        table="ideal_points",
        interval="posterior of the position",
        citation=BAILEY,
        method="ideal-points",
        compute=_positions("smoothed"),
        span=as_of_measure("ideal_point_gap"),
        sources=table("ideal_points").sources,
    ),
    StateMeasure(
        name="ideal_point_filtered",
        title="Ideal point in UN votes (votes to date)",
        unit="standard deviations of the scale; higher is nearer the United States",
        about="Position of the state in all UN votes, from votes of no later year (filtered).",
        low=-15.0,
        high=15.0,
        table="ideal_points",
        interval="posterior of the position",
        citation=BAILEY,
        method="ideal-points",
        compute=_positions("filtered"),
        span=as_of_measure("ideal_point_gap_filtered"),
        sources=table("ideal_points").sources,
    ),
)
