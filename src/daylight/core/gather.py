"""Bring the caveats and sources of answers within an answer together, each once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daylight.core.answer import Answer
from daylight.core.said import Caveat, CaveatKind, SourceNote


def gathered(
    parts: Mapping[str, Answer], names: Mapping[str, str] | None = None
) -> tuple[tuple[Caveat, ...], tuple[SourceNote, ...]]:
    """Return the caveats and sources of answers that stand within another, each once.

    Parameters
    ----------
    parts : mapping of str to Answer
        Answers by the pointer to their place.
    names : mapping of str to str, optional
        What each is about, by the same pointers; a caveat that not all share then names it.
    """
    caveats: dict[tuple[CaveatKind, str], dict[str, tuple[str, ...]]] = {}
    sources: dict[str, SourceNote] = {}
    for place, part in parts.items():
        for caveat in part.caveats:
            touched = tuple(f"{place}{pointer}" for pointer in caveat.touches)
            caveats.setdefault((caveat.kind, caveat.text), {})[place] = touched
        for source in part.sources:
            rests = tuple(f"{place}{pointer}" for pointer in source.supports)
            before = sources[source.id].supports if source.id in sources else ()
            sources[source.id] = replace(source, supports=(*before, *rests))
    merged = []
    for (kind, text), places in caveats.items():
        about = [names[place] for place in places] if names and len(places) < len(parts) else []
        said = f"{', '.join(about)}: {text}" if about else text
        merged.append(Caveat(kind, said, tuple(p for each in places.values() for p in each)))
    return tuple(merged), tuple(sources[name] for name in sorted(sources))
