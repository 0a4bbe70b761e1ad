"""The brief, as an entry beside the questions that it is made of."""

from __future__ import annotations

from daylight.core.question import Question

BRIEF = Question(
    name="brief",
    summary="All of it on one page.",
    takes="pair",
    divider=True,
    call="daylight.briefs.brief:brief",
    ask="daylight.briefs.brief:ask",
    answer="daylight.briefs.records:Brief",
    view="daylight.briefs.view:VIEW",
    example="daylight brief RUS IRN --divider USA --as-of 2017-02-01 -o brief.html",
)
