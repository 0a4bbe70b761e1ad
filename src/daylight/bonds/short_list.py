"""The few facts that a reader needs most, newest first, as many as there is room for."""

from __future__ import annotations

from daylight.bonds.records import Bond
from daylight.facts.known import SHOWN, chosen, newest_first
from daylight.facts.lines import block
from daylight.facts.records import Fact


def short_list(bond: Bond, n: int = SHOWN) -> tuple[Fact, ...]:
    """Return at most `n` facts by the rule of :func:`daylight.facts.known.chosen`."""
    return newest_first(chosen(bond.known, bond.as_of, n))


def within(bond: Bond, room: int) -> tuple[Fact, ...]:
    """Return as many facts of the short list as fit into so many lines."""
    for n in range(SHOWN, 1, -1):
        facts = short_list(bond, n)
        if len(block(facts)) <= room:
            return facts
    return short_list(bond, 1)
