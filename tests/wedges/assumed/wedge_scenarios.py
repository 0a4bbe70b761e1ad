"""Scenarios drawn at random, for tests of what follows from them."""

from __future__ import annotations

from hypothesis import strategies as st

from daylight.wedges.assumed.given import Bidder, Offer, Scenario, Threat, Veto, Wants
from daylight.wedges.assumed.prior import Prior, ordered

BASE = (0.023, 0.019, 0.028)


def priors(low: float, high: float) -> st.SearchStrategy[Prior]:
    def made(numbers: list[float]) -> Prior:
        prior = ordered(tuple(sorted(numbers)))
        assert prior is not None
        return prior

    return st.lists(st.floats(low, high, allow_subnormal=False), min_size=1, max_size=3).map(made)


AMOUNTS, CHANCES = priors(0, 20), priors(0, 1)
COSTS = st.none() | priors(0.1, 5)
OFFERS = st.builds(Offer, st.just("an offer"), AMOUNTS, CHANCES, COSTS)
THREATS = st.builds(Threat, st.just("a threat"), AMOUNTS, CHANCES)
VETOES = st.builds(Veto, st.just("an ally"), CHANCES)


@st.composite
def bidders(draw: st.DrawFn, path: str, wants: Wants | None = None) -> Bidder:
    def several(parts: st.SearchStrategy[object], most: int = 2) -> tuple[object, ...]:
        return tuple(draw(st.lists(parts, max_size=most)))

    return Bidder(
        path, path if path.startswith("others") else None,
        wants or draw(st.sampled_from(["leave", "stay"])),
        draw(st.none() | AMOUNTS), draw(st.none() | AMOUNTS),
        several(OFFERS), several(THREATS), several(VETOES),
    )  # fmt: skip


@st.composite
def scenarios(draw: st.DrawFn, even: bool = True) -> Scenario:
    return Scenario(
        even=draw(priors(0.5, 20)) if even else None,
        stay=draw(priors(-10, 10)),
        divider=draw(bidders("divider", "leave")),
        partner=draw(bidders("partner", "stay")),
        others=tuple(draw(bidders(f"others.{k}")) for k in range(1, draw(st.integers(1, 3)))),
    )
