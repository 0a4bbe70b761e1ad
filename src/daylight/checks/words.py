"""What is said of an article that was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from daylight.checks.records import Checked
from daylight.checks.verdict import VERDICTS, Word
from daylight.core.said import Finding, Summary
from daylight.say.lines import capital, counted, listed

BEYOND: Word = "not checkable"
MARKS: dict[Word, str] = {
    "supported": "+", "supported under a definition": "(+)", "contradicted": "-", "mixed": "~",
    "not enough data": "?", "not checkable": " ",
}  # fmt: skip
"""One sign a verdict, for readers without colour."""
TOLD: dict[Word, str] = {"not enough data": "without enough data"}
"""How some verdicts are called where they are counted."""


def summary(found: Sequence[Checked]) -> Summary:
    """Return how many claims there are of each verdict, and what each came to."""
    text = _headline(found)
    return Summary(f"{text}.", (Finding("claims", text, ("/counts",)), *_findings(found)))


def _headline(found: Sequence[Checked]) -> str:
    counts = Counter(one.verdict for one in found)
    beyond = counts.pop(BEYOND, 0)
    judged = sum(counts.values())
    if not judged:
        text = "No claim that data can decide was found"
    else:
        told = [f"{counts[w]} {TOLD.get(w, w)}" for w in VERDICTS if counts[w]]
        text = f"Checked {counted(judged, 'claim')} against data: {listed(told)}"
    return (
        f"{text}; {counted(beyond, 'other claim')} of kinds that no data decide" if beyond else text
    )


def _findings(found: Sequence[Checked]) -> Iterator[Finding]:
    for k, one in enumerate(found):
        if one.verdict == BEYOND:
            continue
        text = f"{capital(one.verdict)}: “{one.text}”. {one.answer.rstrip('.')}"
        figures = tuple(f"/claims/{k}/figures/{n}" for n in range(len(one.figures)))
        yield Finding(one.type, text, (f"/claims/{k}/verdict", *figures))
