"""The question which blocs two states share, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Question

QUESTION = Question(
    name="bloc_ties",
    summary="Which blocs two states share on a date.",
    takes="pair",
    divider=True,
    call="daylight.shared_blocs.ties:bloc_ties",
    ask="daylight.shared_blocs.ties:ask",
    answer="daylight.shared_blocs.records:BlocTies",
    view="daylight.shared_blocs.view:VIEW",
    section=True,
    example="daylight bloc-ties RUS BLR --as-of 2017-02-01",
)
