"""The question what binds two states, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="bond",
    summary="What binds two states, and what sets them against each other.",
    takes="pair",
    options=(
        Option("points", "weights", "Replace the most points of an item.", "ITEM=NUMBER"),
        Option("since", "year", "First year that records look back to.", "YEAR"),
    ),
    call="daylight.bonds.bond:bond",
    ask="daylight.bonds.bond:ask",
    answer="daylight.bonds.records:Bond",
    view="daylight.bonds.view:VIEW",
    section=True,
    example="daylight bond RUS IRN --as-of 2017-02-01",
)
