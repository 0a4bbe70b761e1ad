"""Which sources a list of ties rests on."""

from __future__ import annotations

from daylight.bonds.sources import of_item, of_ties
from daylight.ledgers.items import ITEMS
from daylight.store.schemas.ledgers import LEDGERS_FROM, RELATIONSHIP_FROM


def test_a_list_rests_on_every_item_and_on_what_the_scale_is_fitted_on() -> None:
    found = of_ties(("/here", "/there"))
    assert found["/here"] == found["/there"]
    assert len(set(found["/here"])) == len(found["/here"])
    assert set(found["/here"]) == {s for item in ITEMS for s in of_item(item)} | {"peace_scale"}
    assert set(found["/here"]) <= {*LEDGERS_FROM, *RELATIONSHIP_FROM}
