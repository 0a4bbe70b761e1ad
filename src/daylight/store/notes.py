"""The sources behind parts of an answer, as the atlas was built from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from daylight.core.said import SourceNote
from daylight.store.atlas import Atlas
from daylight.store.schemas import table


def of_tables(*names: str) -> tuple[str, ...]:
    """Return the ids of the sources that tables derive from, once each."""
    return tuple(dict.fromkeys(source for name in names for source in table(name).sources))


def source_notes(
    atlas: Atlas, supports: Mapping[str, Iterable[str]], year: int
) -> tuple[SourceNote, ...]:
    """Return the sources behind an answer, in the order of the atlas.

    Parameters
    ----------
    atlas : Atlas
    supports : mapping of str to iterable of str
        Ids of sources by the part of the answer that rests on them, as a JSON pointer. Those
        that the atlas was built without support nothing.
    year : int
        Last year that values may be of: a source that begins later supports none.
    """
    parts: dict[str, list[str]] = {}
    for pointer, ids in supports.items():
        for source in ids:
            parts.setdefault(source, []).append(pointer)
    return tuple(
        SourceNote(
            id=s.id,
            title=s.title,
            version=s.version,
            coverage=f"{s.start}-{s.end}",
            licence=s.licence.strip(),
            redistribution=s.redistribution,
            citation_key=s.citation_key,
            citation=s.citation.strip(),
            url=s.url,
            supports=tuple(dict.fromkeys(parts[s.id])),
        )
        for s in atlas.manifest.sources
        if s.id in parts and s.start <= year
    )
