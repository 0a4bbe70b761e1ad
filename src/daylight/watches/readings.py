"""How a tie stands on a day, in what is watched of it."""

from __future__ import annotations

from daylight.bonds.bond import ask as bond
from daylight.bonds.records import Bond, Quantity
from daylight.core.request import Request
from daylight.endurance.read import acts, tie_rows, traded
from daylight.endurance.state import state
from daylight.store.atlas import Atlas
from daylight.watches.records import Reading


def reading(asked: Request, atlas: Atlas) -> tuple[Reading, Bond]:
    """Return what can be watched of two states on a day, and the answer that it is from.

    Parameters
    ----------
    asked : Request
        About the two, to `bond`.
    atlas : Atlas
    """
    told = bond(asked, atlas)
    stands = told.relationship
    values: dict[str, Quantity] = {
        "p_rivalry": stands.p_rivalry,
        "p_warm": stands.p_warm,
        **{ledger.ledger: ledger.quantity for ledger in told.ledgers},
    }
    words = {"relationship": stands.word, "tie": _tie(asked, atlas)}
    return Reading(asked.atlas, asked.as_of, asked.year, words, values), told


def _tie(asked: Request, atlas: Atlas) -> str:
    a, b, year = asked.a, asked.b, asked.year
    known = traded(atlas, a, b, year)
    return state(tie_rows(atlas, a, b, year), acts(atlas, a, b, year), known, year).quiet_or_warned
