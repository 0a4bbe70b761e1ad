"""What two states are to each other in a year: how they stand, and the items that bind them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from daylight.bonds.items import ledgers
from daylight.bonds.pulls import weights_of
from daylight.bonds.read import quantity, rows
from daylight.bonds.stands import relationship
from daylight.bonds.trade import trade
from daylight.core.lineages import number_in
from daylight.core.refs import StateRef
from daylight.facts.known import known
from daylight.facts.read import condition
from daylight.ledgers.scored import maxima
from daylight.store.atlas import Atlas
from daylight.store.schemas.ledgers import LEDGERS
from daylight.wedges.measured.records import Lean

TOLD = (
    "promise", "arms", "troops", "disputes", "rivalry", "relations", "nearness", "blocs",
    "trade_share", "sanctions",
)  # fmt: skip
"""Items of the ledgers that tell who leans on whom, and who is set against whom."""


def lean(atlas: Atlas, a: StateRef, b: StateRef, year: int, as_of: date) -> Lean:
    """Return what two states are to each other at the end of a year."""
    one, other = (replace(s, cow=number_in(s.cow, year)) for s in (a, b))
    items, sums = (rows(atlas, name, one, other, year) for name in ("ledger_items", "ledgers"))
    if year not in sums:
        return Lean(a, b, None, None, {}, ())
    traded = trade(atlas, one, other, year)
    made = ledgers(items, sums[year], year, (a.name, b.name), weights_of(atlas), maxima({}), traded)
    told = atlas.rows("dated_facts", *condition(one.cow, other.cow, as_of))
    stands = relationship(sums[year], made, known(told, one.cow, other.cow, as_of, n=None), year)
    says = {
        item.item: (item.title, item.says, item.known)
        for part in made.values()
        for item in part.items
    }
    return Lean(
        a, b, stands.word, stands.p_rivalry,
        {name: quantity(sums[year], name) for name in LEDGERS},
        tuple(says[name] for name in TOLD if name in says),
    )  # fmt: skip
