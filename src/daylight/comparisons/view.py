"""How it is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Which tie is the stronger?",
    lines="daylight.comparisons.lines:lines",
    sections="daylight.comparisons.page:sections",
    columns="daylight.comparisons.lines:columns",
)
