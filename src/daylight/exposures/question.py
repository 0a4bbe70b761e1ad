"""The question which ties stand most exposed, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="exposure",
    summary="Which ties of a state an outside power could most likely part.",
    takes="state",
    options=(
        Option("partner", "state", "Name whose friends are looked at, instead.", "STATE"),
        Option("role", "text", "What the state is in every tie.", "ROLE", ("target", "partner")),
    ),
    divider=True,
    needs_divider=True,
    instead="partner",
    call="daylight.exposures.exposure:exposure",
    ask="daylight.exposures.exposure:ask",
    answer="daylight.exposures.records:Exposure",
    view="daylight.exposures.view:VIEW",
    shares="wedge",
    example="daylight wedge RUS --divider USA --as-of 2017-02-01",
)
