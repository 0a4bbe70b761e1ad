"""References as BibTeX."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.citing.reference import Author, Reference

KINDS = {
    "article": "article", "book": "book", "chapter": "incollection", "report": "techreport",
    "dataset": "misc", "software": "misc", "web": "misc",
}  # fmt: skip
SPECIAL = {c: rf"\{c}" for c in "&%$#_"} | {
    "{": r"\{", "}": r"\}", "\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(works: Iterable[Reference]) -> str:
    """Return references as BibTeX, in Unicode, each title as it is written."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Reference) -> str:
    fields = {name: value for name, value in _fields(work).items() if value}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{KINDS[work.kind]}{{{work.key},\n{lines}}}\n"


def _fields(work: Reference) -> dict[str, str]:
    chapter, report = work.kind == "chapter", work.kind == "report"
    notes = (f"Version {work.version}" if work.version else "", work.note)
    return {
        "author": _names(work.authors, work.others),
        "title": f"{{{plain(work.title)}}}",
        "booktitle" if chapter else "journal": plain(work.container),
        "editor": _names(work.editors),
        "year": str(work.year or ""),
        "volume": work.volume,
        "number": plain(work.issue or work.number),
        "pages": work.pages.replace("-", "--"),
        "institution" if report else "publisher": plain(work.publisher),
        "address": plain(work.place),
        "type": plain(work.series),
        "note": plain("; ".join(note for note in notes if note)),
        "doi": work.doi,
        "url": work.url,
    }


def _names(authors: tuple[Author, ...], others: bool = False) -> str:
    names = [
        f"{plain(one.family)}, {plain(one.given)}" if one.given else f"{{{plain(one.family)}}}"
        for one in authors
    ]
    return " and ".join([*names, *(["others"] if others else [])])


def plain(text: str) -> str:
    """Return a text in which no sign is a command of TeX."""
    return "".join(SPECIAL.get(sign, sign) for sign in text)
