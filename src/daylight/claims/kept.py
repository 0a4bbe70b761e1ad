"""Which claims of a sentence are kept where several have the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daylight.claims.records import Claim, Type

SAME: frozenset[tuple[Type, Type]] = frozenset(
    {
        ("sequence", "membership"), ("membership", "sequence"), ("candidate", "membership"),
        ("membership", "candidate"), ("sequence", "candidate"), ("candidate", "sequence"),
        ("count", "membership"),
        ("count", "candidate"), ("base", "membership"), ("tether", "membership"),
        ("membership", "tether"), ("count", "tether"), ("meeting", "statement"),
        ("trend", "quantity"), ("superlative", "trend"), ("superlative", "comparison"),
        ("comparison", "quantity"), ("comparison", "trend"), ("comparison", "superlative"),
        ("superlative", "quantity"), ("resilience", "trend"), ("trend", "resilience"),
        ("superlative", "resilience"), ("quantity", "base"), ("base", "quantity"),
        ("quantity", "trend"), ("sequence", "statement"), ("candidate", "statement"),
        ("membership", "statement"),
    }
)  # fmt: skip
"""Types of which a claim of the second is left out where one of the first has its words."""
NEAR = 8
"""Characters by which two claims of one type may overlap and be two."""


def kept(
    strict: Iterable[Claim], loose: Iterable[Claim], beyond: Iterable[tuple[Claim, int]]
) -> tuple[Claim, ...]:
    """Leave out a claim whose words lie within those of another of its type, or of a like one.

    Parameters
    ----------
    strict, loose : iterable of Claim
        By rows that know subject and object, the longest first; by cues.
    beyond : iterable of (Claim, int)
        Claims that no data decide, with where their word stands. They give way to any other claim
        that has the word.
    """
    out: list[Claim] = []
    for claim in (*sorted(strict, key=lambda c: c.start - c.end), *loose):
        same = (c for c in out if c.type == claim.type or (c.type, claim.type) in SAME)
        if _apart(claim, same):
            out.append(claim)
    return tuple(sorted((*out, *_free(beyond, out)), key=lambda c: (c.start, c.end)))


def _apart(claim: Claim, others: Iterable[Claim]) -> bool:
    return all(claim.end - NEAR <= c.start or claim.start + NEAR >= c.end for c in others)


def _free(beyond: Iterable[tuple[Claim, int]], others: list[Claim]) -> Iterator[Claim]:
    out: list[Claim] = []
    for claim, word in beyond:
        if not any(c.start <= word < c.end for c in others) and _apart(claim, out):
            out.append(claim)
            yield claim
