"""Pages about measures and sources: what a number is, and who it is from."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from daylight.core.states import get
from daylight.measures import MEASURES, measure
from daylight.measures.align import align, pairs_of_years
from daylight.measures.measure import Measure
from daylight.say.numbers import significant
from daylight.sources.kit.declaration import declaration, source_ids
from daylight.store.atlas import Atlas
from daylight.web.frame import html

SHARES = (0, 5, 25, 50, 75, 95, 100)
"""Percentiles of a distribution that are shown."""
HIGHEST = 10


def measures(atlas: Atlas) -> bytes:
    """Return the list of measures."""
    spans = atlas.spans()
    rows = tuple((m.name, m.title, m.unit, _years(spans.get(m.name))) for m in MEASURES)
    return html("measures", "Measures", "/measures", rows=rows)


def measure_page(name: str, atlas: Atlas) -> bytes:
    """Return the page of a measure: definition, coverage, distribution in its newest year.

    Raises
    ------
    UnknownName
        With near names.
    """
    spec = measure(name)
    span = atlas.spans().get(name)
    given = _distribution(spec, span, atlas) if span else {"quantiles": (), "highest": ()}
    return html(
        "measure",
        spec.title,
        f"/measure/{name}",
        measure=spec,
        years=_years(span),
        last_year=span[1] if span else None,
        sources=[(one, declaration(one).title) for one in spec.rests_on if one in source_ids()],
        **given,
    )


def _years(span: tuple[int, int] | None) -> str:
    return f"{span[0]} to {span[1]}" if span else "not in this atlas"


def _distribution(spec: Measure, span: tuple[int, int], atlas: Atlas) -> dict[str, Any]:
    """Return percentiles of all values of the last year covered, and the highest."""
    pairs = pairs_of_years(span[1], span[1], directed=spec.directed)
    values = align(atlas, spec, pairs, span)
    known = np.flatnonzero(np.isfinite(values.value))
    numbers = values.value[known]
    if not len(numbers):
        return {"quantiles": (), "highest": ()}
    quantiles = tuple((f"{p} %", significant(float(np.percentile(numbers, p)), 3)) for p in SHARES)
    order = known[np.argsort(-numbers, kind="stable")[:HIGHEST]]
    highest = tuple(
        (f"{get(int(pairs.a[k])).name}, {get(int(pairs.b[k])).name}",
         significant(float(values.value[k]), 3))
        for k in order
    )  # fmt: skip
    return {"quantiles": quantiles, "highest": highest, "many": f"{len(numbers):,}"}


def sources() -> bytes:
    """Return the list of sources."""
    specs = [declaration(name) for name in source_ids()]
    rows = tuple(
        (s.id, s.title, s.version, f"{s.coverage.start} to {s.coverage.end}", s.ships)
        for s in specs
    )
    return html("sources", "Sources", "/sources", rows=rows)


def source_page(name: str) -> bytes:
    """Return the page of a source: version, terms, coverage, and what rests on it.

    Raises
    ------
    UnknownName
        With near names.
    """
    spec = declaration(name)
    rest = [(m.name, m.title) for m in MEASURES if name in m.rests_on]
    return html("source", spec.title, f"/source/{name}", source=spec, rest=rest)


@lru_cache(maxsize=1)
def addresses() -> tuple[str, ...]:
    """Return the addresses of all these pages, for a static site."""
    own = ("/measures", "/sources")
    return (
        *own,
        *(f"/measure/{m.name}" for m in MEASURES),
        *(f"/source/{s}" for s in source_ids()),
    )
