"""Menus and bars of buttons of which the signs between the words are lost."""

from __future__ import annotations

from collections import Counter
from functools import cache

from daylight.texts.document import Why
from daylight.texts.furniture import LINE, furniture
from daylight.texts.lists import words as written

BARS: frozenset[Why] = frozenset({"navigation", "share buttons", "login note"})
MENU, MANY = 0.6, 3
"""Share of the words of a line that menus have, and how many it has, for the line to be a menu."""


@cache
def menu_words() -> dict[str, Why]:
    """Return the words of menus and of bars of buttons, and why a line of them is dropped."""
    lines = furniture().lines.items()
    barred = {line: why for line, why in lines if why in BARS and " " not in line}
    return {**dict.fromkeys(written("names")["menu words"], "navigation"), **barred}


def menu(text: str) -> Why | None:
    """Return why a line is dropped that is a menu of which the signs between words are lost."""
    found = text.split(" ")
    if not MANY <= len(found) <= LINE:
        return None
    known = [menu_words()[word] for word in found if word in menu_words()]
    many = len(known) >= max(MENU * len(found), MANY)
    return Counter(known).most_common(1)[0][0] if many else None


def kicker(text: str) -> bool:
    """Whether a short line names a section, with words that menus have."""
    found = [word for word in text.split(" ") if word not in ("and", "the", "of")]
    return 0 < len(found) <= 5 and sum(w in menu_words() for w in found) >= MENU * len(found)
