"""The question how far a power's sphere reaches, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="sphere",
    summary="Which states a power draws, by arms, trade and politics, and who else draws them.",
    takes="state",
    options=(Option("since", "year", "Year to compare with; 1989 by default.", "YEAR"),),
    call="daylight.spheres.sphere:sphere",
    ask="daylight.spheres.sphere:ask",
    answer="daylight.spheres.records:Sphere",
    view="daylight.spheres.view:VIEW",
    example="daylight sphere RUS --as-of 2017-02-01",
)
