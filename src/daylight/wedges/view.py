"""How it is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="What would it take for an outside power to pull two states apart?",
    lines="daylight.wedges.lines:lines",
    short="daylight.wedges.lines:short",
    sections="daylight.wedges.page:sections",
    columns="daylight.wedges.lines:columns",
)
