"""How a brief is shown: what each of its parts shows, one after another."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="What binds and divides them, where do they part, and which blocs do they share?",
    lines="daylight.briefs.parts:lines",
    sections="daylight.briefs.parts:sections",
    words="daylight.briefs.parts:words",
)
