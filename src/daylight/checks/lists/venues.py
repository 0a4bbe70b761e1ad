"""Whether the place or venue that a text names is that of a row of a list."""

from __future__ import annotations

import re
from functools import lru_cache

from daylight.checks.kept import table_of
from daylight.checks.lists.telling_words import stems
from daylight.cohesion.spells import Row
from daylight.store.atlas import Atlas

NAMED = re.compile(
    r"\b(?i:at|before|to|in|inside|aboard|during|from|of|on) (?:the |his |her |a |an |this |last )?"
    r"(?:[a-z]+ ){0,2}"
    r"((?:[A-Z][\w’'.-]+)(?: (?:of |the |for |and |on )?[A-Z][\w’'.-]+){0,6})"
)
"""A name after a word of place."""
MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
HALLS = re.compile(
    r"Conference|Congress|Assembly|Summit|Parliament|Forum|Council|University|College|Palace|House|"
    r"Hall|Square|Gate|Duma|Club|Institute|Bundestag|Address|Academy|Airport|Kremlin|Stadium|"
    r"Harbou?r|Office|Session|Tiananmen"
)
"""Words by which a name is that of a venue."""
FIRST_WORDS = (1, 2, 3)


@lru_cache(maxsize=4)
def gazetteer(atlas: Atlas) -> frozenset[str]:
    """Return the names of places, in small letters, that the lists know."""
    rows = [row for name in ("statements", "meetings") for row in table_of(atlas, name)]
    names = {town(row) for row in rows} | {str(row["name"]) for row in table_of(atlas, "places")}
    return frozenset(name.lower() for name in names if len(name) > 2)


def town(row: Row) -> str:
    """Return the name of the place of a row without what follows it."""
    return str(row["place"]).split(",")[0].split(" (")[0]


def named(sentence: str) -> list[str]:
    """Return the names that stand in a place of a sentence where a place or venue does."""
    return [m[1] for m in NAMED.finditer(sentence) if stems(m[1]) and not MONTH.match(m[1])]


def placed(sentence: str, row: Row, atlas: Atlas) -> bool | None:
    """Return whether a sentence has the place or venue of a row; None if it names none."""
    names = named(sentence)
    told = stems(" ".join(str(row[key] or "") for key in ("venue", "event", "place")))
    here = re.search(rf"\b{re.escape(town(row))}\b", sentence, re.IGNORECASE)
    if here or any(stems(name) & told for name in names):
        return True
    known = gazetteer(atlas)
    heads = {" ".join(name.lower().split()[:k]) for name in names for k in FIRST_WORDS}
    return False if any(HALLS.search(name) for name in names) or heads & known else None
