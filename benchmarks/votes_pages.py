"""The figures of the exam of UN votes as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from daylight.measures.issues import ISSUES

PAGES = ("methods/ideal-points.md", "reproduce.md")
SEEN = {
    "me": {1970: 0.92, 1982: 0.89, 1994: 0.76, 2000: 0.87, 2012: 0.89, 2018: 0.89},
    "nu": {1976: 0.67, 1994: 0.82, 2000: 0.85, 2006: 0.86, 2012: 0.87, 2018: 0.92},
    "hr": {1970: 0.67, 1976: 0.77, 1982: 0.75, 1988: 0.86, 2000: 0.90, 2012: 0.90},
}
"""Of the published scales of single issues, measured apart from Daylight on the authors' files."""
LAST_PUBLISHED = 2019
ENOUGH = 40
"""Roll calls of a span for which the scale of an issue has to do better than that of all votes."""
Figures = Mapping[str, Any]


def blocks(figures: Figures) -> dict[str, str]:
    """Return the marked blocks of the pages."""
    return {
        "votes-run": f"Atlas {figures['atlas']}.",
        "votes-published": _published(figures),
        "votes-spans": _spans(figures),
        "votes-heldout": _heldout(figures),
        "votes-eras": _eras(figures),
    }


def _grid(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(c) for c in line)} |" for line in lines)


def _two(x: float | None) -> str:
    return "" if x is None else f"{x:.2f}"


def _published(figures: Figures) -> str:
    rows = []
    for issue, cells in SEEN.items():
        for first, theirs in cells.items():
            ours = figures["seen"][issue][str(first)]
            miss = " (missed)" if ours < theirs - 0.01 else ""
            years = f"{first}-{min(first + 5, LAST_PUBLISHED)}"
            rows.append((ISSUES[issue], years, _two(theirs), f"{_two(ours)}{miss}"))
    return _grid(("issue", "years", "published scale", "ours"), rows)


def _spans(figures: Figures) -> str:
    rows = []
    for issue, cells in figures["issues"].items():
        for first, span in cells.items():
            if span["own"] is None or span["calls"] < ENOUGH:
                continue
            gain = span["own"] - span["all"]
            mark = f"{gain:+.2f}" + (" (missed)" if gain < 0.05 else "")
            cells_of = (_two(span[key]) for key in ("own", "to_date", "all"))
            rows.append((ISSUES[issue], f"{first} on", span["calls"], *cells_of, mark))
    head = ("issue", "span", "roll calls", "own scale", "own, votes to date", "all votes", "gain")
    return _grid(head, rows)


def _heldout(figures: Figures) -> str:
    rows = []
    for issue, found in figures["heldout"].items():
        loss = (f"{found['loss'][key]:.4f}" for key in ("all", "alone", "own"))
        gain, low, high = found["better"]
        inside = found["inside"]["own"]
        rows.append(
            (ISSUES[issue], f"{found['votes']:,}", *loss,
             f"{gain:.4f} ({low:.4f} to {high:.4f})", f"{100 * inside['share']:.1f}")
        )  # fmt: skip
    head = (
        "issue", "votes left out", "all votes", "issue alone", "ours", "gain over alone",
        "inside 90 %",
    )  # fmt: skip
    return _grid(head, rows)


def _eras(figures: Figures) -> str:
    rows = []
    for issue, found in figures["heldout"].items():
        for era, loss in found["eras"].items():
            if loss["own"] is not None:
                cells = (f"{loss[key]:.3f}" for key in ("all", "alone", "own"))
                rows.append((ISSUES[issue], era.replace("2099", ""), *cells))
    return _grid(("issue", "years", "all votes", "issue alone", "ours"), rows)
