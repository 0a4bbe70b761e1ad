"""How it is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Which ties, at any time, were like this one?",
    lines="daylight.analogies.lines:lines",
    sections="daylight.analogies.page:sections",
    columns="daylight.analogies.columns:columns",
)
