"""How it is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Which ties stand most exposed to an outside power?",
    lines="daylight.exposures.shown:lines",
    sections="daylight.exposures.shown:sections",
    columns="daylight.exposures.shown:columns",
)
