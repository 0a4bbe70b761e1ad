"""What to cite for a set of measures."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.measures import measure
from daylight.store.atlas import Atlas
from daylight.store.schemas import table


def citations(book: Atlas, names: Sequence[str]) -> tuple[str, ...]:
    """Return the papers that define the measures, then the sources they are made from.

    Parameters
    ----------
    book : Atlas
    names : sequence of str
        Measures; each paper and source appears once.
    """
    specs = [measure(name) for name in names]
    papers = [f"{spec.title}: {spec.citation}." for spec in specs]
    used = dict.fromkeys(source for spec in specs for source in table(spec.table).sources)
    sources = [s.citation.strip() for s in book.manifest.sources if s.id in used]
    own = f"Daylight {book.manifest.daylight}, atlas {book.manifest.id}."
    return tuple(dict.fromkeys([own, *papers, *sources]))
