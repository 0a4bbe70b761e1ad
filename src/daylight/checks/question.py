"""The question whether what an article claims is so, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="check",
    summary="The claims of an article that data can decide, each with a verdict and its query.",
    takes="text",
    section=True,
    call="daylight.checks.check:check",
    ask="daylight.checks.check:ask",
    of="daylight.checks.check:of",
    needs_date=True,
    answer="daylight.checks.records:Check",
    view="daylight.checks.view:VIEW",
    example="daylight check article.txt --as-of 2017-02-01",
)
