"""The tables of the pages on claims and verdicts, from the figures of their exam."""

from __future__ import annotations

from collections import Counter
from typing import Any

SHOWN = {
    "fitted": "first set, fitted sentences", "held": "first set, held-out sentences",
    "fitted-pages": "first set, fitted articles", "held-pages": "first set, held-out articles",
    "second-fitted": "second set, fitted sentences",
    "second-held": "second set, held-out sentences",
    "second-fitted-pages": "second set, fitted articles",
    "second-held-pages": "second set, held-out articles",
}  # fmt: skip
"""Parts of the exam, as the pages call them."""
FOUND = (
    ("recall", "recall"),
    ("precision", "precision"),
    ("type", "type"),
    ("actors", "actors"),
    ("attribution", "attribution"),
    ("left alone", "quiet"),
    ("beyond data", "beyond recall"),
)
DECIDED = (
    ("right, of those found", "verdict"),
    ("right, of all", "verdict of all"),
    ("opposite, of those found", "opposite"),
)
Figures = dict[str, Any]


def blocks(found: Figures) -> dict[str, str]:
    """Return the text of each block."""
    return {
        "found": _table(found, FOUND),
        "decided": _table(found, DECIDED),
        "types": _types(found),
    }


def _table(found: Figures, columns: tuple[tuple[str, str], ...]) -> str:
    """Return a row for each part of the exam."""
    heads = ["part", "texts", "claims", *(label for label, _ in columns)]
    lines = [_row(heads), _row(["---"] * len(heads))]
    for part, name in SHOWN.items():
        own = found[part]
        cells = [_share(own["shares"][key]) for _, key in columns]
        lines.append(_row([name, str(own["texts"]), str(own["claims"]), *cells]))
    return "\n".join(lines)


def _share(share: Figures) -> str:
    """Write a share with its interval."""
    if not share["of"]:
        return "none asked"
    value, lo, hi = (round(100 * x) for x in (share["hit"] / share["of"], share["lo"], share["hi"]))
    return f"{value} % [{lo}, {hi}]"


def _types(found: Figures) -> str:
    """Return found and rightly decided claims of each type, of sentences and articles together."""
    second = tuple(part for part in SHOWN if part.startswith("second"))
    sides = ("fitted", "fitted-pages"), ("held", "held-pages"), second
    heads = ["type", "first set, fitted: found", "right", "held out: found", "right",
             "second set: found", "right"]  # fmt: skip
    lines = [_row(heads), _row(["---"] * len(heads))]
    sums = [_summed(found, parts) for parts in sides]
    for name in sorted({kind for side in sums for kind in side}):
        cells = [cell for side in sums for cell in _cells(side.get(name, Counter()))]
        lines.append(_row([name.replace("not_checkable", "not checkable"), *cells]))
    return "\n".join(lines)


def _summed(found: Figures, parts: tuple[str, ...]) -> dict[str, Counter[str]]:
    out: dict[str, Counter[str]] = {}
    for part in parts:
        for kind, both in found[part]["by type"].items():
            told = {"wanted": both["found"]["of"], "found": both["found"]["hit"],
                    "right": both["right"]["hit"]}  # fmt: skip
            out.setdefault(kind, Counter()).update(told)
    return out


def _cells(n: Counter[str]) -> tuple[str, str]:
    found = f"{n['found']} of {n['wanted']}" if n["wanted"] else "none asked"
    return found, f"{n['right']} of {n['found']}" if n["found"] else ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
