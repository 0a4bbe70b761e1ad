"""Which facts of two states are told, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from daylight.facts.kinds import MAJOR, TROOPS_OF_ONE
from daylight.facts.read import Rows, of_pair
from daylight.facts.records import Fact
from daylight.facts.same import (
    from_two_sources,
    newest_totals,
    newest_with_number,
    through_numbers,
)

SHOWN = 8
"""Facts that a brief shows."""
LEAST = 70
"""Weight from which on a fact of a major kind is major."""
MEMORY, OF_PROMISES = 50, 10
"""Years after which a war or break that is over, and a promise that is, ranks like the rest."""
OF_A_KIND = 2
"""Facts of one kind that are chosen while others wait; of the major kinds all that are major."""
YEAR = 365.25


def known(rows: Rows, a: int, b: int, until: date, n: int | None = SHOWN) -> tuple[Fact, ...]:
    """Return what is known of two states on a day, newest first.

    Parameters
    ----------
    rows : mapping of str to sequence
        Columns of ``dated_facts``, such as the atlas gives for
        :func:`daylight.facts.read.condition`.
    a, b : int
        COW numbers of the two, in any order; earlier numbers of a state count with it.
    until : date
        The day asked for: nothing of later is told, and what had not ended by then goes on.
    n : int, optional
        How many; None for all.

    Notes
    -----
    The score of a fact is its weight, less one for each year since it is last known to have held.
    Wars, promises, breaks and their like come first, then all others; of these at most two of a
    kind while another kind waits. Each group is taken by its score. A war or break that is over
    ranks with the others after 50 years, a promise that is over after ten; so do pacts of many
    without support, and all but the newest spell of troops in one war. Of vetoes, and of votes in
    the Council, with one text the newest stands for all, with their number. What scores nothing
    is left out, unless nothing scores.
    """
    found = through_numbers(of_pair(rows, a, b, until))
    facts = from_two_sources(newest_totals(found))
    return newest_first(chosen(facts, until, n))


def newest_first(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts in the order in which they are told."""
    return tuple(sorted(facts, key=lambda f: (f.day, f.weight), reverse=True))


def chosen(facts: Iterable[Fact], until: date, n: int | None = SHOWN) -> list[Fact]:
    """Return the `n` facts that a reader needs most, by the rule of :func:`known`."""
    if n is None:
        return list(facts)
    ranked = sorted(
        newest_with_number(facts), key=lambda f: (-score(f, until), -f.day.toordinal(), f.text)
    )
    ranked = [f for f in ranked if score(f, until) > 0] or ranked
    first = _newest([f for f in ranked if is_major(f, until)])
    rest = [f for f in ranked if f not in first]
    spread: list[Fact] = []
    over: list[Fact] = []
    count = Counter(fact.kind for fact in first)
    for fact in rest:
        count[fact.kind] += 1
        (spread if count[fact.kind] <= OF_A_KIND else over).append(fact)
    return [*first, *spread, *over][:n]


def score(fact: Fact, until: date) -> float:
    """Return the weight of a fact, less one for each year since it is last known to have held."""
    return fact.weight - (until - fact.held).days / YEAR


def is_major(fact: Fact, until: date) -> bool:
    """Whether nothing but its like pushes a fact out of a short list."""
    years = OF_PROMISES if fact.kind == "promise" else MEMORY
    recent = (until - fact.held).days <= years * YEAR
    return fact.kind in MAJOR and fact.weight >= LEAST and recent


def _newest(facts: list[Fact]) -> list[Fact]:
    """Leave out all but the newest spell of troops of one text."""
    last: dict[str, date] = {}
    for fact in facts:
        last[fact.text] = max(fact.day, last.get(fact.text, fact.day))
    return [f for f in facts if f.kind not in TROOPS_OF_ONE or f.day == last[f.text]]
