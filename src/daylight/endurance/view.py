"""How it is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="How did their tie hold under past shocks, and how often do such ties break?",
    lines="daylight.endurance.lines:lines",
    short="daylight.endurance.lines:short",
    sections="daylight.endurance.page:sections",
    columns="daylight.endurance.lines:columns",
)
