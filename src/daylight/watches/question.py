"""A watch list, as an entry beside the questions that it repeats."""

from __future__ import annotations

from daylight.core.question import Option, Question

WATCH = Question(
    name="watch",
    summary="The ties of a list: how each stands, and what changed since a day, and why.",
    takes="list",
    options=(
        Option("since", "text", "What changed since a day, an atlas, or a watch kept as JSON.",
               "DATE|ATLAS|FILE"),
    ),
    call="daylight.watches.watch:watch",
    ask="daylight.watches.watch:ask",
    answer="daylight.watches.records:Watch",
    view="daylight.watches.view:VIEW",
    example="daylight watch ties.yml --since 2024-01-01 -o watched/",
)  # fmt: skip
