"""How a divergence is shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Where do they part in UN votes, by issue and over time?",
    lines="daylight.divergences.lines:lines",
    short="daylight.divergences.lines:short",
    sections="daylight.divergences.page:sections",
    columns="daylight.divergences.lines:columns",
    words="daylight.divergences.words:WORDS",
)
