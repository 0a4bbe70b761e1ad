"""A divergence in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.core.estimate import Estimate
from daylight.divergences.position_gaps import PositionGap
from daylight.divergences.records import Divergence, Gap
from daylight.divergences.words import record_text
from daylight.say.lines import bar, row, scale, width, wrap
from daylight.say.numbers import estimate_text, fixed, position_text, with_interval

LABEL = 22
WIDTHS = (15, 23, 17, 4)
"""Columns of votes alike, kappa, distance and common votes."""


def lines(divergence: Divergence) -> list[str]:
    """Return all lines of a divergence."""
    return [*measures(divergence), *outside(divergence), "", *positions(divergence)]


def short(divergence: Divergence) -> list[str]:
    """Return the lines of a divergence in a brief."""
    return [
        *wrap(f"{divergence.finding('closeness').text}."),
        *measures(divergence),
        *outside(divergence),
        *wrap(record_text(divergence.record)),
    ]


def measures(divergence: Divergence) -> list[str]:
    """Return one line for each issue: votes alike, kappa, distance, and common votes."""
    first, last = divergence.window
    if not divergence.overall.n:
        start, end = divergence.covered
        if last < start:
            return wrap(f"DAYLIGHT  There are no UN votes before {start}.")
        return wrap(
            f"DAYLIGHT  No common UN votes in {first} to {last} (covered {start} to {end})."
        )
    apart = {p.issue: _short(p.gap, 1) for p in divergence.positions}
    head = ("DAYLIGHT", "same vote, %", "beyond chance", "distance, sd", "n")
    rows = [_issue(g, apart.get(g.issue, "-")) for g in (*divergence.issues, divergence.overall)]
    out = [line for cells in (head, *rows) for line in _set(*cells)]
    out += wrap(
        f"n: common votes of {first} to {last}. Distance: of positions in {last}. Brackets: 90 %."
    )
    if divergence.narrowest and divergence.widest:
        out += wrap(
            f"Closest in {divergence.narrowest}, farthest apart in {divergence.widest}, among "
            f"years with {divergence.least} common votes or more; the order of near years is "
            f"not certain.",
        )
    return out


def _issue(g: Gap, apart: str) -> tuple[str, ...]:
    if not g.n:
        return g.title, "-", "-", apart, "0"
    kappa = "one never varied" if g.kappa.value is None else _short(g.kappa, 2)
    return g.title, _short(g.agreement, 0, 100), kappa, apart, f"{g.n}"


def _short(e: Estimate, decimals: int, unit: float = 1.0) -> str:
    if e.value is None or e.lo is None or e.hi is None:
        return "-"
    return with_interval(unit * e.value, unit * e.lo, unit * e.hi, decimals)


def _set(name: str, *cells: str) -> list[str]:
    """Set a name and four cells as a line of columns, or below each other where too wide."""
    if width() < LABEL - 1 + sum(WIDTHS):
        return row(name, cells, LABEL, max(WIDTHS))
    *left, last = cells
    texts = (f"{cell:<{room}}" for cell, room in zip(left, WIDTHS, strict=False))
    return [f"{name:<{LABEL - 1}}" + "".join(texts) + f"{last:>{WIDTHS[-1]}}"]


def positions(divergence: Divergence) -> list[str]:
    """Return the distance on each scale with its place among all pairs, and the record."""
    if not divergence.positions:
        return []
    most = max(4.0, *(p.gap.hi or 0.0 for p in divergence.positions))
    year = divergence.positions[0].year
    ends = scale("0", fixed(most / 2, 1), fixed(most, 1))
    head = f"{'DISTANCE':{LABEL}}{ends}  sd, {year}; % of pairs nearer"
    return [
        head,
        *(_distance(p, most) for p in divergence.positions),
        *wrap(record_text(divergence.record)),
    ]


def _distance(p: PositionGap, most: float) -> str:
    g, at = p.gap, p.percentile
    if g.value is None or g.lo is None or g.hi is None:
        return f"{p.title:{LABEL}}not known"
    where = position_text(at.value, at.lo, at.hi)
    text = with_interval(g.value, g.lo, g.hi, 1)
    line = bar(g.value, g.lo, g.hi, 0, most)
    return f"{p.title:{LABEL}}{line}  {text:<17}{where.split(' ')[0]}"


def outside(divergence: Divergence) -> list[str]:
    """Return both states' agreement with the outside power."""
    parts = [
        f"{o.state.name}-{o.power.name} {estimate_text(o.gap.kappa)}" for o in divergence.outside
    ]
    return wrap(f"For comparison: {'; '.join(parts)}.") if parts else []


def columns(divergence: Divergence) -> dict[str, list[Any]]:
    """Return every year and issue: agreement and kappa with intervals, and common votes."""
    rows = divergence.history
    parts: dict[str, list[Any]] = {
        "year": [r.year for r in rows],
        "issue": [r.issue for r in rows],
    }
    for name in ("agreement", "kappa"):
        estimates = [getattr(r, name) for r in rows]
        parts[name] = [e.value for e in estimates]
        parts[f"{name}_lo"] = [e.lo for e in estimates]
        parts[f"{name}_hi"] = [e.hi for e in estimates]
    return parts | {"n": [r.agreement.n for r in rows], "status": [r.kappa.status for r in rows]}
