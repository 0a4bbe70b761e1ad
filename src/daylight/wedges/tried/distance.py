"""How far an attempt is from the case at hand: the features that differ, by weight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daylight.core.errors import BadInput
from daylight.store.schemas.attempts import AIMS, INSTRUMENTS, SIDES
from daylight.wedges.tried.attempt import ERAS, Attempt, era_of, shared

WEIGHTS: Mapping[str, float] = {
    "target": 3, "partner": 3, "divider": 2, "aim": 2, "era": 2, "side": 1, "upheaval": 1,
    "instrument": 1,
}  # fmt: skip
"""Set by hand: with outcomes that a search chose, fitted weights would learn the search."""
HALVES = {"mixed": ("inducement", "coercion")}
"""Words that are half of each of two others."""
FIRST, LAST = min(ERAS.values())[0], max(ERAS.values())[1]
WORDS = {"aim": AIMS, "side": SIDES, "instrument": INSTRUMENTS}


@dataclass(frozen=True, slots=True)
class Case:
    """The case at hand: what is stated of it; what is not stated counts for nothing.

    Attributes
    ----------
    divider, target, partner : tuple of int
        COW numbers; empty where not stated.
    divider_bloc, partner_bloc : str or None
        Blocs, as the table names them.
    aim, instrument, side : str or None
        Words of the table.
    upheaval : bool or None
    year : int or None
        For the era.
    recognition : bool
        Whether it is a bid for recognition of Peking or Taipei; only such are near to one, and
        they to nothing else.

    Raises
    ------
    BadInput
        If nothing is stated, or a word or year is none of the table's.
    """

    divider: tuple[int, ...] = ()
    target: tuple[int, ...] = ()
    partner: tuple[int, ...] = ()
    divider_bloc: str | None = None
    partner_bloc: str | None = None
    aim: str | None = None
    instrument: str | None = None
    side: str | None = None
    upheaval: bool | None = None
    year: int | None = None
    recognition: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be compared."""
        for name, words in WORDS.items():
            word = getattr(self, name)
            if word is not None and word not in words:
                raise BadInput(f"{name} {word!r} of a case: expected one of {', '.join(words)}")
        if self.year is not None and not FIRST <= self.year <= LAST:
            raise BadInput(f"year {self.year} of a case: expected one from {FIRST} to {LAST}")
        if not stated(self):
            raise BadInput("a case without features: state one at least, such as the target")


def stated(case: Case) -> tuple[str, ...]:
    """Return the features that a case states, in the order of their weights."""
    known = {
        "target": bool(case.target),
        "partner": bool(case.partner or case.partner_bloc),
        "divider": bool(case.divider or case.divider_bloc),
        "era": case.year is not None,
    }
    return tuple(n for n in WEIGHTS if known.get(n, getattr(case, n, None) is not None))


def differences(row: Attempt, case: Case) -> dict[str, float]:
    """Return how much each stated feature differs: 0 where it does not, 1, or a half."""
    return {name: _difference(name, row, case) for name in stated(case)}


def distance(row: Attempt, case: Case, weights: Mapping[str, float] = WEIGHTS) -> float:
    """Return the weights of what differs over the weights of what is stated, from 0 to 1.

    Raises
    ------
    BadInput
        If a feature has no weight or one below 0, or no stated one weighs anything.
    """
    if set(weights) != set(WEIGHTS) or min(weights.values()) < 0:
        raise BadInput(f"weights: expected one, not below 0, for each of {', '.join(WEIGHTS)}")
    found = differences(row, case)
    whole = sum(weights[name] for name in found)
    if not whole:
        raise BadInput(f"weights of 0 for all that is stated, {', '.join(found)}: give one more")
    return sum(weights[name] * part for name, part in found.items()) / whole


def _difference(name: str, row: Attempt, case: Case) -> float:
    if name == "target":
        same = shared(row.target, case.target)
    elif name == "partner":
        same = _met(row.partner, row.partner_bloc, case.partner, case.partner_bloc)
    elif name == "divider":
        same = _met(row.divider, row.divider_bloc, case.divider, case.divider_bloc)
    elif name == "era":
        same = case.year is not None and row.era == era_of(case.year)
    elif name == "instrument" and case.instrument is not None:
        return _apart(row.instrument, case.instrument)
    else:
        same = getattr(row, name) == getattr(case, name)
    return 0.0 if same else 1.0


def _met(
    states: tuple[int, ...], bloc: str | None, others: tuple[int, ...], other: str | None
) -> bool:
    return shared(states, others) or (bloc is not None and bloc == other)


def _apart(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return 0.5 if other in HALVES.get(one, ()) or one in HALVES.get(other, ()) else 1.0
