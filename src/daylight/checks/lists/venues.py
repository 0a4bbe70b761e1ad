"""Whether the place or venue that a text names is that of a row of a list."""

from __future__ import annotations

import re
from functools import lru_cache

from daylight.checks.kept import table_of
from daylight.checks.lists.telling_words import stems
from daylight.cohesion.spells import Row
from daylight.store.atlas import Atlas

NAME = (
    r" (?:the |his |her |a |an |this |last )?(?:[a-z]+ ){0,2}"
    r"((?:[A-Z][\w’'.-]+)(?: (?:of |the |for |and |on )?[A-Z][\w’'.-]+){0,6})"
)
NAMED = re.compile(rf"\b(?i:at|before|to|in|inside|aboard|during|from|of|on){NAME}")
"""A name after a word of place."""
STOOD = re.compile(rf"\b(?i:at|before|in|inside|aboard|during|on){NAME}")
"""The same, without words of a way to or from a place."""
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
    names = {name for row in rows for name in towns(row)} | {
        str(row["name"]) for row in table_of(atlas, "places")
    }
    return frozenset(name.lower() for name in names if len(name) > 2)


def town(row: Row) -> str:
    """Return the name of the place of a row without what follows it, of several the first."""
    return towns(row)[0]


def towns(row: Row) -> list[str]:
    """Return the names of the places of a row, without what follows each."""
    return [one.split(",")[0].split(" (")[0].strip() for one in str(row["place"]).split(";")]


def named(sentence: str) -> list[str]:
    """Return the names that stand in a place of a sentence where a place or venue does."""
    return [m[1] for m in NAMED.finditer(sentence) if stems(m[1]) and not MONTH.match(m[1])]


def placed(scene: str, row: Row, atlas: Atlas) -> bool | None:
    """Return whether a text has the place or venue of a row; None if it names none that is known.

    Parameters
    ----------
    scene : str
        What of a sentence tells where something was said.
    row : Row
    atlas : Atlas
    """
    names = named(scene)
    told = stems(" ".join(str(row[key] or "") for key in ("venue", "event", "place")))
    here = re.search(rf"\b{re.escape(town(row))}\b", scene, re.IGNORECASE)
    if here or any(stems(name) & told for name in names):
        return True
    known = gazetteer(atlas)
    heads = {" ".join(name.lower().split()[:k]) for name in stood_in(scene) for k in FIRST_WORDS}
    return False if any(HALLS.search(name) for name in names) or heads & known else None


def stood_in(scene: str) -> list[str]:
    """Return the names after "in", "at" and the like, which are of no way to or from a place."""
    return [m[1] for m in STOOD.finditer(scene) if stems(m[1]) and not MONTH.match(m[1])]
