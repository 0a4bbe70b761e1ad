"""The block of a page that is a map: shapes where they serve, tiles elsewhere, and what to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.core.states import get
from daylight.say.dates import day
from daylight.say.lines import listed
from daylight.show.blocks import Table, WorldMap
from daylight.show.ground import FIRST, Ground
from daylight.show.legend import counted
from daylight.show.map import world
from daylight.show.steps import Shown, Step
from daylight.show.tiles import NARROW, tiles

SOURCES = ("natural_earth", "disputed_places")
"""What a map adds to the sources of what it shows."""


def world_map(
    name: str, title: str, subtitle: str, ground: Ground, steps: Sequence[Step],
    shown: Sequence[Shown], table: Table, sources: tuple[str, ...], named: Sequence[int] = (),
) -> WorldMap:  # fmt: skip
    """Return a map as a block of a page.

    Parameters
    ----------
    name : str
        Name of the figure; keeps its ids apart.
    title, subtitle : str
        What was found, and the measure with its year.
    ground : Ground
        Of the day (:func:`daylight.show.ground.ground`).
    steps, shown
        The scale, and what to show of each state; a member that is not shown is striped.
    table : Table
        The values, which stand beside the map.
    sources : tuple of str
        Ids of the sources of the values.
    named : sequence of int
        COW numbers of up to six states that get a name on the map.

    Returns
    -------
    WorldMap
        Shapes with tiles for narrow screens; tiles alone before 1946.
    """
    text = _text(subtitle, ground, steps, shown)
    few = tiles(f"{name}-tiles", title, text, ground.members, steps, shown, NARROW)
    if ground.serves:
        chart, narrow = world(name, title, text, ground, steps, shown, named), few
    else:
        chart, narrow = tiles(name, title, text, ground.members, steps, shown), few
    return WorldMap(
        name=name,
        title=title,
        subtitle=subtitle,
        chart=chart if shown else None,
        narrow=narrow if shown else None,
        missing=f"No state has a value on {day(ground.day)}, so there is no map.",
        table=table,
        sources=(*sources, *(SOURCES if ground.serves else ())),
        disputes=ground.disputes if ground.serves else (),
        notes=tuple(_notes(ground)),
    )


def _text(subtitle: str, ground: Ground, steps: Sequence[Step], shown: Sequence[Shown]) -> str:
    kind = "World map" if ground.serves else "Tiles by region"
    bare = len(
        {state.cow for state in ground.members} - {s.cow for s in shown if s.step is not None}
    )
    counts = listed(counted(steps, shown))
    carried = sum(one.carried for one in shown)
    return (
        f"{kind}, {day(ground.day)}, {subtitle}: {counts}; {carried} of them carried past their "
        f"source, {bare} states without a value."
    )


def _notes(ground: Ground) -> Iterator[str]:
    if not ground.serves:
        if ground.day < FIRST:
            yield f"Before {FIRST.year} today's shapes do not fit the borders, so there are tiles."
        return
    for unit in ground.units:
        if len(unit.cows) > 1:
            names = listed([get(cow).name_on(ground.day) for cow in unit.cows])
            yield f"{names} cannot be told apart in today's shape of {unit.name}; it is chequered."
    if ground.absent:
        names = listed([state.name_on(ground.day) for state in ground.absent])
        yield f"Without a shape on the map: {names}; see the table."
    yield (
        "Borders are those of 2018: a border that has moved since the day shown is drawn where it "
        "lies today. Lands held from outside are drawn with their holder where that is recorded."
    )
