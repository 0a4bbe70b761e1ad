"""Rows that tell what a clause claims, whoever stands where in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.claims.clause import Clause
from daylight.claims.patterns import Found
from daylight.claims.rows import Row
from daylight.claims.scene import Scene

AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|(?:is|are) (?:now |soon |still )?(?:going|about|set|due|likely|"
    r"unlikely|bound|expected|poised|certain|sure) to)(?: [a-z]+){0,3} $"
)
"""Before a cue that tells what will be, which no data decide. Of who may join, they do."""


def cued(cue: Row, scene: Scene) -> Iterator[tuple[Clause, Found]]:
    """Yield the shortest clauses that hold a cue and what it needs.

    The whole sentence, which stands last, only where no clause does.
    """
    seen, text = False, scene.marked.masked
    for k, clause in enumerate(scene.parts):
        if (seen and k == len(scene.parts) - 1) or not clause.has(cue.many):
            continue
        match = cue.compiled.search(scene.small, clause.start, clause.end)
        if match is None or (cue.type != "candidate" and _ahead(scene, clause, match)):
            continue
        if cue.besides.search(text, clause.start, clause.end):
            seen = True
            yield clause, Found(match, text)


def _ahead(scene: Scene, clause: Clause, match: re.Match[str]) -> bool:
    names = [k for k in ("word", "word2", "word3") if k in match.re.groupindex and match[k]]
    start = match.start(names[0]) if names else match.start()
    return AHEAD.search(scene.small, clause.start, start) is not None
