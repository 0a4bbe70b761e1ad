"""The question which ties were like this one, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="analogues",
    summary="Pairs of states that were, at some time, tied in the same way.",
    takes="pair",
    options=(Option("count", "count", "How many.", "N"),),
    call="daylight.analogies.analogues:analogues",
    ask="daylight.analogies.analogues:ask",
    answer="daylight.analogies.records:Analogues",
    view="daylight.analogies.view:VIEW",
    example="daylight analogues RUS IRN --as-of 2017-02-01",
)
