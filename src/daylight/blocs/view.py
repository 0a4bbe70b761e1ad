"""How blocs of two states are shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Which blocs do they share?",
    lines="daylight.blocs.lines:lines",
    short="daylight.blocs.lines:short",
    sections="daylight.blocs.page:sections",
    columns="daylight.blocs.lines:columns",
)
