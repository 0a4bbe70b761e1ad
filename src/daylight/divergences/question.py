"""The question where two states part, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="divergence",
    summary="Where two states part in UN votes, by issue and over time.",
    takes="pair",
    divider=True,
    call="daylight.divergences.divergence:divergence",
    ask="daylight.divergences.divergence:ask",
    answer="daylight.divergences.records:Divergence",
    view="daylight.divergences.view:VIEW",
    section=True,
    example="daylight divergence RUS IRN --as-of 2017-02-01",
)
