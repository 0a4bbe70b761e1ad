"""How an article that was read is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="What does the article say, and whom does it name?",
    lines="daylight.readings.shown:lines",
    sections="daylight.readings.shown:sections",
    columns="daylight.readings.shown:columns",
)
