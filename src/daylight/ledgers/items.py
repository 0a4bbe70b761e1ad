"""All items of all ledgers, in the order in which people read them."""

from __future__ import annotations

from daylight.core.errors import BadInput
from daylight.ledgers import items_economic, items_military, items_political
from daylight.ledgers.item import Item

ITEMS: tuple[Item, ...] = tuple(
    item
    for family in (items_military, items_political, items_economic)
    for item in (*family.COOPERATION, *family.CONFLICT)
)
BY_NAME = {item.name: item for item in ITEMS}


def item_of(name: str) -> Item:
    """Return the item of a name.

    Raises
    ------
    BadInput
        When there is none; the message lists all.
    """
    if name not in BY_NAME:
        raise BadInput(f"No item of a ledger is called {name!r}; there are {', '.join(BY_NAME)}.")
    return BY_NAME[name]
