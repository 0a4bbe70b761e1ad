"""The question how tightly two states are tied, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="bond",
    summary="How tightly two states are tied, by dimension.",
    takes="pair",
    options=(
        Option("weights", "weights", "Replace a weight.", "COMPONENT=NUMBER"),
        Option("since", "year", 'First year of "stronger than ever".', "YEAR"),
    ),
    call="daylight.bonds.bond:bond",
    ask="daylight.bonds.bond:ask",
    answer="daylight.bonds.records:Bond",
    view="daylight.bonds.view:VIEW",
    section=True,
    example="daylight bond RUS IRN --as-of 2017-02-01",
)
