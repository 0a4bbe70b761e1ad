"""Wars of one of the two with a third state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.core.refs import StateRef
from daylight.endurance.shocks.event import Event
from daylight.endurance.shocks.thirds import OfThird, and_more, with_thirds
from daylight.store.atlas import Atlas

TABLES = ("dated_facts",)
LEAST = 99
"""Weight of a war, by disputes or by dead; what is short of one weighs less."""
DATED = ("ucdp",)
"""Sources that date a war by its first year of fighting, where others have the first year of the
dispute."""
YEARS = 1
"""Wars of one state that begin so many years from each other are told as one."""


def find(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield wars of either; none in which both fight the same third state."""
    wars: list[list[OfThird]] = []
    for one in with_thirds(atlas, a, b, until, "war", LEAST):
        near = (
            war for war in wars
            if war[0].who == one.who and one.day.year - war[-1].day.year <= YEARS
        )  # fmt: skip
        mine = next(near, None)
        if mine is None:
            wars.append([one])
        else:
            mine.append(one)
    for war in wars:
        if not any(_beside(war, other) for other in wars if other[0].who != war[0].who):
            first = next((o for o in war if o.source in DATED and o.third == war[0].third), war[0])
            yield Event(
                first.day, first.precision, f"{first.name} at war with {and_more(war)}",
                "third_party_war", "strain", first.citation, None, first.source, first.who,
            )  # fmt: skip


def _beside(war: list[OfThird], other: list[OfThird]) -> bool:
    """Return whether the two fight the same third state at the time."""
    near = abs(war[0].day.year - other[0].day.year) <= YEARS
    return near and bool({one.third for one in war} & {one.third for one in other})
