"""Parts of a sentence: main clauses, clauses beside them, and who is quoted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.coding.cuts import Kind, cuts, says
from daylight.coding.reading import Read


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
    places = cuts(read)
    out: list[Clause] = []
    for (first, kind), (last, _) in zip(
        places, [*places[1:], (len(read.lows), "main")], strict=True
    ):
        if first < last:
            out.append(Clause(first, last, kind))
    return _quoted(read, out)


def _quoted(read: Read, found: list[Clause]) -> tuple[Clause, ...]:
    out = list(found)
    leading = set()
    for n, clause in enumerate(out):
        last = clause.last - 1
        while last > clause.first and (read.skip[last] or read.lows[last] in {",", "that", "."}):
            last -= 1
        if clause.kind in {"main", "said"} and n + 1 < len(out) and says(read, last):
            out[n] = replace(clause, kind="said")
            leading.add(n)
    for n, clause in enumerate(out):
        if clause.kind == "said":
            scope = range(n + 1, len(out)) if n in leading else range(n)
            for m in scope:
                if out[m].kind != "said" and not out[m].said:
                    out[m] = replace(out[m], said=True, sayer=n)
    return tuple(out)
