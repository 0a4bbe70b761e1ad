"""Claims that no data decide: the clause around a word that tells a cause, a wish and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.claims.masked import MARK
from daylight.claims.records import Claim
from daylight.claims.rows import Row, compiled, rows
from daylight.claims.scene import Scene


def by_word(scene: Scene) -> Iterator[tuple[Claim, int]]:
    """Yield the claims of a sentence that no data decide, and where their words stand.

    The place is that of the word in the original, to tell whether it belongs to another claim.
    """
    for row in rows("beyond"):
        if row.may(scene.small):
            for match in row.compiled.finditer(scene.small):
                span = _clause(match, scene)
                if span is not None:
                    yield _told(row, match, span, scene), _place(match, scene)


def _place(match: re.Match[str], scene: Scene) -> int:
    start = scene.marked.place(match.start("word"))
    return scene.folded.span(start, start + 1)[0]


def _clause(match: re.Match[str], scene: Scene) -> tuple[int, int] | None:
    """Return the clause of a word, with those before it back to the nearest mark.

    A clause about nobody counts where it speaks of what states do.
    """
    text = scene.marked.masked
    start, end = scene.around(match.start(), match.end())
    if MARK.search(text, start, end):
        return start, end
    before = [edge for edge in scene.cuts if edge < start]
    for edge in reversed(before):
        if MARK.search(text, edge, start):
            return edge, end
    return (start, end) if compiled("public").search(text, start, end) else None


def _told(row: Row, match: re.Match[str], span: tuple[int, int], scene: Scene) -> Claim:
    inside = scene.marked.masked[slice(*span)]
    times = scene.marked.times(inside)
    shared = scene.shared(*span)
    if row.type == "value" and shared["attribution"] != "reported":
        shared["attribution"] = "opinion"
    return Claim(
        type=row.type,
        relation=row.relation,
        **shared,
        subject=scene.marked.named(inside),
        window=times[0] if times else None,
        parts=(("word", match["word"]),),
    )
