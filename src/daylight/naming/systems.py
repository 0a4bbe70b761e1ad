"""Whether the codes of a column are of another scheme than they seem: then none is guessed.

``AUS`` is Australia by ISO and Austria by COW. Beside ``UKG``, which only COW has, it may be
either. A column is asked as a whole, because one label cannot tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from daylight.core.names.clean import number
from daylight.core.states import State
from daylight.naming.schemes import means

_ALIKE = {
    "numbers": ("cow", ("gw", "iso-numeric", "imf", "polity", "vdem")),
    "three letters": ("iso3", ("cow-letters", "ioc", "polity-letters")),
    "two letters": ("iso2", ("fips",)),
}
"""For codes of one look: the scheme that is read without being told, and the others."""


def doubts(texts: Iterable[str]) -> dict[str, tuple[str, tuple[State, ...]]]:
    """Return the codes that may be of another scheme: its name, and the states of both.

    Another scheme comes into question when it has a code of the column that the usual one lacks,
    and has as many of its codes as the usual one.
    """
    groups: dict[str, list[str]] = {look: [] for look in _ALIKE}
    for text in texts:
        look = _look(text)
        if look:
            groups[look].append(text)
    found: dict[str, tuple[str, tuple[State, ...]]] = {}
    for look, group in groups.items():
        usual, others = _ALIKE[look]
        other = _better(group, usual, others)
        for text in group if other else ():
            one, two = _state(usual, text), _state(other, text)
            if one is not None and two is not None and one.lineage != two.lineage:
                found[text] = (other, (one, two))
    return found


def _look(text: str) -> str | None:
    if number(text) is not None:
        return "numbers"
    if text.isascii() and text.isalpha() and text.isupper():
        return {2: "two letters", 3: "three letters"}.get(len(text))
    return None


def _better(group: list[str], usual: str, others: tuple[str, ...]) -> str:
    """Return the scheme that has codes of the group which the usual one lacks, or nothing."""
    lacking = [text for text in group if not _known(usual, text)]
    if not lacking:
        return ""
    held = {other: sum(_known(other, text) for text in group) for other in others}
    best = max(others, key=lambda other: held[other])
    more = any(_known(best, text) for text in lacking)
    return best if more and held[best] >= len(group) - len(lacking) else ""


@lru_cache(maxsize=8192)
def _known(scheme: str, text: str) -> bool:
    states, place = means(scheme, text)
    return bool(states or place)


def _state(scheme: str, text: str) -> State | None:
    states, _ = means(scheme, text)
    return max(states, key=lambda c: c.ends()).state if states else None
