"""The tables of kinds and of sources of dated facts."""

from __future__ import annotations

from daylight.facts.kinds import MAJOR, does
from daylight.sources.kit.declaration import declaration
from daylight.store.schemas.facts import KINDS, TABLES

from .markdown import grid

TERMS = {"ours": "ours", "yes": "open", "ask": "derived facts with citation"}
"""What may be passed on, by the terms of a source."""


def kind_list() -> str:
    """List every kind: what it is, what it does to the two, and whether it is major."""
    rows = [
        (f"`{kind}`", text, does(kind) or "either", "yes" if kind in MAJOR else "no")
        for kind, text in KINDS.items()
    ]
    return grid(("kind", "what it is", "binds or divides", "major"), rows)


def source_list() -> str:
    """List every source with its last year and what may be passed on of it."""
    rows = []
    for name in TABLES[0].sources:
        spec = declaration(name)
        years = f"{spec.coverage.start}-{spec.coverage.end}"
        link = f"[`{name}`](../reference/sources.md#{name})"
        rows.append((link, spec.title, years, TERMS[spec.redistribution]))
    return grid(("source", "title", "years", "terms"), rows)
