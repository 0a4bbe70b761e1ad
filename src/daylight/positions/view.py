"""How ideal points are shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Where do states stand in UN votes?",
    lines="daylight.positions.lines:lines",
    sections="daylight.positions.page:sections",
    columns="daylight.positions.lines:columns",
    words="daylight.positions.words:WORDS",
)
