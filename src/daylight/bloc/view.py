"""How a bloc is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Who belongs to a bloc, and does it hold together?",
    lines="daylight.bloc.lines:lines",
    sections="daylight.bloc.page:sections",
    columns="daylight.bloc.lines:columns",
)
