"""The question about a bloc, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="bloc",
    summary="Who belongs to a bloc, whom they lean on, whether they go together, and who is next.",
    takes="bloc",
    call="daylight.bloc_profiles.bloc:bloc",
    ask="daylight.bloc_profiles.bloc:ask",
    answer="daylight.bloc_profiles.records:Bloc",
    view="daylight.bloc_profiles.view:VIEW",
    example="daylight bloc EAEU --as-of 2017-02-01",
)
