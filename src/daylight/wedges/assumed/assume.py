"""What follows from a scenario: a chance with its range, what tips it, the reply, the price."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput
from daylight.stats.sobol import Index, sobol
from daylight.wedges.assumed.anchor import largest, nets, p_leave, p_to, stakes
from daylight.wedges.assumed.bands import band, chance
from daylight.wedges.assumed.break_even import break_even
from daylight.wedges.assumed.given import Scenario
from daylight.wedges.assumed.inputs import (
    LEAST,
    MOST,
    Base,
    drawn,
    middles,
    of_the_chance,
    of_the_price,
    spread,
    uncertain,
)
from daylight.wedges.assumed.labels import labels
from daylight.wedges.assumed.money import priced, replied
from daylight.wedges.assumed.prior import Prior
from daylight.wedges.assumed.records import Assumed, Band, Chance, Given, Influence, To

Floats = NDArray[np.float64]
FEWEST, MANY = 100, 1_000_000
OF_INFLUENCE = 2**12
"""Draws for the influence of inputs; each is answered once for every input, and twice more."""
NO_BASE = "no frequency of breaks is measured for this tie"
NO_EVEN = "`even` is not given, without which no chance follows from amounts"


def assume(scenario: Scenario, base: Base | None, draws: int = 10_000, seed: int = 0) -> Assumed:
    """Return what follows from a scenario.

    Parameters
    ----------
    scenario : Scenario
    base : tuple of float, or None
        The measured frequency of breaks within so many years, and the ends of its 90 % interval,
        0 to 1; None where none is measured.
    draws : int
    seed : int
        The same seed gives the same answer.

    Raises
    ------
    BadInput
        When `base` does not rise from its lower end by its value to its upper end within 0 and 1,
        or there are too few or too many draws.
    """
    _check(base, draws, seed)
    reason = _without(scenario, base)
    anchor = base if reason is None else None
    rng = np.random.default_rng(seed)
    priors = of_the_chance(scenario)
    every = {**priors, **of_the_price(scenario)}
    named = labels(scenario)
    x = middles(every, anchor)
    parts = spread(uncertain(every, anchor), draws, rng)
    drawn_x = drawn(every, anchor, parts)
    leaving = to = None
    if anchor:
        leaving = chance(p_leave(scenario, x), p_leave(scenario, drawn_x))
        to = _to(scenario, x, drawn_x)
    return Assumed(
        unit=scenario.unit,
        within=scenario.within,
        note=scenario.note,
        given=tuple(Given(k, named[k], p.low, p.likely, p.high) for k, p in every.items()),
        base=None if base is None else Band(*base),
        net=band(*(largest(nets(stakes(scenario, v), v)) for v in (x, drawn_x))),
        p_leave=leaving,
        reason=reason,
        to=to or (),
        break_even=break_even(scenario, priors, x, named),
        reply=replied(scenario, x, drawn_x) if anchor else None,
        price=priced(scenario, x, drawn_x),
        sensitivity=_influence(scenario, priors, anchor, named, rng) if anchor else (),
        draws=draws,
        seed=seed,
    )


def _check(base: Base | None, draws: int, seed: int) -> None:
    if base is not None and not 0 <= base[1] <= base[0] <= base[2] <= 1:
        raise BadInput(
            f"The measured frequency is {base[0]} ({base[1]} to {base[2]}); it has to lie within "
            "its interval, and that within 0 and 1."
        )
    if not FEWEST <= draws <= MANY:
        raise BadInput(f"{draws:,} draws; give {FEWEST:,} to {MANY:,}.")
    if seed < 0:
        raise BadInput(f"The seed is {seed}; give 0 or more.")


def _without(scenario: Scenario, base: Base | None) -> str | None:
    if base is None:
        return NO_BASE
    if not LEAST < base[0] < MOST:
        return f"a frequency of {base[0]:.3g} is no anchor, which lies between none and half"
    return NO_EVEN if scenario.even is None else None


def _to(
    scenario: Scenario, x: Mapping[str, float], drawn_x: Mapping[str, Floats | float]
) -> tuple[To, ...]:
    middle, each = p_to(scenario, x), p_to(scenario, drawn_x)
    chances: dict[str, Chance] = {path: chance(middle[path], each[path]) for path in middle}
    return tuple(To(b.path, b.who, chances[b.path]) for b in scenario.bidders if b.path in chances)


def _influence(
    scenario: Scenario,
    priors: dict[str, Prior],
    base: Base,
    named: Mapping[str, str],
    rng: np.random.Generator,
) -> tuple[Influence, ...]:
    names = uncertain(priors, base)
    parts = [{name: rng.random(OF_INFLUENCE) for name in names} for _ in range(2)]
    one, two = (drawn(priors, base, part) for part in parts)
    a, b = ({name: np.asarray(values[name]) for name in names} for values in (one, two))

    def leaving(values: Mapping[str, Floats]) -> Floats:
        return np.broadcast_to(p_leave(scenario, {**one, **values}), OF_INFLUENCE)

    found = sobol(leaving, a, b, rng)
    made = [
        Influence(path, named[path], _band(first), _band(total))
        for path, (first, total) in found.items()
    ]
    return tuple(sorted(made, key=lambda one: -_known(one.total)))


def _band(index: Index) -> Band:
    return Band(index.value, index.lo, index.hi)


def _known(found: Band) -> float:
    return -math.inf if found.value is None else found.value
