"""How a bond is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="What binds them, and what sets them against each other?",
    lines="daylight.bonds.lines:lines",
    short="daylight.bonds.lines:short",
    sections="daylight.bonds.page:sections",
    columns="daylight.bonds.columns:columns",
    words="daylight.bonds.words:WORDS",
    used="daylight.bonds.words:used",
)
