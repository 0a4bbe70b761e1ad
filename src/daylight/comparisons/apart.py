"""Which of several ties clearly differ, and which cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from daylight.bonds.records import Bond, Quantity
from daylight.comparisons.records import Difference
from daylight.store.schemas.ledgers import LEDGERS

MARGIN = 5.0
"""Points between two bands beyond which two ties clearly differ, as for records of one tie."""
PLACE = "place"
MEASURES = (*LEDGERS, PLACE)
"""What ties are compared in: the six ledgers, and the place on the peace scale."""


def quantity(bond: Bond, what: str) -> Quantity:
    """Return a ledger of a bond in points of 100, or its place on the peace scale, 0 to 1.

    Parameters
    ----------
    bond : Bond
    what : str
        One of :data:`MEASURES`.

    Raises
    ------
    StopIteration
        For a name that is none of them.
    """
    if what == PLACE:
        return bond.relationship.place
    return next(ledger.quantity for ledger in bond.ledgers if ledger.ledger == what)


def differences(bonds: Sequence[Bond]) -> Iterator[Difference]:
    """Compare each tie with each later one, in each of :data:`MEASURES`.

    Parameters
    ----------
    bonds : sequence of Bond
        In the order asked for.

    Yields
    ------
    Difference
        Of the first tie with the second, then with the third, and so on.
    """
    for (i, one), (k, other) in combinations(enumerate(bonds), 2):
        for what in MEASURES:
            margin = MARGIN / 100 if what == PLACE else MARGIN
            yield _difference(what, (i, k), (quantity(one, what), quantity(other, what)), margin)


def _difference(
    what: str, places: tuple[int, int], both: tuple[Quantity, Quantity], margin: float
) -> Difference:
    one, other = both
    if one.lo is None or one.hi is None or other.lo is None or other.hi is None:
        return Difference(what, *places, "not_known", None)
    above, below = round(one.lo - other.hi, 3), round(other.lo - one.hi, 3)
    if above > margin:
        return Difference(what, *places, "higher", above)
    if below > margin:
        return Difference(what, *places, "lower", below)
    return Difference(what, *places, "not_apart", None)
