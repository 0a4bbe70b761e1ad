"""The brief, as an entry beside the questions that it is made of."""

from __future__ import annotations

from daylight.core.question import Option, Question

BRIEF = Question(
    name="brief",
    summary="All of it on one page.",
    takes="pair",
    divider=True,
    options=(
        Option(
            "from_",
            "file",
            "Take states, outside power and date from an article, and check it.",
            "FILE",
        ),
    ),
    instead="from_",
    call="daylight.briefs.brief:brief",
    ask="daylight.briefs.brief:ask",
    answer="daylight.briefs.records:Brief",
    view="daylight.briefs.view:VIEW",
    example="daylight brief RUS IRN --divider USA --as-of 2017-02-01 -o brief.html",
)
