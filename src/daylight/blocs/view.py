"""How a bloc is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Who belongs to a bloc, and does it hold together?",
    lines="daylight.blocs.lines:lines",
    sections="daylight.blocs.page:sections",
    columns="daylight.blocs.lines:columns",
)
