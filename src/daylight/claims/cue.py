"""Rows that tell what a clause claims, whoever stands where in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.claims.clause import Clause
from daylight.claims.masked import Masked
from daylight.claims.rows import Row


def cued(
    cue: Row, sentence: Masked, parts: tuple[Clause, ...]
) -> Iterator[tuple[Clause, re.Match[str]]]:
    """Yield the shortest clauses that hold a cue and what it needs.

    The whole sentence, which stands last, only where no clause does.
    """
    seen = False
    for k, clause in enumerate(parts):
        if (seen and k == len(parts) - 1) or not clause.has(cue.many):
            continue
        match = cue.compiled.search(sentence.masked, clause.start, clause.end)
        if match and cue.besides.search(sentence.masked, clause.start, clause.end):
            seen = True
            yield clause, match
