"""What is said of a divergence: the words for agreement, the sentences, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.core.said import Finding, Summary
from daylight.divergences.position_gaps import GapRecord
from daylight.divergences.records import Gap
from daylight.measures.issues import title
from daylight.say.lines import capital, listed
from daylight.say.numbers import percent
from daylight.say.words import Scale, Words

CLOSENESS = Scale(
    "Votes", "kappa", ((0.6, "close"), (0.2, "fairly close"), (-0.2, "not aligned")), "opposed"
)
WORDS: Words = (CLOSENESS,)
ENOUGH = 10
"""Common votes from which never agreeing is told."""


def summary(
    overall: Gap, issues: Sequence[Gap], farthest: str | None, closest: str | None
) -> Summary:
    """Return the answer in a sentence, and the finding behind it."""
    findings = (_finding(overall, issues, farthest, closest),)
    return Summary(f"{capital(_headline(overall, issues, farthest, closest))}.", findings)


def _headline(
    overall: Gap, issues: Sequence[Gap], farthest: str | None, closest: str | None
) -> str:
    never = _never(issues)
    if never:
        return f"in UN votes they never said the same over {listed(never)}"
    if farthest and closest:
        return f"in UN votes they part most over {title(farthest)} and least over {title(closest)}"
    if overall.n == 0:
        return "there are no common UN votes to compare"
    if overall.kappa.value is None:
        return "their UN votes do not vary enough to show where they part"
    return "UN votes do not decide on which issue they part most"


def _never(issues: Sequence[Gap]) -> list[str]:
    """Name issues on which votes never agreed; where one side never varied there is no kappa."""
    return [
        g.title
        for g in issues
        if g.kappa.value is None and g.agreement.value == 0 and g.n >= ENOUGH
    ]


def _finding(
    overall: Gap, issues: Sequence[Gap], farthest: str | None, closest: str | None
) -> Finding:
    """Say where they part most and least, and how they vote overall."""
    if farthest and closest:
        codes = [g.issue for g in issues]
        near, far = codes.index(closest), codes.index(farthest)
        one, two = (CLOSENESS.word(issues[k].kappa.value or 0.0) for k in (near, far))
        if one != two:
            text = f"{one} on {issues[near].title}, {two} on {issues[far].title}"
        else:
            text = f"closer on {issues[near].title} than on {issues[far].title}"
        return Finding(capital(text), (f"/issues/{near}/kappa", f"/issues/{far}/kappa"))
    if overall.kappa.value is None:
        text = "No common votes to compare" if not overall.n else "Votes do not vary enough"
        return Finding(text, ("/overall",))
    never = _never(issues)
    said = f"never alike over {listed(never)}" if never else "the issues do not clearly differ"
    text = f"Over all votes {CLOSENESS.word(overall.kappa.value)}; {said}"
    return Finding(text, ("/overall/kappa", *_pointers(issues, never)))


def _pointers(issues: Sequence[Gap], titles: Sequence[str]) -> Iterator[str]:
    yield from (f"/issues/{k}/agreement" for k, g in enumerate(issues) if g.title in titles)


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
