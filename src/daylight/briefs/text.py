"""The brief in plain text: one page in a terminal, readable by a screen reader."""

from __future__ import annotations

from daylight.blocs.text import summary as bloc_lines
from daylight.bonds.text import peaks as peak_lines
from daylight.bonds.text import summary as bond_lines
from daylight.briefs.records import Brief
from daylight.core.text import WIDTH, wrap
from daylight.divergences.text import outside
from daylight.divergences.text import positions as distance_lines
from daylight.divergences.text import summary as gap_lines


def render(brief: Brief) -> str:
    """Return a brief as text for a terminal of 80 columns."""
    finding = {f.section: f.text for f in brief.answer.findings}
    lines = [
        *_title(brief),
        *wrap(brief.answer.headline),
        "",
        *wrap(f"{finding['bond']}."),
        *bond_lines(brief.bond),
        "",
        *peak_lines(brief.bond, reasons=False),
        "",
        *wrap(f"{finding['divergence']}."),
        *gap_lines(brief.divergence),
        *outside(brief.divergence),
        "",
        *distance_lines(brief.divergence),
        "",
        *bloc_lines(brief.blocs),
        "",
        "WHAT WOULD CHANGE THIS ANSWER",
        *(line for c in brief.caveats for line in wrap(f"- {c.text}", 0, 2)),
        "",
        "SOURCES",
    ]
    for s in brief.sources:
        lines += wrap(f"- {s.title}, {s.version}, {s.coverage}", 0, 2)
    lines += ["", *wrap(" ".join(brief.answer.scale))]
    request = brief.request
    lines += ["", f"Again: {request.command}"]
    return "\n".join([*lines, f"Daylight {request.daylight}, atlas {request.atlas}"])


def _title(brief: Brief) -> list[str]:
    request = brief.request
    day = f"{request.as_of.day} {request.as_of:%B %Y}"
    left = f"{request.a.name} and {request.b.name}, as of {day}"
    if request.divider is None:
        return [left, ""]
    right = f"outside power: {request.divider.name}"
    gap = WIDTH - len(left) - len(right)
    return [left + " " * gap + right, ""] if gap >= 2 else [left, right, ""]
