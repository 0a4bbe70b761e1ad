"""The question whom a state is tied to, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="partners",
    summary="A state's closest, most hostile and most lopsided relations.",
    takes="state",
    options=(
        Option(
            "by", "text", "What the closest are ordered by.", "DIMENSION",
            ("overall", "military", "political", "economic"),
        ),
        Option("count", "count", "Ties in each list.", "N"),
    ),
    call="daylight.partnerships.partners:partners",
    ask="daylight.partnerships.partners:ask",
    answer="daylight.partnerships.records:Partners",
    view="daylight.partnerships.view:VIEW",
    shares="bond",
    example="daylight bond IRN --as-of 2017-02-01",
)  # fmt: skip
