"""Alliances of one of the two with a strategic rival of the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from daylight.core.lineages import newest, number_in
from daylight.core.refs import StateRef, in_text, ref_of
from daylight.endurance.shocks.event import Event
from daylight.endurance.shocks.thirds import OfThird, and_more, with_thirds
from daylight.ledgers.years import FIRST
from daylight.store.atlas import Atlas

TABLES = ("dated_facts", "ties")
LEAST = 72
"""Weight of a promise of support, neutrality or talks in a treaty of few; of non-aggression alone
70."""
KNOWN_TO = 2020
"""Last year of the list of rivalries: those going on then count as going on."""
IN_FORCE, NO_SUPPORT = "in force: ", "; no support promised"
"""How the second fact of one treaty begins, and words that a title does without."""
Spells = dict[tuple[int, int], list[tuple[int, int]]]


def find(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield one event for each state, day and treaty; none for what the other joins too."""
    found: dict[tuple[int, date, str], list[OfThird]] = {}
    every = list(with_thirds(atlas, a, b, until, "promise", LEAST))
    if not every:
        return
    joined = {(one.who, one.third, one.text) for one in every}
    rivals = _rivalries(atlas)
    other = {newest(a.cow): b, newest(b.cow): a}
    for one in every:
        partner = newest(other[one.who].cow)
        too = (partner, one.third, one.text) in joined
        again = one.text.startswith(IN_FORCE)
        if not too and not again and _are_rivals(rivals, partner, one.third, one.day.year):
            found.setdefault((one.who, one.day, one.text), []).append(one)
    for (who, day, text), each in found.items():
        whose = in_text(ref_of(number_in(other[who].cow, day.year), day).name)
        rival = "a rival" if len(each) == 1 else "rivals"
        what = text.removesuffix(NO_SUPPORT)
        title = f"{each[0].name} with {and_more(each)}, {rival} of {whose}: {what}"
        yield Event(
            day, each[0].precision, title, "treaty_with_rival", "strain", each[0].citation, None,
            each[0].source, who,
        )  # fmt: skip


@lru_cache(maxsize=4)
def _rivalries(atlas: Atlas) -> Spells:
    """Return first and last years of the rivalries of each two states, by today's numbers."""
    rows = atlas.ties("ties", "rivalry", FIRST, KNOWN_TO)
    cells = (rows[name].tolist() for name in ("cow", "partner", "start", "end"))
    found: Spells = {}
    for one, other, start, end in zip(*cells, strict=True):
        low, high = sorted((newest(one), newest(other)))
        found.setdefault((low, high), []).append((start, end))
    return found


def _are_rivals(rivals: Spells, one: int, other: int, year: int) -> bool:
    low, high = sorted((one, other))
    then = min(year, KNOWN_TO)
    return any(start <= then <= end for start, end in rivals.get((low, high), ()))
