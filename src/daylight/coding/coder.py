"""The interface of coders, and the coders by name.

A better coder plugs in behind the same call: a package names it in its entry points, group
``daylight.coders``, with the name under which it is asked for and a callable that makes it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, cast, runtime_checkable

from daylight.coding.patterns import PatternCoder
from daylight.coding.records import Event
from daylight.core.errors import UnknownName

GROUP = "daylight.coders"
DEFAULT = PatternCoder.name


@runtime_checkable
class Coder(Protocol):
    """Reads events out of sentences."""

    def code(self, sentence: str, on: date | None = None) -> tuple[Event, ...]:
        """Events of one sentence; ``on`` is the date of its text."""
        ...


def names() -> tuple[str, ...]:
    """Names of the coders at hand, the default first."""
    others = {entry.name for entry in entry_points(group=GROUP)}
    return (DEFAULT, *sorted(others - {DEFAULT}))


@cache
def coder(name: str = DEFAULT) -> Coder:
    """Return the coder of a name, made once.

    Raises
    ------
    UnknownName
        No coder has this name.
    """
    if name == DEFAULT:
        return PatternCoder()
    for entry in entry_points(group=GROUP):
        if entry.name == name:
            return cast(Coder, entry.load()())
    known = ", ".join(names())
    raise UnknownName(
        f"There is no event coder named {name!r}; known are: {known}. Install the package that "
        f"brings it (entry point group {GROUP!r}), or leave the name out for {DEFAULT!r}."
    )
