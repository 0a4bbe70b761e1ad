"""The answer: sentences built by rule from the results, true by construction."""

from __future__ import annotations

from daylight.blocs.records import BlocTies
from daylight.bonds.peak import VERDICTS
from daylight.bonds.records import Bond, DimensionResult
from daylight.bonds.words import change, strength, strengths
from daylight.briefs.records import Answer, Finding
from daylight.briefs.words import LOOSE, SCALE
from daylight.core.refs import in_text
from daylight.core.text import listed
from daylight.divergences.issues import title
from daylight.divergences.records import Divergence
from daylight.divergences.words import closeness
from daylight.measures.numbers import place, position_text
from daylight.measures.votes import AGENDA_BREAK

BOTTOM = 5.0
"""A position whose interval ends below this is at the bottom."""
ENOUGH = 10
"""Common votes from which never agreeing is told."""


def answer(bond: Bond, divergence: Divergence, blocs: BlocTies) -> Answer:
    """Return the headline and the findings, one for each section."""
    findings = (
        bond_finding(bond),
        peaks_finding(bond),
        divergence_finding(divergence),
        blocs_finding(blocs),
    )
    return Answer(_headline(bond, divergence), findings, SCALE)


def _pair(bond: Bond) -> str:
    return f"{in_text(bond.a.name)} and {in_text(bond.b.name)}"


def _headline(bond: Bond, divergence: Divergence) -> str:
    return f"{_level(bond)}; {_largest_gap(divergence)}; {_limit(bond)}."


def _level(bond: Bond) -> str:
    """Level, rank and direction of the overall tie, or of what there is."""
    overall = bond.overall
    known = [d for d in bond.dimensions[:3] if d.value is not None]
    if (
        overall.value is not None
        and overall.of
        and overall.lo is not None
        and overall.hi is not None
    ):
        moved = change(overall, bond.dimensions[:3])
        word = strengths(overall.value, overall.lo, overall.hi)
        return (
            f"In {bond.year}, {_pair(bond)} had a {word} tie overall, ahead of "
            f"{place(overall.value)} % of {overall.of:,} pairs of states (90 % interval "
            f"{place(overall.lo)} to {place(overall.hi)}){_bottom(known)}"
            + (f", {moved}" if moved else "")
        )
    if not known:
        nothing = f"For {bond.year} no dimension of the tie between {_pair(bond)} is covered"
        return nothing + _last(overall)
    parts = [
        f"the {d.dimension} tie, ahead of {place(d.value)} % of pairs (90 % interval "
        f"{place(d.lo)} to {place(d.hi)})"
        for d in known
        if d.value is not None and d.lo is not None and d.hi is not None
    ]
    return (
        f"For {bond.year} only part of what ties {_pair(bond)} is covered: "
        f"{listed(parts)}{_last(overall)}"
    )


def _bottom(known: list[DimensionResult]) -> str:
    """Name the dimensions in which the pair is surely among the weakest, beside a stronger one."""
    low = [d.dimension for d in known if d.hi is not None and d.hi <= BOTTOM]
    if not low or len(low) == len(known):
        return ""
    return (
        f", but with hardly any pair below it in the {listed(low)} dimension{'s' * (len(low) > 1)}"
    )


def _last(overall: DimensionResult) -> str:
    """Return the last overall position that there is, with its year."""
    last = overall.last
    if last is None:
        return ""
    position = position_text(last.value, last.lo, last.hi)
    return f"; their last overall position is {position}, for {last.year}"


def _largest_gap(divergence: Divergence) -> str:
    far, close = divergence.farthest, divergence.closest
    never = _never(divergence)
    if never:
        return f"in UN votes they never said the same over {listed(never)}"
    if far and close:
        return f"in UN votes they part most over {title(far)} and least over {title(close)}"
    if divergence.overall.n == 0:
        return "there are no common UN votes to compare"
    if divergence.overall.kappa.value is None:
        return "their UN votes do not vary enough to show where they part"
    return "UN votes do not decide on which issue they part most"


def _never(divergence: Divergence) -> list[str]:
    """Name issues on which votes never agreed; where one side never varied there is no kappa."""
    return [
        g.title
        for g in divergence.issues
        if g.kappa.value is None and g.agreement.value == 0 and g.n >= ENOUGH
    ]


def _limit(bond: Bond) -> str:
    """Say what limits the answer most: dimensions without a value, wide intervals, the agenda."""
    gone = [d for d in bond.dimensions[:3] if d.value is None]
    political = bond.political.value is not None
    if political and bond.year >= AGENDA_BREAK:
        broke = f", and the agenda of recorded votes changed in {AGENDA_BREAK}"
    else:
        broke = ""
    if gone:
        return f"there are {listed([_absence(d, bond.year) for d in gone])}{broke}"
    loose = [d for d in bond.dimensions[:3] if (d.estimate.width or 0) > LOOSE]
    if loose:
        return f"the {listed([d.dimension for d in loose])} interval is wide{broke}"
    return f"all three dimensions are covered{broke}"


def _absence(dimension: DimensionResult, year: int) -> str:
    if dimension.status == "outside_coverage":
        if year > dimension.covered[1]:
            return f"no {dimension.dimension} data after {dimension.covered[1]}"
        return f"no {dimension.dimension} data before {dimension.covered[0]}"
    return f"no {dimension.dimension} data for this pair in {year}"


def bond_finding(bond: Bond) -> Finding:
    """Say which dimension is strongest and weakest, where intervals let that be said."""
    known = [d for d in bond.dimensions[:3] if d.value is not None]
    paths = tuple(f"bond.{d.dimension}" for d in known)
    if len(known) < 2:
        named = f"only the {known[0].dimension} tie is covered" if known else "no tie is covered"
        return Finding("bond", f"In {bond.year} {named}", paths)
    ordered = sorted(known, key=lambda d: d.value or 0.0)
    low, high = ordered[0], ordered[-1]
    if (low.hi or 0.0) < (high.lo or 0.0):
        return Finding(
            "bond",
            f"Strongest in the {high.dimension} dimension, weakest in the {low.dimension}",
            paths,
        )
    levels = {strength(d.value or 0.0) for d in known}
    if len(levels) == 1:
        return Finding("bond", f"A {levels.pop()} tie in every dimension covered", paths)
    return Finding("bond", "The intervals do not separate the dimensions", paths)


def peaks_finding(bond: Bond) -> Finding:
    """Say in which dimensions the tie was stronger than in any year before, and in which not."""
    by_verdict: dict[str, list[str]] = {}
    for p in bond.peaks:
        by_verdict.setdefault(p.verdict, []).append(p.dimension)
    parts = [f"{listed(by_verdict[v])}, {v}" for v in VERDICTS if v in by_verdict]
    text = f"Stronger in {bond.year} than in any year since {bond.since}: {'; '.join(parts)}"
    return Finding("peaks", text, tuple(f"bond.peaks[{p.dimension}]" for p in bond.peaks))


def divergence_finding(divergence: Divergence) -> Finding:
    """Say where they part most and least, and how they vote overall."""
    kappa = divergence.overall.kappa
    if divergence.farthest and divergence.closest:
        by_code = {g.issue: g for g in divergence.issues}
        close, far = by_code[divergence.closest], by_code[divergence.farthest]
        words = [closeness(g.kappa.value or 0.0) for g in (close, far)]
        if words[0] != words[1]:
            text = f"{words[0]} on {close.title}, {words[1]} on {far.title}"
        else:
            text = f"closer on {close.title} than on {far.title}"
        paths = (f"divergence.issues[{close.issue}]", f"divergence.issues[{far.issue}]")
        return Finding("divergence", text[0].upper() + text[1:], paths)
    if kappa.value is not None:
        never = _never(divergence)
        issues = (
            f"never alike over {listed(never)}" if never else "the issues do not clearly differ"
        )
        text = f"Over all votes {closeness(kappa.value)}; {issues}"
        return Finding("divergence", text, ("divergence.overall",))
    text = "No common votes to compare" if not divergence.overall.n else "Votes do not vary enough"
    return Finding("divergence", text, ("divergence.overall",))


def blocs_finding(blocs: BlocTies) -> Finding:
    """Count shared blocs, and name them."""
    names = [tie.bloc for tie in blocs.shared]
    if names:
        text = f"Both are full members of {listed(names)}"
    elif blocs.as_of.year < blocs.covered[0]:
        text = f"The bloc table starts in {blocs.covered[0]}"
    else:
        text = f"No shared bloc among the {len(blocs.listed)} listed"
    loose = [t.bloc for t in blocs.looser]
    if loose:
        text += f"; in {listed(loose)} both have a standing, but not both a full one"
    return Finding("blocs", text, ("blocs.shared", "blocs.looser"))
