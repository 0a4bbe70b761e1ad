"""Parts of a sentence: main clauses, clauses beside them, and who is quoted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from daylight.coding.forms import verb_forms
from daylight.coding.reading import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, PRONOUNS, Read

Kind = Literal["main", "side", "if", "said"]
CONDITIONS = frozenset("if unless whether".split())
BESIDE = frozenset(
    "after before while when because although though despite amid following since until as "
    "whereas hours days weeks months".split()
)
RELATIVE = frozenset("who which whose where whom".split())
BREAKS = frozenset({";", ":", "—", "–", "..."})
ALWAYS = frozenset(
    form
    for verb in "say tell add insist argue".split()
    for form in verb_forms(verb)
    if verb != "insist"
)
OTHERS = frozenset(
    form
    for verb in (
        "announce report claim declare state confirm note reveal disclose acknowledge admit warn "
        "assert maintain stress believe think expect hope predict quote allege conclude write"
    ).split()
    for form in verb_forms(verb)
)
CLAIMS = frozenset("that it he she they there".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``first`` to ``last`` (not included) of a sentence.

    Attributes
    ----------
    said
        Whether somebody is quoted for it.
    sayer
        Number of the clause that names who is quoted, or -1.
    """

    first: int
    last: int
    kind: Kind
    said: bool = False
    sayer: int = -1


def clauses(read: Read) -> tuple[Clause, ...]:
    """Cut a sentence into its clauses, in order."""
    cuts = _cuts(read)
    out: list[Clause] = []
    for (first, kind), (last, _) in zip(cuts, [*cuts[1:], (len(read.lows), "main")], strict=True):
        if first < last:
            out.append(Clause(first, last, kind))
    return _quoted(read, out)


def _cuts(read: Read) -> list[tuple[int, Kind]]:
    lows = read.lows
    cuts: list[tuple[int, Kind]] = [(0, _opening(lows[0]) if lows else "main")]
    led = bool(lows) and (lows[0] in PREPOSITIONS or cuts[0][1] != "main")
    for i in range(1, len(lows)):
        low, left = lows[i], lows[i - 1]
        if left == "," and led and i > 2 and not _lists(read, i):
            cuts.append((i, "main"))
            led = False
        elif low in BREAKS:
            cuts.append((i, "main"))
        elif low in CONDITIONS:
            cuts.append((i, "if"))
        elif low in BESIDE and _starts_clause(read, i):
            cuts.append((i, "side"))
        elif low in RELATIVE and left == ",":
            cuts.append((i, "side"))
        elif low == "according":
            cuts.append((i, "said"))
        elif left in {"and", "but"} and _finite(read, i):
            cuts.append((i, "main"))
        elif low == "but" or (left == "," and low in {"and", "but"} and _clause_after(read, i)):
            cuts.append((i, "main"))
        elif left == "," and low.endswith("ing") and any(k.endswith("/v") for k in read.keys[i]):
            cuts.append((i, "side"))
        elif left == "," and cuts[-1][1] == "side" and lows[cuts[-1][0]] in RELATIVE:
            cuts.append((i, "main"))
        elif left == "," and _attribution(read, i):
            cuts.append((i, "said"))
        elif _says(read, i - 1) and not _ends(read, i):
            cuts.append((i, "main"))
    return cuts


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
    if low in HAVE or low in MODALS or low in BE or _says(read, i):
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
            return j > i or _ends(read, j + 1) or True
    return False


def _says(read: Read, i: int) -> bool:
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


def _quoted(read: Read, found: list[Clause]) -> tuple[Clause, ...]:
    out = list(found)
    leading = set()
    for n, clause in enumerate(out):
        last = clause.last - 1
        while last > clause.first and (read.skip[last] or read.lows[last] in {",", "that", "."}):
            last -= 1
        if clause.kind == "main" and _says(read, last):
            out[n] = replace(clause, kind="said")
            leading.add(n)
    for n, clause in enumerate(out):
        if clause.kind == "said":
            scope = range(n + 1, len(out)) if n in leading else range(n)
            for m in scope:
                if out[m].kind != "said" and not out[m].said:
                    out[m] = replace(out[m], said=True, sayer=n)
    return tuple(out)


def pronoun(low: str) -> bool:
    """Whether a word stands for a subject named before."""
    return low in PRONOUNS
