"""What is said of a state's ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bonds.components import DIMENSIONS
from daylight.bonds.dependence import Dependence
from daylight.core.refs import StateRef, in_text
from daylight.core.said import Caveat, Finding, Summary
from daylight.measures import measure
from daylight.measures.plausible import beyond_whole, beyond_whole_text
from daylight.partnerships.records import Lopsided, Partner
from daylight.say.lines import capital, listed
from daylight.say.numbers import share
from daylight.say.words import Rule, Words

BY = ("overall", *DIMENSIONS)
"""What the closest ties can be ordered by; the first by default."""
COUNT = 10
"""Ties in a list by default."""
NAMED = 3
"""Ties that the headline names."""
LEAST_TRADE = 0.01
"""Share of its trade below which a state is not said to lean on another."""
LEAST_ARMS = 0.1
"""Share of its imported arms that counts too. A share of energy imports does not: a state that
hardly imports energy can have all of it from one place."""
ABOUT = (
    "Closest: share of all pairs with a weaker tie. Leaning: share of all ordered pairs in "
    "which one side leans less on the other, by trade, exit cost, energy and arms where they "
    "are known. Intervals are 90 %. Ties whose intervals overlap cannot be told apart."
)
WHOLE_OF_GDP = "trade_dependence"
WAYS = ("leans", "leant_on")
WORDS: Words = (
    Rule(
        f"A state leans more on another where the two intervals of leaning do not meet, and the "
        f"other has {share(LEAST_TRADE)} of its trade or more, or {share(LEAST_ARMS)} of its "
        f"imported arms."
    ),
)


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
    close = Finding(
        "closest",
        f"No {kind[:-1]} of {name} has a position above zero in {tied}",
        ("/closest",),
    )
    if closest:
        first = [in_text(p.state.name) for p in closest[:NAMED]]
        how = "overall " if by == BY[0] else ""
        text = f"in {tied} the strongest {kind} of {name} {how}were with {listed(first)}"
        pointers = tuple(f"/closest/{k}/positions/{by}" for k in range(len(first)))
        close = Finding("closest", capital(text), pointers)
    leans = Finding(
        "leaning",
        f"In {leaning} {name} leaned more on {_names(on)}; {_names(by_it)} leaned more on it",
        (*_rows("dependent_on", on), *_rows("depended_on_by", by_it)),
    )
    return Summary(f"{close.text}.", (close, leans))


def _rows(name: str, ties: Sequence[Lopsided]) -> tuple[str, ...]:
    """Point at the ties that are named, or at the empty list."""
    places = [f"/{name}/{k}/{way}/value" for k in range(len(ties[:NAMED])) for way in WAYS]
    return tuple(places) or (f"/{name}",)


def _names(ties: Sequence[Lopsided]) -> str:
    return listed(in_text(t.state.name) for t in ties[:NAMED]) if ties else "nobody clearly"


def enough(leans: Dependence) -> bool:
    """Whether there is enough between two states for one to be said to lean on the other."""
    least = {"trade_share": LEAST_TRADE, "arms_dependence": LEAST_ARMS}
    return any((leans.parts[name].value or 0.0) >= part for name, part in least.items())


def implausible(
    state: StateRef, on: Sequence[Lopsided], by_it: Sequence[Lopsided]
) -> Iterator[Caveat]:
    """Say where what one side trades with the other is more than its whole GDP."""
    for name, ties in (("dependent_on", on), ("depended_on_by", by_it)):
        for k, tie in enumerate(ties):
            ways = (("leans", state, tie.state), ("leant_on", tie.state, state))
            for way, one, other in ways:
                estimate = getattr(tie, way).parts[WHOLE_OF_GDP]
                if beyond_whole(estimate):
                    title = measure(WHOLE_OF_GDP).title
                    text = beyond_whole_text(title, one.name, other.name, estimate)
                    yield Caveat("data", text, (f"/{name}/{k}/{way}/parts/{WHOLE_OF_GDP}",))


def caveats(year: int, by: str, tied: int, leaning: int) -> Iterator[Caveat]:
    """Say where sources end before the date, and what positions cannot tell."""
    if tied < year:
        text = f"Positions ({by}) end in {tied}; nothing is carried on to {year}."
        yield Caveat("coverage", text, ("/closest",))
    if leaning < year:
        text = f"Trade by partner ends in {leaning}; nothing is carried on to {year}."
        yield Caveat("coverage", text, ("/dependent_on", "/depended_on_by"))
    yield Caveat("model", ABOUT, ("/closest", "/dependent_on", "/depended_on_by"))
