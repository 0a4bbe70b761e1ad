"""A divergence in plain text."""

from __future__ import annotations

from daylight.core.text import bar, scale, wrap
from daylight.divergences.position_gaps import GapRecord, PositionGap
from daylight.divergences.records import Divergence, Gap
from daylight.measures.numbers import estimate_text, fixed, percent, position_text

LABEL = 22


def summary(divergence: Divergence) -> list[str]:
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
    lines = [f"{'DAYLIGHT':{LABEL}}{scale('-1', '0', '1')}  {head}"]
    lines += [_line(g) for g in (*divergence.issues, divergence.overall)]
    if divergence.narrowest and divergence.widest:
        lines += wrap(
            f"Closest in {divergence.narrowest}, farthest apart in {divergence.widest}, among "
            f"years with {divergence.least} common votes or more; the order of near years is "
            f"not certain.",
            0,
        )
    return lines


def _line(g: Gap) -> str:
    k = g.kappa
    if k.value is None or k.lo is None or k.hi is None:
        if not g.n:
            return f"{g.title:{LABEL}}no common votes"
        same = estimate_text("vote_agreement", g.agreement)
        return f"{g.title:{LABEL}}one never varied; same {same}, n={g.n}"
    return (
        f"{g.title:{LABEL}}{bar(k.value, k.lo, k.hi, -1, 1)}  {estimate_text('vote_kappa', k)} "
        f"n={g.n}"
    )


def positions(divergence: Divergence) -> list[str]:
    """Return the distance on each scale with its place among all pairs, and the record."""
    if not divergence.positions:
        return []
    most = max(4.0, *(p.gap.hi or 0.0 for p in divergence.positions))
    year = divergence.positions[0].year
    ends = scale("0", f"{most / 2:.1f}", f"{most:.1f}")
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
    text = f"{fixed(g.value, 1)} ({fixed(g.lo, 1)} to {fixed(g.hi, 1)})"
    line = bar(g.value, g.lo, g.hi, 0, most)
    return f"{p.title:{LABEL}}{line}  {text:<17}{where.split(' ')[0]}"


def record_text(found: GapRecord | None) -> str:
    """Say whether the distance is a record, or why that is not said."""
    if found is None:
        return ""
    if found.reason:
        return f"Whether that distance is a record is not said: {found.reason}."
    for since, word in ((found.closest_since, "closer"), (found.farthest_since, "farther apart")):
        if since:
            return f"In {found.year} they stood {word} than in any year since {since} (90 %)."
    near, far = (percent(x or 0.0) for x in (found.closest, found.farthest))
    return (
        f"In {found.year} their distance was no record: {near} % that they stood closer than in "
        f"any year since {found.first}, {far} % that farther apart."
    )


def outside(divergence: Divergence) -> list[str]:
    """Return both states' agreement with the outside power."""
    parts = [
        f"{o.state.name}-{o.power.name} {estimate_text('vote_kappa', o.gap.kappa)}"
        for o in divergence.outside
    ]
    return wrap(f"For comparison: {'; '.join(parts)}.") if parts else []


def render(divergence: Divergence) -> str:
    """Return a divergence as text for a terminal."""
    head = f"{divergence.a.name} and {divergence.b.name}, as of {divergence.as_of}"
    lines = [head, "", *summary(divergence), *outside(divergence), "", *positions(divergence), ""]
    lines += ["Raw agreement (same vote), with the roll calls behind it:"]
    for g in (*divergence.issues, divergence.overall):
        if g.n:
            same = estimate_text("vote_agreement", g.agreement)
            lines.append(f"  {g.title:{LABEL}}{same}, {g.n} of {g.held} held")
    return "\n".join(lines)
