"""First and last covered year of measures: shared by coverage and by what rests on it."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.core.periods import FIRST_YEAR
from daylight.measures import MEASURES
from daylight.measures.measure import Measure
from daylight.tables.step import LAST_FULL_YEAR, Inputs, Step
from daylight.tables.ties.steps import TIES

DECLARED = {"alliances": "atop", "bloc_spells": "blocs", "igo_members": "igo"}
"""Where absence is a structural zero, the source's declared span counts, not the rows."""

Spans = dict[str, tuple[int, int]]


def spans_step(name: str, measures: Iterable[Measure]) -> Step:
    """Return the step whose result has the span of each of some measures by name.

    A tie is in it only where its sources are at hand. A measure that says its span itself is not.
    """
    named = {m.name: m.table for m in measures if m.span is None}
    tables = dict.fromkeys(table for table in named.values() if table != "ties")
    coded = tuple(step.name for step in TIES if step.name.removeprefix("tie ") in named)

    def make(inputs: Inputs) -> Spans:
        spans = {m: _span(inputs, table) for m, table in named.items() if table != "ties"}
        ties = [inputs.result(need)[0] for need in inputs.needs if need in coded]
        return spans | {tie.measure: (tie.start, tie.end) for tie in ties}

    counted = tuple(table for table in tables if table not in DECLARED)
    return Step(
        name,
        make,
        sources=tuple(DECLARED[table] for table in tables if table in DECLARED),
        needs=(*counted, *coded, LAST_FULL_YEAR),
        stored=False,
    )


def _span(inputs: Inputs, table: str) -> tuple[int, int]:
    if table in DECLARED:
        span = inputs.coverage(DECLARED[table])
        return max(span.start, FIRST_YEAR), span.end
    years = inputs.table(table)["year"]
    start, end = int(years.min()), int(years.max())  # type: ignore[arg-type]
    # a year that is not over has positions, but no distances yet
    last: int = inputs.result(LAST_FULL_YEAR)
    return start, min(end, last) if table == "ideal_points" else end


SPANS = "measure_spans"
STEPS = (spans_step(SPANS, MEASURES),)
