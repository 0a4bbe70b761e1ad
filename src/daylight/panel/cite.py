"""What to cite for measures and sources."""

from __future__ import annotations

from collections.abc import Sequence

from daylight import measures as registry
from daylight.citing.known import daylight, of_measure, of_sources, once
from daylight.citing.reference import Reference
from daylight.measures import measure, sources_of
from daylight.measures.measure import Measure
from daylight.measures.of_states import STATE_MEASURES, state_measure
from daylight.measures.state_measure import StateMeasure
from daylight.panel.columns import OF_STATES
from daylight.store.atlas import Atlas


def citations(atlas: Atlas, names: Sequence[str]) -> tuple[str, ...]:
    """Return Daylight, the papers that define measures, then the sources, as lines.

    Parameters
    ----------
    atlas : Atlas
    names : sequence of str
        Measures, or ids of sources; each paper and source appears once.

    Raises
    ------
    UnknownName
        For a name that is neither.
    """
    measures, _ = _kinds(atlas, names)
    specs = [spec_of(name) for name in measures]
    papers = [f"{spec.title}: {spec.citation}." for spec in specs]
    used = _used(atlas, names)
    sources = [s.citation.strip() for s in atlas.manifest.sources if s.id in used]
    return tuple(dict.fromkeys([daylight(atlas.manifest.id).text, *papers, *sources]))


def works(atlas: Atlas, names: Sequence[str]) -> tuple[Reference, ...]:
    """Return the same as works, for programs that manage references.

    A measure that Daylight defines itself has no paper.
    """
    measures, _ = _kinds(atlas, names)
    papers = (work for name in measures for work in of_measure(spec_of(name).citation))
    used = _used(atlas, names)
    sources = of_sources(s for s in atlas.manifest.sources if s.id in used)
    titles = {work.title for work in sources}
    rest = (paper for paper in papers if paper.title not in titles)
    return once([daylight(atlas.manifest.id), *rest, *sources])


def _kinds(atlas: Atlas, names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return which names are measures and which are sources."""
    known, held = set(every()), {s.id for s in atlas.manifest.sources}
    sources = [name for name in names if name in held and name not in known]
    return [name for name in names if name not in sources], sources


def _used(atlas: Atlas, names: Sequence[str]) -> set[str]:
    measures, sources = _kinds(atlas, names)
    return {*(source for name in measures for source in rests_on(name)), *sources}


def spec_of(name: str) -> Measure | StateMeasure:
    """Return the measure of pairs or of states of this name."""
    return state_measure(name) if name in OF_STATES else measure(name)


def rests_on(name: str) -> tuple[str, ...]:
    """Return the sources that a measure of pairs or of states rests on."""
    return state_measure(name).sources if name in OF_STATES else sources_of([name])


def every() -> tuple[str, ...]:
    """Return the names of all measures."""
    return (*(m.name for m in registry.MEASURES), *(m.name for m in STATE_MEASURES))
