"""The table of items of the ledgers."""

from __future__ import annotations

from daylight.bonds.written import named
from daylight.ledgers.item import HIGHEST, Item
from daylight.ledgers.items import ITEMS
from daylight.store.schemas.ledgers import LEDGERS

from .markdown import grid


def item_list() -> str:
    """List every item of every ledger, from the registry."""
    parts = []
    for ledger in LEDGERS:
        mine = [item for item in ITEMS if item.ledger == ledger]
        how = "the highest of" if ledger in HIGHEST else "the sum of"
        title = f"### {named(ledger).capitalize()}"
        head = ("item", "most", "points", "raw value", "directed", "sources, to", "reason")
        parts.append(f"{title}\n\nIt is {how}:\n\n{grid(head, [_row(item) for item in mine])}")
    return "\n\n".join(parts)


def _row(item: Item) -> tuple[object, ...]:
    sources = ", ".join(f"[`{s}`](../reference/sources.md#{s}) {last}" for s, last in item.sources)
    return (
        f"`{item.name}`: {item.title}",
        f"{item.maximum:g}",
        item.shape.says,
        item.unit,
        "yes" if item.directed else "no",
        sources,
        item.reason,
    )
