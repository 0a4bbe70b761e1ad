"""What is said of ties that were like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.analogies.distance import PLACE
from daylight.analogies.records import Analogue, Later
from daylight.bonds.written import named
from daylight.core.refs import StateRef, in_text
from daylight.core.said import Caveat, Finding, Summary
from daylight.say.lines import counted, listed
from daylight.say.numbers import fixed
from daylight.store.schemas.ledgers import LEDGERS

NAMED = 3
"""Ties that the headline names."""


def summary(
    pair: tuple[StateRef, StateRef], year: int, nearest: Sequence[Analogue], most: float,
    strangers: bool,
) -> Summary:  # fmt: skip
    """Name the ties that were most like it, and say what became of them."""
    names = listed(in_text(state.name) for state in pair)
    if strangers:
        text = (
            f"{names[:1].upper()}{names[1:]} had no relation to speak of in {year}: most pairs of "
            f"states are like that, and none is told as like theirs"
        )
        return Summary(f"{text}.", (Finding("nearest", text, ("/profile/word", "/nearest")),))
    if not nearest:
        text = f"No pair before was within {most:g} points of the profile of {names} in {year}"
        return Summary(f"{text}.", (Finding("nearest", text, ("/profile/word", "/nearest")),))
    said = listed(f"{one.a.name}-{one.b.name} in {one.year}" for one in nearest[:NAMED])
    text = f"The ties most like that of {names} in {year}, none later, were {said}"
    pointers = tuple(f"/nearest/{k}/distance" for k in range(len(nearest[:NAMED])))
    first = Finding("nearest", text, ("/profile/word", *pointers))
    became = tuple(_became(nearest))
    return Summary(" ".join(f"{f.text}." for f in (first, *became)), (first, *became))


def _became(nearest: Sequence[Analogue]) -> Iterator[Finding]:
    """Say how many stood in the same way some years on."""
    for step, on in enumerate(nearest[0].later):
        known = [(k, one) for k, one in enumerate(nearest) if one.later[step].known]
        if known:
            same = sum(one.later[step].word == one.profile.word for _, one in known)
            places = tuple(f"/nearest/{k}/later/{step}/word" for k, _ in known)
            text = f"{on.years} years on {same} of the {len(known)} known stood in the same way"
            yield Finding("became", text, places)


def became_text(later: Later) -> str:
    """Say how a pair stood some years on."""
    return f"{later.year}: {later.word if later.known else 'not known'}"


def about(error: float) -> str:
    """Say what the numbers are, and what they cannot tell."""
    return (
        f"Distance: root mean square difference of the ledgers that have a number and of the place "
        f"on the peace scale (0 to 100), in points. The pair's own are known to about "
        f"{fixed(error, 1)}; nearer to each other than that, analogues cannot be told apart. A "
        f"like profile is no forecast."
    )


def caveats(year: int, compared: Sequence[str], error: float) -> Iterator[Caveat]:
    """Say what the profile lacks, and how far it can be trusted."""
    gone = [named(name) for name in (*LEDGERS, PLACE) if name not in compared]
    if gone:
        text = (
            f"The profile of {year} is without {counted(len(gone), 'number').split()[0]} of its "
            f"seven numbers ({listed(gone)}): none is published."
        )
        yield Caveat("coverage", text, ("/profile", "/nearest"))
    yield Caveat("model", about(error), ("/profile", "/nearest"))
