"""The tables of the pages on claims and verdicts, from the figures of their exam."""

from __future__ import annotations

from collections import Counter
from typing import Any

SHOWN = {
    "fitted": "fitted sentences", "held": "held-out sentences",
    "fitted-pages": "fitted articles", "held-pages": "held-out articles",
}  # fmt: skip
"""Parts of the exam, as the pages call them."""
FOUND = (
    ("claims found (recall)", "recall"),
    ("of what was found, a claim (precision)", "precision"),
    ("of those found, the type right", "type"),
    ("who stands behind it right", "attribution"),
    ("sentences without a checkable claim left alone", "quiet"),
    ("claims that no data decide, found", "beyond recall"),
)
DECIDED = (
    ("of the claims found, the verdict right", "verdict"),
    ("of all claims, found and the verdict right", "verdict of all"),
    ("of the claims found, the opposite verdict", "opposite"),
)
Figures = dict[str, Any]


def blocks(found: Figures) -> dict[str, str]:
    """Return the text of each block."""
    return {
        "found": _table(found, FOUND),
        "decided": _table(found, DECIDED),
        "types": _types(found),
    }


def _table(found: Figures, rows: tuple[tuple[str, str], ...]) -> str:
    lines = [_row(["", *SHOWN.values()]), _row(["---"] * (1 + len(SHOWN)))]
    for label, key in (("texts", "texts"), ("claims, with those that no data decide", "claims")):
        lines.append(_row([label, *(str(found[part][key]) for part in SHOWN)]))
    for label, key in rows:
        lines.append(_row([label, *(_share(found[part]["shares"][key]) for part in SHOWN)]))
    return "\n".join(lines)


def _share(share: Figures) -> str:
    """Write a share with its interval."""
    if not share["of"]:
        return "not measured"
    value, lo, hi = (round(100 * x) for x in (share["hit"] / share["of"], share["lo"], share["hi"]))
    return f"{value} % [{lo}, {hi}]"


def _types(found: Figures) -> str:
    """Return found and rightly decided claims of each type, of sentences and articles together."""
    sides = ("fitted", "fitted-pages"), ("held", "held-pages")
    heads = ["type", "fitted: found", "verdict right", "held out: found", "verdict right"]
    lines = [_row(heads), _row(["---"] * len(heads))]
    sums = [_summed(found, parts) for parts in sides]
    for name in sorted({kind for side in sums for kind in side}):
        cells = [cell for side in sums for cell in _cells(side.get(name, Counter()))]
        lines.append(_row([name.replace("not_checkable", "not checkable"), *cells]))
    return "\n".join(lines)


def _summed(found: Figures, parts: tuple[str, str]) -> dict[str, Counter[str]]:
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
