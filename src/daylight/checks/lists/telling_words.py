"""The words by which a sentence and a row of a list are seen to be about the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log

from daylight.checks.kept import table_of
from daylight.cohesion.spells import Row
from daylight.store.atlas import Atlas

LETTERS = 6
"""Letters of a word that count, so that its endings do not."""
SMALL = frozenset((
    "the", "and", "that", "with", "for", "from", "his", "her", "its", "their", "says", "said",
    "calls", "was", "were", "has", "have", "will", "not", "are", "into", "over", "after",
    "before", "which", "this", "they", "who", "states", "state", "would", "than", "then",
    "them", "had", "been", "all", "but", "told", "tells", "call", "speech", "address",
    "spoke", "president", "minister", "prime", "leader", "people", "country",
))  # fmt: skip
"""Words that most sentences and most rows have."""
WORD = re.compile(r"[^\W\d_]{3,}")
RAREST = 6.0
"""Weight of a word that no row has."""
COMMON = 40
"""Rows that must hold a word for it to tell nothing."""


@lru_cache(maxsize=8192)
def stems(text: str | None) -> frozenset[str]:
    """Return the beginnings of the words of a text that tell something."""
    words = (word for word in WORD.findall((text or "").lower()) if word not in SMALL)
    return frozenset(word.removesuffix("s")[:LETTERS] for word in words)


def own(row: Row) -> frozenset[str]:
    """Return the telling words of what was said, by a row of ``statements``."""
    return stems(f"{row['gist']} {row['phrase'] or ''}")


def scene(row: Row) -> frozenset[str]:
    """Return the telling words of where and on what occasion it was."""
    return stems(f"{row['venue'] or ''} {row['event'] or ''} {row['place'] or ''}")


@lru_cache(maxsize=4)
def weights(atlas: Atlas) -> Mapping[str, float]:
    """Return how much each word tells: the more, the fewer rows of ``statements`` hold it."""
    rows = table_of(atlas, "statements")
    counts = Counter(stem for row in rows for stem in own(row) | scene(row))
    return {
        stem: min(RAREST, log(max(len(rows), 2) / n)) if n < COMMON else 0.0
        for stem, n in counts.items()
    }


def weight(shared: Iterable[str], of: Mapping[str, float]) -> float:
    """Return how much some words tell together."""
    return sum(of.get(stem, 0.0) for stem in shared)
