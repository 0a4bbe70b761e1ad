"""The years of a pair: ledgers and place on the scale, as stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from daylight.bonds.read import Row, chance, quantity
from daylight.bonds.records import Quantity, YearOf
from daylight.bonds.stands import place
from daylight.core.status import Known
from daylight.ledgers.relationship.form import ENTERS
from daylight.store.schemas.ledgers import LEDGERS, PART_STEP


def history(sums: Mapping[int, Row]) -> Iterator[YearOf]:
    """Return each stored year of a pair, oldest first."""
    for year, row in sums.items():
        ledgers: dict[str, Quantity] = {name: quantity(row, name) for name in LEDGERS}
        statuses = {ledgers[name].status for name in ENTERS}
        status: Known = "observed" if statuses == {"observed"} else "carried"
        seen: dict[str, float] = {
            name: round(row[f"{name}_seen"] * PART_STEP, 2) for name in LEDGERS
        }
        rivalry = chance(row, "rivalry", status)
        yield YearOf(year, ledgers, rivalry, place(row, status), seen)
