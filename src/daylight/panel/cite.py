"""What to cite for a set of measures."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.measures import measure, sources_of
from daylight.store.atlas import Atlas


def citations(atlas: Atlas, names: Sequence[str]) -> tuple[str, ...]:
    """Return the papers that define the measures, then the sources they are made from.

    Parameters
    ----------
    atlas : Atlas
    names : sequence of str
        Measures; each paper and source appears once.
    """
    specs = [measure(name) for name in names]
    papers = [f"{spec.title}: {spec.citation}." for spec in specs]
    used = sources_of(names)
    sources = [s.citation.strip() for s in atlas.manifest.sources if s.id in used]
    own = f"Daylight {atlas.manifest.daylight}, atlas {atlas.manifest.id}."
    return tuple(dict.fromkeys([own, *papers, *sources]))
