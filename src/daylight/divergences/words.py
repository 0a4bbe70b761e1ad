"""What is said of a divergence: the words for agreement, the sentences, and what they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.core.said import Finding, Summary
from daylight.divergences.position_gaps import GapRecord
from daylight.divergences.records import Gap
from daylight.measures.issues import spoken
from daylight.say.lines import capital, listed
from daylight.say.numbers import percent, printed
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
        "They part most over the issue with the lowest kappa, or another whose interval meets "
        f"that one's; least alike. Where more than {NAMED} may be the one, or one may be both, "
        f"only the two ends are compared; nothing is said where these meet, or where raw "
        f"agreement says the opposite."
    ),
    Rule(f"They never said the same: no vote alike in {ENOUGH} common votes or more."),
)


def summary(
    overall: Gap, issues: Sequence[Gap], farthest: Sequence[str], closest: Sequence[str]
) -> Summary:
    """Return the answer in a sentence, and the findings behind it."""
    codes = [g.issue for g in issues]
    ends = [codes.index(either[0]) for either in (closest, farthest) if either]
    pointers = tuple(f"/issues/{k}/kappa" for k in ends)
    rivals = tuple(f"/issues/{codes.index(c)}/kappa" for c in (*closest, *farthest))
    never = [k for k, g in enumerate(issues) if _never(g)]
    silent = tuple(f"/issues/{k}/agreement" for k in never)
    parting = Finding(
        "parting",
        capital(_parting(overall, [issues[k] for k in never], farthest, closest)),
        silent or rivals or ("/overall/kappa",),
    )
    if ends:
        near, far = (issues[k] for k in ends)
        return _summary(parting, _ends(near, far), pointers)
    return _summary(
        parting, _whole(overall, [issues[k] for k in never]), ("/overall/kappa", *silent)
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
    """Say how they vote on the closest and on the farthest issue."""
    one, two = (CLOSENESS.word(printed(g.kappa)) for g in (near, far))
    on, than = spoken(near.issue), spoken(far.issue)
    return f"{one} on {on}, {two} on {than}" if one != two else f"closer on {on} than on {than}"


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
