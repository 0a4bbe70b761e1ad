"""How an article that was checked is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Does the article hold?",
    lines="daylight.checks.shown:lines",
    short="daylight.checks.shown:short",
    sections="daylight.checks.page:sections",
    columns="daylight.checks.shown:columns",
)
