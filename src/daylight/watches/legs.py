"""Two states of a watch list: how they stand, how they stood, and what came between."""

from __future__ import annotations

from datetime import date

from daylight.core.errors import DaylightError
from daylight.core.request import Request, request
from daylight.store.atlas import Atlas
from daylight.watches.changes import changes, since
from daylight.watches.earlier import Earlier
from daylight.watches.readings import reading
from daylight.watches.records import Leg, Reading
from daylight.watches.watched import FACTS


def leg(asked: Request, watched: tuple[str, ...], before: Earlier | None, atlas: Atlas) -> Leg:
    """Return how two states stand, and what changed.

    Parameters
    ----------
    asked : Request
        About the two, to `bond`.
    watched : tuple of str
        Names of :data:`daylight.watches.watched.WATCHABLE`.
    before : Earlier or None
    atlas : Atlas
        The atlas in use.
    """
    now, told = reading(asked, atlas)
    shown = _only(now, watched)
    if before is None:
        return Leg(asked.a, asked.b, shown, None, "", (), ())
    day = before.told.as_of
    facts = since(told.known, day) if FACTS in watched else ()
    try:
        between = reading(_on(asked, day, atlas), atlas)
        then = _then(asked, before, between[0])
    except DaylightError as error:
        return Leg(asked.a, asked.b, shown, None, str(error), (), facts)
    if then is None:
        return Leg(asked.a, asked.b, shown, None, "The pair is not in the watch that was kept.",
                   (), facts)  # fmt: skip
    found = tuple(changes(then, between, (now, told), watched))
    return Leg(asked.a, asked.b, shown, _only(then, watched), "", found, facts)


def _then(asked: Request, before: Earlier, between: Reading) -> Reading | None:
    """Return how the two stood by who tells of the earlier day."""
    if before.told.kind == "date":
        return between
    if before.atlas is not None:
        return reading(_on(asked, before.told.as_of, before.atlas), before.atlas)[0]
    a, b = asked.a.code, asked.b.code
    return before.kept.get((a, b)) or before.kept.get((b, a))


def _on(asked: Request, day: date, atlas: Atlas) -> Request:
    """Return the same question as of another day, to another atlas."""
    states = [state.code for state in asked.states]
    return request("bond", states, day, atlas.scope)


def _only(one: Reading, watched: tuple[str, ...]) -> Reading:
    """Leave out what is not watched."""
    words = {name: word for name, word in one.words.items() if name in watched}
    values = {name: value for name, value in one.values.items() if name in watched}
    return Reading(one.atlas, one.as_of, one.year, words, values)
