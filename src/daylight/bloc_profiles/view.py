"""How a bloc is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Who belongs to a bloc, and does it hold together?",
    lines="daylight.bloc_profiles.lines:lines",
    sections="daylight.bloc_profiles.page:sections",
    columns="daylight.bloc_profiles.lines:columns",
)
