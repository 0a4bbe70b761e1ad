"""References as RIS, which EndNote, Zotero and Mendeley read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daylight.citing.reference import Author, Reference

KINDS = {
    "article": "JOUR", "book": "BOOK", "chapter": "CHAP", "report": "RPRT", "dataset": "DATA",
    "software": "COMP", "web": "ELEC",
}  # fmt: skip


def ris(works: Iterable[Reference]) -> str:
    """Return references as RIS; more authors than are named stand in a note."""
    return "\n".join("".join(f"{tag}  - {text}\n" for tag, text in _lines(w)) for w in works)


def _lines(work: Reference) -> Iterator[tuple[str, str]]:
    first, _, last = work.pages.partition("-")
    rows = (
        ("TY", KINDS[work.kind]),
        ("ID", work.key),
        *(("AU", _name(author)) for author in work.authors),
        *(("A2", _name(editor)) for editor in work.editors),
        ("TI", work.title),
        ("T2", work.container or work.series),
        ("PY", str(work.year or "")),
        ("VL", work.volume),
        ("IS", work.issue or work.number),
        ("SP", first),
        ("EP", last),
        ("PB", work.publisher),
        ("CY", work.place),
        ("ET", work.version),
        ("DO", work.doi),
        ("UR", work.url),
        ("N1", work.note),
        ("N1", "and others" if work.others else ""),
    )
    yield from ((tag, " ".join(text.split())) for tag, text in rows if text)
    yield "ER", ""


def _name(author: Author) -> str:
    return f"{author.family}, {author.given}" if author.given else author.family
