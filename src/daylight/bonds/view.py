"""How a bond is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="How tightly are they tied?",
    lines="daylight.bonds.lines:lines",
    short="daylight.bonds.lines:short",
    sections="daylight.bonds.page:sections",
    columns="daylight.bonds.lines:columns",
    words="daylight.bonds.words:WORDS",
)
