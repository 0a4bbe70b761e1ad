"""Of which ties a measure is not known, and why."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.bonds.records import Bond, pointer
from daylight.bonds.written import NO_NUMBER
from daylight.comparisons.apart import PLACE, quantity
from daylight.say.lines import listed


def unknown(bonds: Sequence[Bond], what: str) -> tuple[int, ...]:
    """Return the places of the ties that have no band in a measure.

    Parameters
    ----------
    bonds : sequence of Bond
    what : str
        One of :data:`daylight.comparisons.apart.MEASURES`.
    """
    return tuple(k for k, bond in enumerate(bonds) if quantity(bond, what).lo is None)


def unknown_text(bonds: Sequence[Bond], what: str, names: Sequence[str]) -> str:
    """Say of which ties a measure is not known, and why: ``not covered for USA-SUN``.

    Parameters
    ----------
    bonds : sequence of Bond
        Of one of them at least it is not known.
    what : str
        One of :data:`daylight.comparisons.apart.MEASURES`.
    names : sequence of str
        What each tie is called.
    """
    found: dict[str, list[str]] = {}
    for k in unknown(bonds, what):
        why = NO_NUMBER.get(quantity(bonds[k], what).status, "no value")
        found.setdefault(why, []).append(names[k])
    return listed(f"{why} for {listed(ties)}" for why, ties in found.items())


def pointer_of(what: str) -> str:
    """Return where a measure stands in a bond, as a JSON pointer."""
    return "/relationship/place" if what == PLACE else pointer(what)
