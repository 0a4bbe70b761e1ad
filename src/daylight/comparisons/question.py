"""The question how several ties differ, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="compare",
    summary="Ties side by side, and in what they clearly differ.",
    takes="pairs",
    call="daylight.comparisons.compare:compare",
    ask="daylight.comparisons.compare:ask",
    answer="daylight.comparisons.records:Comparison",
    view="daylight.comparisons.view:VIEW",
    example="daylight compare RUS:IRN RUS:BLR --as-of 2017-02-01",
)
