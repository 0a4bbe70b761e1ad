"""How the list of blocs is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Which blocs are there?",
    lines="daylight.bloc_list.shown:lines",
    sections="daylight.bloc_list.shown:sections",
    columns="daylight.bloc_list.shown:columns",
)
