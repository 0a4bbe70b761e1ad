"""The question what an article says and whom it names, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="read",
    summary="An article as a clean document: its parts with their places, and who is named.",
    takes="text",
    call="daylight.readings.reading:read",
    ask="daylight.readings.reading:ask",
    of="daylight.readings.reading:of",
    answer="daylight.readings.records:Reading",
    view="daylight.readings.view:VIEW",
    example="daylight read article.txt",
)
