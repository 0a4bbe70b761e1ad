"""Who is named in a text: states, leaders, blocs, places and people by their office."""

from __future__ import annotations

from datetime import date

from daylight.actors.join import join
from daylight.actors.library import library
from daylight.actors.records import Mention
from daylight.actors.scan import TODAY, scan
from daylight.actors.tokens import tokens


def find(text: str, on: date | None = None) -> tuple[Mention, ...]:
    """Return where actors are named in a text, in order and not overlapping.

    Parameters
    ----------
    text
        A sentence or a longer text. What stands in one part of it can settle what is open in
        another: more text, fewer doubts.
    on
        Day of the text. Former states, capitals that moved, holders of offices and surnames of
        leaders are read as of that day; without it as of today, and a surname means every leader
        who had it.

    Examples
    --------
    >>> [(m.name, m.ids, m.role) for m in find("Moscow warned the Iranian envoy.")]
    [('Russia', ('RUS',), 'capital'), ('Iran', ('IRN',), 'demonym')]
    """
    shelf = library()
    cut = tokens(text)
    day = on.isoformat() if on else ""
    hits = scan(cut, shelf.book, day or TODAY)
    return tuple(join(cut, hits, shelf, day)) if hits else ()
