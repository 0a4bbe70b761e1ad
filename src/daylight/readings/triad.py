"""Which two states an article is about, and which outside power: those that it names most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from daylight.actors.find import find
from daylight.core.errors import BadInput, DaylightError
from daylight.core.lookup import resolve
from daylight.core.periods import as_of as read_date
from daylight.readings.reading import written
from daylight.store.atlas import Atlas
from daylight.texts.document import Document
from daylight.texts.read import read

HEAD = 4
"""What a naming in the title or under it counts, against one in the text."""
LEAST = 2.0
"""Counts from which a third state is taken for the outside power."""


@dataclass(frozen=True, slots=True)
class Triad:
    """What a brief from an article is about."""

    states: tuple[str, str]
    divider: str | None
    on: date


def proposed(source: str, as_of: str | int | date | None, atlas: Atlas) -> Triad:
    """Return the states, outside power and date of an article.

    Raises
    ------
    BadInput
        When it is from the standard input, gives no date and none is given, or names fewer than
        two states.
    """
    if source == "-":
        raise BadInput("A brief reads its article twice; save it to a file and name that.")
    document = read(source)
    when = as_of if as_of is not None else written(document, atlas)
    if when is None:
        raise BadInput("The text gives no date; say when it was written with --as-of DATE.")
    on = read_date(when, atlas.last).date
    ranked = [code for code, _ in counted(document, on).most_common()]
    if len(ranked) < 2:
        raise BadInput("The text names fewer than two states; name two to ask about.")
    counts = counted(document, on)
    third = ranked[2] if len(ranked) > 2 and counts[ranked[2]] >= LEAST else None
    return Triad((ranked[0], ranked[1]), third, on)


def counted(document: Document, on: date) -> Counter[str]:
    """Return how much each state is named, its people and seats with it, the title most."""
    counts: Counter[str] = Counter()
    parts = [(text, HEAD) for text in (document.title, document.deck) if text]
    parts += [(piece.text, 1) for piece in (*document.paragraphs, *document.captions)]
    for text, weight in parts:
        for mention in find(text, on):
            known = mention.kind in ("state", "leader", "people") and len(mention.ids) == 1
            if known and _exists(mention.ids[0], on):
                counts[mention.ids[0]] += weight
    return counts


def _exists(code: str, on: date) -> bool:
    try:
        resolve(code, on)
    except DaylightError:
        return False
    return True
