"""The question about a bloc, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="bloc",
    summary="Who belongs to a bloc, whom they lean on, whether they go together, and who is next.",
    takes="bloc",
    call="daylight.blocs.bloc:bloc",
    ask="daylight.blocs.bloc:ask",
    answer="daylight.blocs.records:Bloc",
    view="daylight.blocs.view:VIEW",
    example="daylight bloc EAEU --as-of 2017-02-01",
)
