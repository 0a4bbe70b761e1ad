"""How sources are named under a chart and at the foot of a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from daylight.core.said import SourceNote
from daylight.say.lines import listed

MOST_NAMED = 6
"""More sources than this are given under a chart by number only."""
MOST_ON_A_SHEET = 12
"""Sources that one sheet names."""


def under(ids: Iterable[str], sources: Iterable[SourceNote], numbers: Mapping[str, int]) -> str:
    """Name the sources under a chart, numbered as in the list at the end of the page."""
    wanted = set(ids)
    named = [source for source in sources if source.id in wanted]
    if len(named) > MOST_NAMED:
        marks = runs([numbers[source.id] for source in named])
        return f"{len(named)} sources, listed at the end: {marks}"
    return "; ".join(f"{short(source)} [{numbers[source.id]}]" for source in named)


def most(sources: Sequence[SourceNote]) -> str:
    """Name the sources that most of an answer rests on, and count the others."""
    ranked = sorted(sources, key=lambda source: -len(source.supports))
    named = list(dict.fromkeys(map(short, ranked)))
    if len(named) > MOST_ON_A_SHEET:
        named[MOST_ON_A_SHEET:] = [f"{len(named) - MOST_ON_A_SHEET} more"]
    return f"Sources: {listed(named)}." if named else "No source reaches this date."


def runs(marks: list[int]) -> str:
    """Write numbers of sources, those in a row as one: ``[1] to [4], [7]``."""
    starts = [n for n in marks if n - 1 not in marks]
    ends = [n for n in marks if n + 1 not in marks]
    rows = zip(starts, ends, strict=True)
    return ", ".join(f"[{a}]" if a == b else f"[{a}] to [{b}]" for a, b in rows)


def short(source: SourceNote) -> str:
    """Name a source in a few words: its title up to the first comma or bracket."""
    return re.split(r",| \(", source.title)[0]
