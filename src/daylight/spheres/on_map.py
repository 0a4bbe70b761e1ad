"""A sphere as a map: who lies within, by how much, and whom one thing draws."""

from __future__ import annotations

from daylight.pulls.pulls import DIMENSIONS
from daylight.show.blocks import Table, WorldMap
from daylight.show.chart import INK, PAPER
from daylight.show.ground import Ground
from daylight.show.steps import Shown, Step, five
from daylight.show.world_map import world_map
from daylight.spheres.lines import cell
from daylight.spheres.records import Drawn, Sphere
from daylight.spheres.words import BY

NAME = "sphere-map"
LABELS = ("no lead", "leads by trade alone", "leads by arms alone", "within: two", "within: three")
SIGNS = ("", "t", "a", "2", "3")
NAMED = 6
"""States that get a name on the map."""


def sphere_map(answer: Sphere, ground: Ground, table: Table) -> WorldMap:
    """Return the map of a sphere.

    Parameters
    ----------
    answer : Sphere
    ground : Ground
        Of the date.
    table : Table
        Stands beside it.
    """
    steps = (*five(LABELS, SIGNS), Step("the power itself", INK, PAPER, "*"))
    power = Shown(answer.a.cow, answer.a.name, answer.a.code, len(steps) - 1, "the power itself")
    there = [one.state.cow for one in answer.states if one.place == "within"]
    return world_map(
        NAME,
        f"Who leads on whom: {answer.a.name} in {answer.year}",
        "lead by arms, trade and politics; within the sphere by two of them",
        ground,
        steps,
        (*(_shown(one, answer.year) for one in answer.states), power),
        table,
        tuple(source.id for source in answer.sources if "/states" in source.supports),
        there[:NAMED],
    )


def step_of(one: Drawn) -> int:
    """Return the step of a state, from no lead to a lead in all three."""
    if one.place == "within":
        return 1 + len(one.leads)
    if one.place == "outside":
        return 0
    return 2 if "military" in one.leads else 1


def _shown(one: Drawn, year: int) -> Shown:
    told = ", ".join(f"{BY[d]} {cell(getattr(one.pull, d))}" for d in DIMENSIONS)
    carried = one.trade_of is not None and one.trade_of < year
    return Shown(one.state.cow, one.state.name, one.state.code, step_of(one), told, carried)
