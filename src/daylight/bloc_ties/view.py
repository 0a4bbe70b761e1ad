"""How blocs of two states are shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Which blocs do they share?",
    lines="daylight.bloc_ties.lines:lines",
    short="daylight.bloc_ties.lines:short",
    sections="daylight.bloc_ties.page:sections",
    columns="daylight.bloc_ties.lines:columns",
)
