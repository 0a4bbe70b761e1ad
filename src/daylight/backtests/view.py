"""How it is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="How good would forecasts of breaks have been?",
    lines="daylight.backtests.shown:lines",
    sections="daylight.backtests.shown:sections",
    columns="daylight.backtests.shown:columns",
)
