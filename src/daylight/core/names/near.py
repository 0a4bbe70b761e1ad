"""States whose names are really near to a text, for its message."""

from __future__ import annotations

from functools import lru_cache

from daylight.core.names.fold import normalise
from daylight.core.names.index import Candidate, names

NEAR_ENOUGH = 80.0
"""Per cent of letters shared, by rapidfuzz's ratio: Irann is near Iran, Palestina not Eswatini."""


def near(text: str, limit: int = 5) -> tuple[str, ...]:
    """Return labels of the states whose names are near a text, best first; often none."""
    from rapidfuzz import fuzz, process  # here because only errors need it

    folded = normalise(text)
    if len(folded) < 4:  # two or three letters are near to everything
        return ()
    hits = process.extract(
        folded, _pool(), scorer=fuzz.ratio, limit=limit * 4, score_cutoff=NEAR_ENOUGH
    )
    labels = [max(names()[name], key=Candidate.ends).state.label() for name, _, _ in hits]
    return tuple(dict.fromkeys(labels))[:limit]


@lru_cache(maxsize=1)
def _pool() -> list[str]:
    return [name for name in names() if len(name) > 3]
