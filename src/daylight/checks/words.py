"""What is said of an article that was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from daylight.checks.records import Checked
from daylight.checks.verdict import VERDICTS
from daylight.core.said import Finding, Summary
from daylight.say.lines import counted, listed

BEYOND = "not checkable"
MARKS = {
    "supported": "+", "supported under a definition": "(+)", "contradicted": "-", "mixed": "~",
    "not enough data": "?", "not checkable": " ",
}  # fmt: skip
"""One sign a verdict, for readers without colour."""


def summary(found: Sequence[Checked]) -> Summary:
    """Return how many claims there are of each verdict, and what each came to."""
    judged = [one for one in found if one.verdict != BEYOND]
    beyond = len(found) - len(judged)
    counts = Counter(one.verdict for one in judged)
    told = listed([f"{counts[word]} {word}" for word in VERDICTS if counts[word]])
    if judged:
        text = f"Data could decide {counted(len(judged), 'claim')}: {told}"
    else:
        text = "No claim that data could decide was found"
    text += f"; {counted(beyond, 'other')} no data decide" if beyond else ""
    findings = tuple(
        Finding(one.type, f"{one.verdict.capitalize()}: “{one.text}”. {one.answer.rstrip('.')}",
                (f"/claims/{k}/verdict",))
        for k, one in enumerate(found)
        if one.verdict != BEYOND
    )  # fmt: skip
    return Summary(f"{text}.", findings or (Finding("claims", text, ("/claims",)),))
