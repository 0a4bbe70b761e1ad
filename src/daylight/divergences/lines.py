"""A divergence in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.divergences.position_gaps import PositionGap
from daylight.divergences.records import Divergence, Gap
from daylight.divergences.words import record_text
from daylight.say.lines import bar, scale, wrap
from daylight.say.numbers import estimate_text, fixed, position_text, with_interval

LABEL = 22


def lines(divergence: Divergence) -> list[str]:
    """Return all lines of a divergence."""
    out = [*agreements(divergence), *outside(divergence), "", *positions(divergence), ""]
    if divergence.overall.n:
        out.append("Raw agreement (same vote), with the roll calls behind it:")
    for g in (*divergence.issues, divergence.overall):
        if g.n:
            same = estimate_text(g.agreement, fraction=True)
            out.append(f"  {g.title:{LABEL}}{same}, {g.n} of {g.held} held")
    return out


def short(divergence: Divergence) -> list[str]:
    """Return the lines of a divergence in a brief."""
    return [
        *wrap(f"{divergence.finding('closeness').text}."),
        *agreements(divergence),
        *outside(divergence),
        "",
        *positions(divergence),
    ]


def agreements(divergence: Divergence) -> list[str]:
    """Return one line for each issue: bar of kappa, value, interval, roll calls."""
    first, last = divergence.window
    if not divergence.overall.n:
        start, end = divergence.covered
        if last < start:
            return wrap(f"DAYLIGHT  There are no UN votes before {start}.")
        return wrap(
            f"DAYLIGHT  No common UN votes in {first} to {last} (covered {start} to {end})."
        )
    head = f"beyond chance, {first}-{last}"
    out = [f"{'DAYLIGHT':{LABEL}}{scale('-1', '0', '1')}  {head}"]
    out += [line for g in (*divergence.issues, divergence.overall) for line in _issue(g)]
    if divergence.narrowest and divergence.widest:
        out += wrap(
            f"Closest in {divergence.narrowest}, farthest apart in {divergence.widest}, among "
            f"years with {divergence.least} common votes or more; the order of near years is "
            f"not certain.",
        )
    return out


def _issue(g: Gap) -> list[str]:
    k = g.kappa
    if k.value is None or k.lo is None or k.hi is None:
        if not g.n:
            return [f"{g.title:{LABEL}}no common votes"]
        same = estimate_text(g.agreement, fraction=True)
        return wrap(f"{g.title:{LABEL}}one never varied; same {same}, n={g.n}", 0, LABEL)
    return [f"{g.title:{LABEL}}{bar(k.value, k.lo, k.hi, -1, 1)}  {estimate_text(k)} n={g.n}"]


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
