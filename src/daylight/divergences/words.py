"""What is said of a divergence: the words for agreement, the sentences, and what they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.core.said import Finding, Summary
from daylight.divergences.ends import LEAST
from daylight.divergences.position_gaps import GapRecord, PositionGap
from daylight.divergences.records import Gap
from daylight.measures.issues import spoken
from daylight.say.lines import capital, listed
from daylight.say.numbers import estimate_text, percent, printed
from daylight.say.words import Rule, Scale, Words

CLOSENESS = Scale(
    "Votes", "kappa", ((0.6, "close"), (0.2, "fairly close"), (-0.2, "not aligned")), "opposed"
)
NAMED = 3
"""Issues named at most as the farthest, or as the closest."""
ENOUGH = 10
"""Common votes from which never agreeing is told."""
WORDS: Words = (
    CLOSENESS,
    Rule(
        "They part most over an issue that may be the farthest (90 %) both by votes alike and by "
        f"the distance on its scale; least alike. Where more than {NAMED} may be the one, or one "
        f"may be both, only the two ends are compared; nothing is said where the ends do not "
        f"differ surely by both, or with under {LEAST} common votes."
    ),
    Rule(f"They never said the same: no vote alike in {ENOUGH} common votes or more."),
)


def summary(
    overall: Gap,
    issues: Sequence[Gap],
    positions: Sequence[PositionGap],
    farthest: Sequence[str],
    closest: Sequence[str],
) -> Summary:
    """Return the answer in a sentence, and the findings behind it."""
    codes, scales = ([x.issue for x in part] for part in (issues, positions))
    ends = [either[0] for either in (closest, farthest) if either]
    never = [k for k, g in enumerate(issues) if _never(g)]
    silent = tuple(f"/issues/{k}/agreement" for k in never)
    parting = Finding(
        "parting",
        capital(_parting(overall, [issues[k] for k in never], farthest, closest)),
        silent or _both(codes, scales, (*closest, *farthest)) or ("/overall/agreement",),
    )
    if ends:
        near, far = (issues[codes.index(code)] for code in ends)
        return _summary(parting, _ends(near, far), _both(codes, scales, ends))
    return _summary(
        parting, _whole(overall, [issues[k] for k in never]), ("/overall/kappa", *silent)
    )


def _both(codes: list[str], scales: list[str], named: Sequence[str]) -> tuple[str, ...]:
    """Return where the two measures of the named issues stand."""
    return tuple(
        pointer
        for code in dict.fromkeys(named)
        for pointer in (
            f"/issues/{codes.index(code)}/agreement",
            f"/positions/{scales.index(code)}/gap",
        )
    )


def _summary(parting: Finding, closeness: str, pointers: tuple[str, ...]) -> Summary:
    findings = (parting, Finding("closeness", capital(closeness), pointers))
    return Summary(f"{parting.text}.", findings)


def _never(g: Gap) -> bool:
    """Whether votes never agreed; where one side never varied there is no kappa to tell."""
    return g.kappa.value is None and g.agreement.value == 0 and g.n >= ENOUGH


def _parting(
    overall: Gap, never: Sequence[Gap], farthest: Sequence[str], closest: Sequence[str]
) -> str:
    if never:
        return f"in UN votes they never said the same over {listed(spoken(g.issue) for g in never)}"
    if farthest and closest:
        if set(farthest) & set(closest) or max(len(farthest), len(closest)) > NAMED:
            near, far = spoken(closest[0]), spoken(farthest[0])
            return f"in UN votes they stand closer on {near} than on {far}"
        far, near = (listed(map(spoken, either), "or") for either in (farthest, closest))
        comma = "," if len(farthest) > 1 else ""
        return f"in UN votes they part most over {far}{comma} and least over {near}"
    if overall.n == 0:
        return "there are no common UN votes to compare"
    if overall.kappa.value is None:
        return "their UN votes do not vary enough to show where they part"
    return "UN votes do not decide on which issue they part most"


def _ends(near: Gap, far: Gap) -> str:
    """Say how often they vote alike on the closest and on the farthest issue."""
    one, two = (estimate_text(g.agreement, fraction=True).split(" (")[0] for g in (near, far))
    return f"the same vote in {one} on {spoken(near.issue)}, in {two} on {spoken(far.issue)}"


def _whole(overall: Gap, never: Sequence[Gap]) -> str:
    """Say how they vote over all, where no issue can be told apart."""
    if overall.kappa.value is None:
        return "no common votes to compare" if not overall.n else "votes do not vary enough"
    alone = f"never alike over {listed(spoken(g.issue) for g in never)}" if never else ""
    return (
        f"over all votes {CLOSENESS.word(printed(overall.kappa))}; "
        f"{alone or 'the issues do not clearly differ'}"
    )


def record_text(record: GapRecord | None) -> str:
    """Say whether the distance is a record, or why that is not said."""
    if record is None:
        return ""
    if record.reason:
        return f"Whether that distance is a record is not said: {record.reason}."
    for since, word in ((record.closest_since, "closer"), (record.farthest_since, "farther apart")):
        if since:
            return f"In {record.year} they stood {word} than in any year since {since} (90 %)."
    near, far = (percent(x or 0.0) for x in (record.closest, record.farthest))
    return (
        f"In {record.year} their distance was no record: {near} % that they stood closer than in "
        f"any year since {record.first}, {far} % that farther apart."
    )


def no_votes(window: tuple[int, int], covered: tuple[int, int], overall: Gap) -> str:
    """Say why there is nothing to compare."""
    first, last = window
    if last < covered[0]:
        return f"No UN votes before {covered[0]}."
    if overall.n == 0:
        return f"No recorded UN vote of {first} to {last} in which both took part."
    return f"No issue has votes that vary enough for a kappa in {first} to {last}."
