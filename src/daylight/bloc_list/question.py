"""The question which blocs there are, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="blocs",
    summary="Every bloc of the list on a date, with its members and whom they lean on.",
    takes="nothing",
    options=(Option("ended", "flag", "With those that had ended by then."),),
    call="daylight.bloc_list.blocs:blocs",
    ask="daylight.bloc_list.blocs:ask",
    answer="daylight.bloc_list.records:Blocs",
    view="daylight.bloc_list.view:VIEW",
    example="daylight blocs --as-of 2017-02-01",
)
