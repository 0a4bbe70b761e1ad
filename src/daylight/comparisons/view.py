"""How it is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="In what do these ties clearly differ?",
    lines="daylight.comparisons.lines:lines",
    sections="daylight.comparisons.page:sections",
    columns="daylight.comparisons.lines:columns",
    words="daylight.comparisons.words:WORDS",
)
