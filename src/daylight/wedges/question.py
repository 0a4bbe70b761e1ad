"""The question what it would take to pull two states apart, as an entry in the list."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="wedge",
    summary="What it would take for an outside power to pull two states apart.",
    takes="pair",
    options=(Option("scenario", "file", "Your assumptions, from which a chance follows.", "FILE"),),
    divider=True,
    needs_divider=True,
    call="daylight.wedges.wedge:wedge",
    ask="daylight.wedges.wedge:ask",
    answer="daylight.wedges.records:Wedge",
    view="daylight.wedges.view:VIEW",
    section=True,
    example="daylight wedge RUS IRN --divider USA --as-of 2017-02-01",
)
