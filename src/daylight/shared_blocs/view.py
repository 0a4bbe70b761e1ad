"""How blocs of two states are shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Which blocs do they share?",
    lines="daylight.shared_blocs.lines:lines",
    short="daylight.shared_blocs.lines:short",
    sections="daylight.shared_blocs.page:sections",
    columns="daylight.shared_blocs.lines:columns",
)
