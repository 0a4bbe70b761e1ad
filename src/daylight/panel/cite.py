"""What to cite for a set of measures."""

from __future__ import annotations

from collections.abc import Sequence

from daylight import measures
from daylight.measures import measure, sources_of
from daylight.measures.of_states import STATE_MEASURES, state_measure
from daylight.panel.columns import OF_STATES
from daylight.store.atlas import Atlas


def citations(atlas: Atlas, names: Sequence[str]) -> tuple[str, ...]:
    """Return the papers that define the measures, then the sources they are made from.

    Parameters
    ----------
    atlas : Atlas
    names : sequence of str
        Measures of pairs or of states; each paper and source appears once.
    """
    specs = [state_measure(name) if name in OF_STATES else measure(name) for name in names]
    papers = [f"{spec.title}: {spec.citation}." for spec in specs]
    used = {source for name in names for source in rests_on(name)}
    sources = [s.citation.strip() for s in atlas.manifest.sources if s.id in used]
    own = f"Daylight {atlas.manifest.daylight}, atlas {atlas.manifest.id}."
    return tuple(dict.fromkeys([own, *papers, *sources]))


def rests_on(name: str) -> tuple[str, ...]:
    """Return the sources that a measure of pairs or of states rests on."""
    return state_measure(name).sources if name in OF_STATES else sources_of([name])


def every() -> tuple[str, ...]:
    """Return the names of all measures."""
    return (*(m.name for m in measures.MEASURES), *(m.name for m in STATE_MEASURES))
