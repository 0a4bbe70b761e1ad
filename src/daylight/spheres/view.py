"""How a sphere is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="How far does a power's sphere reach?",
    lines="daylight.spheres.lines:lines",
    sections="daylight.spheres.page:sections",
    columns="daylight.spheres.lines:columns",
)
