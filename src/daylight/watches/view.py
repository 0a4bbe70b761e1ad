"""How a watch list is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="How do the ties of the list stand, and what changed?",
    lines="daylight.watches.lines:lines",
    sections="daylight.watches.page:sections",
    columns="daylight.watches.columns:columns",
    words="daylight.watches.words:WORDS",
    used="daylight.watches.words:used",
    folder="daylight.watches.files",
)
