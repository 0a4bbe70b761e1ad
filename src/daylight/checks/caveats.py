"""What limits an article that was checked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daylight.checks.records import Checked
from daylight.core.said import Caveat
from daylight.say.dates import day
from daylight.texts.document import Document

LISTS = ("statement", "meeting", "base")


def caveats(
    document: Document, on: date, last: date, found: Sequence[Checked]
) -> tuple[Caveat, ...]:
    """Return what limits the answer about a document."""
    out = [
        Caveat(
            "model",
            "Claims are found by rules over words; the exam in docs/methods/claims.md says how "
            "many they miss. A claim that is not listed was not judged.",
            ("/claims",),
        ),
        Caveat(
            "coverage",
            f"Nothing from after {day(on)} is used; yearly values end with the last full year.",
            ("/claims",),
        ),
    ]
    if any(one.type in LISTS for one in found):
        touched = tuple(f"/claims/{k}" for k, one in enumerate(found) if one.type in LISTS)
        out.append(
            Caveat(
                "coverage",
                "The lists of statements, meetings and places are not complete: that a row is "
                "missing is no evidence against a claim.",
                touched,
            )
        )
    if document.truncated:
        text = "The text breaks off; the rest was not seen."
        out.append(Caveat("coverage", text, ("/truncated",)))
    if on > last:
        out.append(Caveat("coverage", f"The atlas ends on {day(last)}.", ("/claims",)))
    return tuple(out)
