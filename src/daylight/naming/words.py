"""The report of a column as text: how many of each, and every label that is not one state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from daylight.core.visible import visible
from daylight.naming.records import CodedLabel
from daylight.say.lines import wrap

_TITLES = {
    "ambiguous": "May mean several states, none was chosen",
    "not_a_state": "No state",
    "unknown": "Unknown",
}
MOST = 200
"""Labels listed under one title; the frame has all."""


def report(rows: Sequence[CodedLabel]) -> str:
    """Return the report."""
    counts = Counter(row.status for row in rows)
    different = len({row.input for row in rows})
    head = (
        f"{len(rows):,} label{'' if len(rows) == 1 else 's'} ({different:,} different): "
        f"{counts['one']:,} one state, {counts['ambiguous']:,} ambiguous, "
        f"{counts['not_a_state']:,} no state, {counts['unknown']:,} unknown."
    )
    lines = [head]
    for status, title in _TITLES.items():
        lines += _listed(title, [row for row in rows if row.status == status])
    return "\n".join(lines)


def _listed(title: str, rows: Sequence[CodedLabel]) -> list[str]:
    if not rows:
        return []
    often = Counter(rows)
    lines = ["", f"{title}:"]
    for row, times in list(often.items())[:MOST]:
        many = f" ({times:,} times)" if times > 1 else ""
        label = visible(row.input) or "(empty)"
        lines += wrap(f"{label}{many}: {visible(row.note)}", 2, 2)
    if len(often) > MOST:
        lines.append(f"  and {len(often) - MOST:,} more")
    return lines


def told(rows: Sequence[CodedLabel]) -> str:
    """Return a line for each label: what it is, or why it is none."""
    lines: list[str] = []
    for row in rows:
        label = visible(row.input) or "(empty)"
        if row.status == "one":
            codes = ", ".join(filter(None, (row.iso3, f"COW {row.cow}")))
            note = f"; {row.note}" if row.note else ""
            lines += wrap(f"{label}: {row.name} ({codes}){visible(note)}", 0, 2)
        else:
            lines += wrap(f"{label}: {row.status.replace('_', ' ')}. {visible(row.note)}", 0, 2)
    return "\n".join(lines)
