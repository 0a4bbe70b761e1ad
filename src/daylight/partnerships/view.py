"""How a state's ties are shown."""

from __future__ import annotations

from daylight.show.view import View

VIEW = View(
    asks="Whom is it closest to, most hostile to, and who leans on whom?",
    lines="daylight.partnerships.lines:lines",
    sections="daylight.partnerships.page:sections",
    columns="daylight.partnerships.columns:columns",
    words="daylight.partnerships.words:WORDS",
)
