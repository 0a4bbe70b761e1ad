"""What is said of ties that were like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.analogies.records import Analogue
from daylight.bonds.components import DIMENSIONS
from daylight.core.refs import StateRef, in_text
from daylight.core.said import Caveat, Finding, Summary
from daylight.say.lines import listed
from daylight.say.numbers import fixed

NAMED = 3
"""Ties that the headline names."""


def summary(pair: tuple[StateRef, StateRef], year: int, nearest: Sequence[Analogue]) -> Summary:
    """Name the ties that were most like it."""
    names = listed(in_text(state.name) for state in pair)
    if not nearest:
        text = f"No other pair has a profile to compare with that of {names} in {year}"
        return Summary(f"{text}.", (Finding("nearest", text, ("/nearest",)),))
    said = listed(f"{one.a.name}-{one.b.name} in {one.year}" for one in nearest[:NAMED])
    text = f"The ties most like that of {names} in {year}, none later, were {said}"
    pointers = tuple(f"/nearest/{k}" for k in range(len(nearest[:NAMED])))
    return Summary(f"{text}.", (Finding("nearest", text, ("/levels", *pointers)),))


def about(error: float) -> str:
    """Say what the numbers are, and what they cannot tell."""
    return (
        f"Latent levels in standard deviations of all pairs since 1946, each from what was known "
        f"in its year. The pair's own are known to about {fixed(error, 1)}; nearer than "
        f"that, analogues cannot be told apart. A like profile is no forecast."
    )


def caveats(asked: int, year: int, used: Sequence[str], error: float) -> Iterator[Caveat]:
    """Say what the profile lacks, and how far it can be trusted."""
    if year < asked:
        text = f"The profile is of {year}, the last year with levels; it is not carried on."
        yield Caveat("coverage", text, ("/levels", "/nearest"))
    gone = [d for d in DIMENSIONS if d not in used]
    if gone:
        text = f"The profile is without the {listed(gone)} dimension: there is no level."
        yield Caveat("coverage", text, ("/levels",))
    yield Caveat("model", about(error), ("/levels", "/nearest"))
