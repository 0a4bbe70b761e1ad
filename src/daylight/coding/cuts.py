"""Where a sentence is cut into clauses, and where somebody is quoted."""

from __future__ import annotations

from typing import Literal

from daylight.coding.forms import verb_forms
from daylight.coding.kinds import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS
from daylight.coding.reading import Read
from daylight.coding.words import words

Kind = Literal["main", "side", "if", "said"]
CONDITIONS = words("conditions")
BESIDE = words("beside")
RELATIVE = words("relative")
BREAKS = frozenset({";", ":", "—", "–", "..."})
ALWAYS = frozenset(form for verb in words("says") for form in verb_forms(verb))
OTHERS = frozenset(form for verb in words("says with that") for form in verb_forms(verb))
CLAIMS = words("claims")


def cuts(read: Read) -> list[tuple[int, Kind]]:
    """Place and kind of each clause, in order."""
    if not read.lows:
        return []
    found: list[tuple[int, Kind]] = [(0, _opening(read.lows[0]))]
    led = read.lows[0] in PREPOSITIONS or found[0][1] != "main"
    for i in range(1, len(read.lows)):
        if led and i > 2 and read.lows[i - 1] == "," and not _lists(read, i):
            found.append((i, "main"))
            led = False
            continue
        opened = read.lows[found[-1][0]] if found[-1][1] == "side" else ""
        kind = _cut(read, i, opened)
        if kind:
            found.append((i, kind))
    return found


def _cut(read: Read, i: int, opened: str) -> Kind | None:
    """Kind of the clause that begins at ``i``; ``opened`` is how a clause beside began before."""
    low, comma = read.lows[i], read.lows[i - 1] == ","
    if low in BREAKS or low == "but":
        return "main"
    if low in CONDITIONS:
        return "if"
    if (low in BESIDE and _starts_clause(read, i)) or (comma and low in RELATIVE):
        return "side"
    if low == "according":
        return "said"
    if read.lows[i - 1] in {"and", "but"} and _finite(read, i):
        return "main"
    if comma:
        if low == "and":
            return "main" if _clause_after(read, i) else None
        if low.endswith("ing") and any(key.endswith("/v") for key in read.keys[i]):
            return "side"
        if opened in RELATIVE:
            return "main"
        if _attribution(read, i):
            return "said"
    return "main" if says(read, i - 1) and not _ends(read, i) else None


def _opening(low: str) -> Kind:
    if low in CONDITIONS:
        return "if"
    return "side" if low in BESIDE else "main"


def _lists(read: Read, i: int) -> bool:
    return i in read.named and i - 2 in read.named


def _starts_clause(read: Read, i: int) -> bool:
    if read.lows[i] != "as":
        return not read.lows[i].endswith("s") or read.lows[i + 1 : i + 2] == ("after",)
    following = read.lows[i + 1] if i + 1 < len(read.lows) else ""
    return following in {"the", "it", "they", "he", "its", "his", "their"} or i + 1 in read.named


def _finite(read: Read, i: int) -> bool:
    while i < len(read.lows) and read.skip[i]:
        i += 1
    if i >= len(read.lows):
        return False
    low = read.lows[i]
    if low in HAVE or low in MODALS or low in BE or says(read, i):
        return True
    verb = any(key.endswith("/v") for key in read.keys[i])
    return verb and not low.endswith("ing") and not any(k.endswith("/n") for k in read.keys[i])


def _clause_after(read: Read, i: int) -> bool:
    return any(_finite(read, j) for j in range(i + 1, min(i + 6, len(read.lows))))


def _attribution(read: Read, i: int) -> bool:
    for j in range(i, min(i + 25, len(read.lows))):
        if read.lows[j] == ",":
            return False
        if read.lows[j] in ALWAYS | OTHERS:
            return True
    return False


def says(read: Read, i: int) -> bool:
    """Whether the word at ``i`` is one by which somebody is quoted."""
    low = read.lows[i]
    if low in ALWAYS:
        return True
    if low not in OTHERS or read.lows[i - 1 if i else 0] in DETERMINERS:
        return False
    j = i + 1
    while j < len(read.lows) and read.skip[j]:
        j += 1
    return j < len(read.lows) and read.lows[j] in CLAIMS


def _ends(read: Read, i: int) -> bool:
    return all(read.skip[j] or not read.lows[j][0].isalnum() for j in range(i, len(read.lows)))
