"""Measures of the ledgers of a pair, and of its relationship on the peace scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.status import CARRIED, MISSING, OBSERVED
from daylight.measures.measure import Measure, Values, World
from daylight.store.schemas.ledgers import ANGLE_STEP, LEDGERS, LEDGERS_FROM, PART_STEP, POINT_STEP

Floats = NDArray[np.float64]
Ends = Callable[[dict[str, Floats]], tuple[Floats, Floats, Floats]]
ENTERS = LEDGERS[:-1]
PLACES = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
"""Where each zone lies on the scale."""
SCALE = "Goertz, Diehl & Balas 2016, The Puzzle of Peace; Diehl, Goertz & Gallegos 2021"
ABOUT_LEDGER = """
Points of {}, from 0 to 100, in fixed points that mean the same in every year and for every pair.

What its sources no longer cover is carried from the last value seen, and its status says so; then
the interval is a 90 % band from how such cases went on. Compare years of one status only.
"""
ABOUT_CHANCE = """
Chance of {} on the peace scale, from the ledgers by a logit that was fitted on 1946-2014.

For two states with no relation to speak of it is the base rate of a scale that codes few like
them. It is no forecast of force. The interval is over what is carried and over errors of the fit.
"""
ABOUT_PLACE = """
Expected place on the peace scale: 0 severe rivalry, 0.25 lesser rivalry, 0.5 negative peace, 0.75
warm peace, 1 security community.

The scale codes nine in ten years of the alliances of the United States as negative peace: a place
in the middle is no word for an alliance.
"""


def chance_of(steps: NDArray[Any]) -> Floats:
    """Return the chances of stored angles."""
    result: Floats = np.sin(np.asarray(steps, float) * ANGLE_STEP) ** 2
    return result


def _points(name: str) -> Ends:
    def ends(rows: dict[str, Floats]) -> tuple[Floats, Floats, Floats]:
        value, lo, hi = (rows[f"{name}{end}"] * POINT_STEP for end in ("", "_lo", "_hi"))
        return value, np.fmin(lo, value), np.fmax(hi, value)

    return ends


def _chance(name: str) -> Ends:
    def ends(rows: dict[str, Floats]) -> tuple[Floats, Floats, Floats]:
        value, lo, hi = (chance_of(rows[f"{name}{end}"]) for end in ("", "_lo", "_hi"))
        return value, np.minimum(lo, value), np.maximum(hi, value)

    return ends


def zones(rows: Mapping[str, Any]) -> tuple[Floats, ...]:
    """Return the chances of the five zones of stored rows, from the worst to the best."""
    severe, rivalry, warm, best = (
        chance_of(rows[n]) for n in ("severe", "rivalry", "warm", "community")
    )
    severe, best = np.minimum(severe, rivalry), np.minimum(best, warm)
    negative = np.maximum(0.0, 1 - rivalry - warm)
    return severe, rivalry - severe, negative, warm - best, best


def place(rows: Mapping[str, Any]) -> tuple[Floats, Floats, Floats]:
    """Return the expected place on the scale of stored rows, 0 to 1, and the ends of its band."""
    found = zones(rows)
    value = np.asarray(sum(at * part for at, part in zip(PLACES, found, strict=True)))
    lo, hi = (np.asarray(rows[f"place_{end}"], float) * PART_STEP for end in ("lo", "hi"))
    return value, np.minimum(lo, value), np.maximum(hi, value)


def _compute(ends: Ends, rests_on: tuple[str, ...]) -> Callable[[World, int, int], Values]:
    def compute(world: World, start: int, end: int) -> Values:
        stored = world.years("ledgers", start, end)
        rows = {name: np.asarray(stored[name], float) for name in stored}
        value, lo, hi = ends(rows)
        seen = np.all([np.isnan(rows[f"{name}_lo"]) for name in rests_on], axis=0)
        status = np.where(np.isnan(value), MISSING, np.where(seen, OBSERVED, CARRIED))
        a, b, year = (rows[name].astype(np.int64) for name in ("a", "b", "year"))
        return Values(a, b, year, value, lo, hi, np.zeros(len(a), np.int64), status.astype(np.int8))

    return compute


def _measure(
    name: str, title: str, unit: str, about: str, high: float, compute: Any, method: str,
    citation: str, sources: tuple[str, ...] = (),
) -> Measure:  # fmt: skip
    return Measure(
        name=name,
        title=title,
        unit=unit,
        about=about,
        low=0.0,
        high=high,
        directed=False,
        undirected="same",
        table="ledgers",
        absence="missing",
        interval="90 % band of what is carried; ends equal the value where all is seen",
        citation=citation,
        method=method,
        compute=compute,
        sources=sources,
        fraction=high == 1.0 and name != "relationship",
    )


def _ledger(name: str) -> Measure:
    words = name.replace("_", " ")
    return _measure(
        name, words.capitalize(), "points, 0 to 100", ABOUT_LEDGER.format(words), 100.0,
        _compute(_points(name), (name,)), "ledgers", "Daylight: docs/methods/ledgers", LEDGERS_FROM,
    )  # fmt: skip


LEDGER_MEASURES: tuple[Measure, ...] = (
    _measure("relationship", "Place on the peace scale", "place, 0 to 1", ABOUT_PLACE, 1.0,
             _compute(place, ENTERS), "relationship", SCALE),
    _measure("p_rivalry", "Chance of rivalry", "chance, as a fraction of one",
             ABOUT_CHANCE.format("rivalry"), 1.0,
             _compute(_chance("rivalry"), ENTERS), "relationship", SCALE),
    _measure("p_warm", "Chance of warm peace", "chance, as a fraction of one",
             ABOUT_CHANCE.format("warm peace or a security community"), 1.0,
             _compute(_chance("warm"), ENTERS), "relationship", SCALE),
    *map(_ledger, LEDGERS),
)  # fmt: skip
