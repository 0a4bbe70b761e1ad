"""Rows that tell what a clause claims, whoever stands where in it."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.claims.clause import Clause
from daylight.claims.patterns import Found
from daylight.claims.rows import Row
from daylight.claims.scene import Scene


def cued(cue: Row, scene: Scene) -> Iterator[tuple[Clause, Found]]:
    """Yield the shortest clauses that hold a cue and what it needs.

    The whole sentence, which stands last, only where no clause does.
    """
    seen, text = False, scene.marked.masked
    for k, clause in enumerate(scene.parts):
        if (seen and k == len(scene.parts) - 1) or not clause.has(cue.many):
            continue
        match = cue.compiled.search(scene.small, clause.start, clause.end)
        if match and cue.besides.search(text, clause.start, clause.end):
            seen = True
            yield clause, Found(match, text)
