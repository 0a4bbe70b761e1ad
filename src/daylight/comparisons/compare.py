"""The question how several ties differ, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daylight.bonds import bond as bonds
from daylight.comparisons.apart import MARGIN, differences
from daylight.comparisons.records import Comparison
from daylight.comparisons.view import VIEW
from daylight.comparisons.words import summary
from daylight.core.errors import BadInput
from daylight.core.gather import gathered
from daylight.core.request import Request, Who, dated, request
from daylight.store.atlas import Atlas, current

MOST, TOGETHER = 6, 2
Pair = tuple[Who, Who]


@dated
def compare(
    pairs: Sequence[Pair], as_of: str | int | date | None = None, atlas: Atlas | None = None
) -> Comparison:
    """Set ties side by side: the six ledgers, and the place on the peace scale.

    Two ties clearly differ where their bands lie apart by more than a stated margin.

    Parameters
    ----------
    pairs : sequence of (state, state)
        Two to six pairs.
    as_of : str, int or date, optional
        Date to answer for; the newest by default.

    Raises
    ------
    BadInput
        With fewer than two pairs, more than six, or one twice.
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    one: object = pairs
    if isinstance(one, str):
        raise BadInput(f"{one!r} is one text; give a list of pairs: [('RUS', 'IRN'), ...].")
    if not 2 <= len(pairs) <= MOST:
        raise BadInput(f"Give two to {MOST} pairs to compare; got {len(pairs)}.")
    odd = [pair for pair in pairs if isinstance(pair, str) or len(pair) != TOGETHER]
    if odd:
        raise BadInput(f"{odd[0]!r} is no pair; give two states, as in ('RUS', 'IRN').")
    atlas = atlas or current()
    states = [state for pair in pairs for state in pair]
    return ask(request("compare", states, as_of, atlas.scope, several=True), atlas)


def ask(asked: Request, atlas: Atlas) -> Comparison:
    """Answer a request about several pairs.

    Parameters
    ----------
    asked : Request
        Its states are the pairs one after another.
    atlas : Atlas
    """
    pairs = asked.pairs
    if len({frozenset((a.cow, b.cow)) for a, b in pairs}) < len(pairs):
        raise BadInput("A pair is given twice; give different ones to compare.")
    ties = tuple(bonds.ask(asked.to("bond", pair), atlas) for pair in pairs)
    found = tuple(differences(ties))
    names = {f"/bonds/{k}": f"{a.name}-{b.name}" for k, (a, b) in enumerate(pairs)}
    caveats, sources = gathered(dict(zip(names, ties, strict=True)), names)
    return Comparison(
        request=asked,
        answer=summary(ties, asked.year, found),
        bonds=ties,
        differences=found,
        margin=MARGIN,
        caveats=caveats,
        sources=sources,
        view=VIEW,
    )
