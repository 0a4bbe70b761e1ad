"""Every event that tested a tie, each once, and what an older atlas has none of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from daylight.core.refs import StateRef
from daylight.endurance.shocks import (
    arms,
    catalogue,
    council,
    facts,
    power,
    rivals,
    treaty_ends,
    wars,
)
from daylight.endurance.shocks.event import Event, same
from daylight.store.atlas import Atlas
from daylight.store.older import holds

Find = Callable[[Atlas, StateRef, StateRef, date], Iterator[Event]]


class Origin(NamedTuple):
    """Where events are from: the function that finds them, its tables, and what they are."""

    find: Find
    tables: tuple[str, ...]
    what: str


ORIGINS = tuple(
    Origin(module.find, module.TABLES, what)
    for module, what in (
        (catalogue, "the list of shocks"),
        (facts, "dated facts"),
        (treaty_ends, "ends of treaties"),
        (power, "changes of regime and of leaders"),
        (wars, "wars with others"),
        (rivals, "alliances with rivals"),
        (council, "votes in the Security Council"),
        (arms, "switches of the supplier of arms"),
    )
)
"""In order of precedence: of two that are one event the first listed stays."""


def events(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> tuple[Event, ...]:
    """Return what tested a tie up to a day, oldest first.

    A date that is known to the month or year counts from its end on. Of events of a like kind
    within a month of each other, or in a year where no more is known, the first listed stays: the
    catalogue comes before what other tables date.
    """
    kept: list[Event] = []
    for origin in ORIGINS:
        if not lacking(atlas, origin):
            for event in origin.find(atlas, a, b, until):
                if event.last <= until and not any(same(event, other) for other in kept):
                    kept.append(event)
    return tuple(sorted(kept, key=lambda event: (event.day, event.title)))


def lacking(atlas: Atlas, origin: Origin) -> tuple[str, ...]:
    """Return the tables of an origin that an atlas does not hold, being older than they are."""
    return tuple(name for name in origin.tables if not holds(atlas.manifest, name))


def untold(atlas: Atlas) -> tuple[Origin, ...]:
    """Return the origins of which an older atlas can tell no event."""
    return tuple(origin for origin in ORIGINS if lacking(atlas, origin))
