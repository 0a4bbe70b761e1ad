"""The steps of the tables of ties: each tie joined by name to the measure that reads it."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.core.errors import BadInput
from daylight.measures import MEASURES
from daylight.measures.measure import Measure
from daylight.sources.kit.ties.registry import coded_ties
from daylight.sources.kit.ties.tie import Tie
from daylight.tables.step import Step
from daylight.tables.ties.coded import maker, tie_cover, ties


def tie_steps(coded: Iterable[tuple[Tie, str]], measures: Iterable[Measure]) -> tuple[Step, ...]:
    """Return a step for each tie; its sources are those of its measure.

    Parameters
    ----------
    coded : iterable of (Tie, str)
        Each with the module that lists it, on which its step rests.
    measures : iterable of Measure

    Raises
    ------
    BadInput
        When a tie has no measure, a measure no tie, or two ties are of one name.
    """
    by_name: dict[str, tuple[Tie, str]] = {}
    for tie, module in coded:
        if tie.measure in by_name:
            raise BadInput(f"The tie {tie.measure} is coded twice; rename one of the two.")
        by_name[tie.measure] = tie, module
    named = {m.name: m for m in measures if m.table == "ties" and m.span is None}
    alone = sorted(by_name.keys() ^ named.keys())
    if alone:
        raise BadInput(
            f"Coded by a source or read by a measure, and not both: {', '.join(alone)}. A tie "
            f"needs an entry in the ties.py of its source and a measure of the same name."
        )
    return tuple(_step(tie, module, named[name].sources) for name, (tie, module) in by_name.items())


def _step(tie: Tie, module: str, sources: tuple[str, ...]) -> Step:
    return Step(
        f"tie {tie.measure}",
        maker(tie, sources),
        sources=sources,
        stored=False,
        optional=True,
        code=(module,),
    )


TIES = tie_steps(coded_ties(), MEASURES)
NAMES = tuple(step.name for step in TIES)
STEPS = (*TIES, Step("ties", ties, needs=NAMES), Step("tie_cover", tie_cover, needs=NAMES))
