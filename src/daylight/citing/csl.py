"""References as CSL-JSON, which Zotero, Pandoc and citation processors read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from daylight.citing.reference import Author, Reference

KINDS = {
    "article": "article-journal", "book": "book", "chapter": "chapter", "report": "report",
    "dataset": "dataset", "software": "software", "web": "webpage",
}  # fmt: skip


def csl(works: Iterable[Reference]) -> str:
    """Return references as CSL-JSON."""
    return f"{json.dumps([_item(work) for work in works], indent=1, ensure_ascii=False)}\n"


def _item(work: Reference) -> dict[str, Any]:
    names = [_name(author) for author in work.authors]
    others = [{"literal": "et al."}] if work.others else []
    item = {
        "id": work.key,
        "type": KINDS[work.kind],
        "author": [*names, *others],
        "editor": [_name(editor) for editor in work.editors],
        "issued": {"date-parts": [[work.year]]} if work.year else None,
        "title": work.title,
        "container-title": work.container,
        "collection-title": work.series,
        "number": work.number,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "publisher": work.publisher,
        "publisher-place": work.place,
        "version": work.version,
        "DOI": work.doi,
        "URL": work.url,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value}


def _name(author: Author) -> dict[str, str]:
    if author.given:
        return {"family": author.family, "given": author.given}
    return {"literal": author.family}
