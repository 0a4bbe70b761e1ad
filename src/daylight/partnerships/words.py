"""What is said of a state's ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bonds.components import DIMENSIONS
from daylight.core.refs import StateRef, in_text
from daylight.core.said import Caveat, Finding, Summary
from daylight.partnerships.records import Lopsided, Partner
from daylight.say.lines import capital, listed

BY = ("overall", *DIMENSIONS)
"""What the closest ties can be ordered by; the first by default."""
COUNT = 10
"""Ties in a list by default."""
NAMED = 3
"""Ties that the headline names."""


def summary(
    state: StateRef,
    by: str,
    tied: int,
    closest: Sequence[Partner],
    leaning: int,
    on: Sequence[Lopsided],
    by_it: Sequence[Lopsided],
) -> Summary:
    """Return the strongest ties in a sentence, and who leans on whom."""
    name = in_text(state.name)
    kind = "ties" if by == BY[0] else f"{by} ties"
    close = Finding(f"No tie of {name} has a position in {tied}", ("/closest",))
    if closest:
        first = [in_text(p.state.name) for p in closest[:NAMED]]
        text = f"in {tied} the strongest {kind} of {name} were with {listed(first)}"
        close = Finding(
            capital(text),
            tuple(f"/closest/{k}/positions/{by}" for k in range(len(first))),
        )
    leans = Finding(
        f"In {leaning} {name} leaned more on {_names(on)}; {_names(by_it)} leaned more on it",
        ("/dependent_on", "/depended_on_by"),
    )
    return Summary(f"{close.text}.", (close, leans))


def _names(ties: Sequence[Lopsided]) -> str:
    return listed(in_text(t.state.name) for t in ties[:NAMED]) if ties else "nobody clearly"


def caveats(year: int, by: str, tied: int, leaning: int) -> Iterator[Caveat]:
    """Say where sources end before the date, and what positions cannot tell."""
    if tied < year:
        text = f"Positions ({by}) end in {tied}; nothing is carried on to {year}."
        yield Caveat("coverage", text, ("/closest",))
    if leaning < year:
        text = f"Trade by partner ends in {leaning}; nothing is carried on to {year}."
        yield Caveat("coverage", text, ("/dependent_on", "/depended_on_by"))
    yield Caveat(
        "model",
        "Closest: share of all pairs with a weaker tie. Leaning: share of all ordered pairs in "
        "which one side leans less on the other, by trade, exit cost, energy and arms where they "
        "are known. Intervals are 90 %. Ties whose intervals overlap cannot be told apart.",
        ("/closest", "/dependent_on", "/depended_on_by"),
    )
