"""The list of measures by family: unit, direction and covered years of each."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.measures import FAMILIES
from daylight.measures.coverage import spans, state_spans
from daylight.measures.measure import Measure, Span
from daylight.measures.of_states import STATE_MEASURES
from daylight.say.lines import wrap
from daylight.store.atlas import current

STATES = "States (one column in a frame of states, two in one of pairs)"


def listed() -> Iterator[str]:
    """Return the lines: the name of a family, then its measures."""
    covered = spans(current())
    for family, measures in FAMILIES.items():
        yield f"{family}:"
        for one in measures:
            yield from _lines(one.name, covered.get(one.name), _way(one), one.title, one.unit)
    yield f"{STATES}:"
    held = state_spans(current())
    for own in STATE_MEASURES:
        yield from _lines(own.name, held.get(own.name), "state", own.title, own.unit)


def _lines(name: str, span: Span | None, way: str, title: str, unit: str) -> Iterator[str]:
    years = f"{span[0]}-{span[1]}" if span else "not in this atlas"
    yield f"  {name:28}{years}  {way}"
    yield from wrap(f"{title}: {unit}.", 6, 2)


def _way(one: Measure) -> str:
    rule = "higher of those known" if one.undirected == "known" else one.undirected
    return f"directed; undirected: the {rule}" if one.directed else "undirected"
