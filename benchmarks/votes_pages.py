"""The figures of the exam of UN votes as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
        "votes-two": _two_dimensions(figures),
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


SCALES = {
    "all": "all votes",
    "two": "two dimensions",
    "alone": "issue alone",
    "own": "ours",
    "two_alone": "issue alone, two dimensions",
}
"""What is compared on votes left out, in the order of the columns."""


def _heldout(figures: Figures) -> str:
    rows = []
    for issue, found in figures["heldout"].items():
        loss = (f"{found['loss'][key]:.4f}" for key in SCALES)
        inside = found["inside"]["own"]
        rows.append(
            (ISSUES[issue], f"{found['votes']:,}", *loss, _span(found["better"]),
             _span(found["over_two"]), f"{100 * inside['share']:.1f}")
        )  # fmt: skip
    head = (
        "issue", "votes left out", *SCALES.values(), "gain of ours over issue alone",
        "over two dimensions", "inside 90 %",
    )  # fmt: skip
    return _grid(head, rows)


def _span(gain: Sequence[float]) -> str:
    mean, low, high = gain
    return f"{mean:.4f} ({low:.4f} to {high:.4f})"


def _eras(figures: Figures) -> str:
    rows = []
    for issue, found in figures["heldout"].items():
        for era, loss in found["eras"].items():
            if loss["own"] is not None:
                cells = (f"{loss[key]:.3f}" for key in SCALES)
                rows.append((ISSUES[issue], _years(era), *cells, _winner(loss["over_two"])))
    return _grid(("issue", "years", *SCALES.values(), "ours or two dimensions"), rows)


def _years(era: str) -> str:
    return era.replace("2099", "")


def _winner(gain: Sequence[float]) -> str:
    """Say which of ours and two dimensions of all votes foresees surely better."""
    _, low, high = gain
    return "ours" if low > 0 else "two dimensions" if high < 0 else "not surely either"


def _two_dimensions(figures: Figures) -> str:
    """Say in sentences who wins where, and how much hangs on how positions are used."""
    held = figures["heldout"]
    issues, eras = _wins((ISSUES[i], f["over_two"]) for i, f in held.items()), _wins(
        (f"{ISSUES[i]} {_years(era)}", loss["over_two"])
        for i, f in held.items()
        for era, loss in f["eras"].items()
        if loss["over_two"] is not None
    )  # fmt: skip
    surer = [ISSUES[i] for i, f in held.items() if f["plug_in"]["own"] < f["loss"]["own"]]
    drop = [f["plug_in"]["two"] - f["plug_in"]["own"] for f in held.values()]
    lost = [ISSUES[i] for i, f in held.items() if f["loss"]["two_alone"] < f["loss"]["two"]]
    unsettled = [ISSUES[i] for i, f in held.items() if not f["settled"]["two_alone"]]
    return "\n".join(
        (
            f"- By issue (90 % interval of the difference), two dimensions of all votes foresee "
            f"votes better than our scale on {_said(issues['two dimensions'])}; worse on "
            f"{_said(issues['ours'])}; not surely either on "
            f"{_said(issues['not surely either'])}.",
            f"- By issue and years: two dimensions are better in {len(eras['two dimensions'])} of "
            f"{sum(map(len, eras.values()))} cells. Ours is better in {_said(eras['ours'])}. Not "
            f"surely either: {_said(eras['not surely either'])}.",
            f"- With the estimate taken as the position, without its uncertainty, two dimensions "
            f"less ours is {min(drop):+.3f} to {max(drop):+.3f} by issue. Ours itself foresees "
            f"better in that way on {_said(surer)}.",
            f"- Two dimensions of the issue's own votes are better than two of all votes on "
            f"{_said(lost)}. Fits of one issue that had not settled when they were stopped: "
            f"{_said(unsettled)}.",
        )
    )


def _wins(gains: Iterable[tuple[str, Sequence[float]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"ours": [], "two dimensions": [], "not surely either": []}
    for name, gain in gains:
        found[_winner(gain)].append(name)
    return found


def _said(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"
