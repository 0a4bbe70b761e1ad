"""The question how a tie held and how often such ties break, as an entry in the list."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="resilience",
    summary="How a tie held under past shocks, and how often such ties broke.",
    takes="pair",
    call="daylight.endurance.resilience:resilience",
    ask="daylight.endurance.resilience:ask",
    answer="daylight.endurance.records:Resilience",
    view="daylight.endurance.view:VIEW",
    section=True,
    example="daylight resilience RUS IRN --as-of 2017-02-01",
)
