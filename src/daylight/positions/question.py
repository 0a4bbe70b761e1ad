"""The question where states stand in UN votes, as an entry in the list of questions."""

from __future__ import annotations

from daylight.core.question import Option, Question

QUESTION = Question(
    name="ideal_points",
    summary="Where states stand in UN votes, by year, with intervals.",
    takes="nothing",
    options=(
        Option("start", "year", "First year.", "YEAR"),
        Option("end", "year", "Last year.", "YEAR"),
        Option("filtered", "flag", "No estimate uses a later vote."),
        Option("votes", "text", "Roll calls.", "VOTES", ("all", "final-passage")),
        Option("issue", "text", "all, me, nu, di, hr, co, ec, all-but-nu or important.", "ISSUE"),
        Option("compare", "file", "Compare with a file of published ideal points.", "FILE"),
    ),
    call="daylight.positions.ideal_points:ideal_points",
    ask="daylight.positions.ideal_points:ask",
    answer="daylight.positions.records:IdealPoints",
    view="daylight.positions.view:VIEW",
    example="daylight ideal-points --start 2017 --end 2017",
)
