"""What is said of ties side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bonds.records import Bond
from daylight.comparisons.apart import MARGIN, MEASURES, PLACE
from daylight.comparisons.records import Difference
from daylight.core.said import Finding, Summary
from daylight.say.lines import listed
from daylight.say.words import Rule, Words

WORDS: Words = (
    Rule(
        f"Two ties clearly differ where their 90 % bands lie apart by more than {MARGIN:g} points, "
        f"or {MARGIN / 100:g} on the peace scale; else they cannot be told apart."
    ),
)


def summary(bonds: Sequence[Bond], year: int, found: Sequence[Difference]) -> Summary:
    """Say how the two of each pair stand, and in what the first tie differs from each other one."""
    stand = Finding(
        "relationships",
        f"In {year}: {'; '.join(f'{tie_name(b)} {b.relationship.word}' for b in bonds)}",
        tuple(f"/bonds/{k}/relationship/word" for k in range(len(bonds))),
    )
    findings = (stand, *_against_first(bonds, found))
    return Summary(" ".join(f"{finding.text}." for finding in findings), findings)


def tie_name(bond: Bond) -> str:
    """Return the name of a tie within a sentence."""
    return f"{bond.a.name}-{bond.b.name}"


def measure_name(what: str) -> str:
    """Return the name of a ledger, or of the place, within a sentence."""
    return "place on the peace scale" if what == PLACE else what.replace("_", " ")


def _against_first(bonds: Sequence[Bond], found: Sequence[Difference]) -> Iterator[Finding]:
    for k in range(1, len(bonds)):
        mine = {d.what: (i, d) for i, d in enumerate(found) if (d.first, d.second) == (0, k)}
        by = {
            verdict: [measure_name(w) for w in MEASURES if mine[w][1].verdict == verdict]
            for verdict in ("higher", "lower", "not_apart", "not_known")
        }
        parts = [
            f"clearly {verdict} in {listed(by[verdict])}"
            for verdict in ("higher", "lower")
            if by[verdict]
        ]
        text = f"Against {tie_name(bonds[k])}, {tie_name(bonds[0])} is "
        text += f"{listed(parts)}" if parts else "clearly different in nothing"
        if by["not_apart"]:
            text += f"; they cannot be told apart in {listed(by['not_apart'])}"
        if by["not_known"]:
            text += f"; not known for one of them: {listed(by['not_known'])}"
        yield Finding("apart", text, tuple(f"/differences/{i}/verdict" for i, _ in mine.values()))
