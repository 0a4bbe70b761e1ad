"""Ledgers of a pair and year with their items: points, what they rest on, what each adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from daylight.bonds.pulls import NO_PULL, Weights, pulls
from daylight.bonds.raws import says
from daylight.bonds.read import UNPUBLISHED, Row, quantity
from daylight.bonds.records import ItemResult, LedgerResult, Quantity
from daylight.bonds.trade import Raw
from daylight.core.status import OBSERVED, STATUSES, STRUCTURAL_ZERO, Known
from daylight.ledgers.curves import TOP
from daylight.ledgers.item import HIGHEST, Item
from daylight.ledgers.items import ITEMS
from daylight.ledgers.nowcast.specs import SPECS
from daylight.ledgers.scored import of_item
from daylight.ledgers.stored import raw_of
from daylight.store.schemas.ledgers import (
    CODINGS,
    LEDGERS,
    PART_STEP,
    POINT_STEP,
    Ledger,
    raw_columns,
)

SEEN = (OBSERVED, STRUCTURAL_ZERO)
_SEEN = tuple(STATUSES[code] for code in SEEN)
NUMBERED_FOR = {"exercises": 0, "defence_agreements": 2}
"""Years for which the carried value of an item has a number, by the back-test; all, if not here."""
WIDEST_PART = 0.5
"""Part of the maximum of a measured item beyond which its band is too wide for a number. Of what is
coded in levels a band says little; the chance that it holds stands beside it."""


def ledgers(
    items: Mapping[int, Row], sums: Row, year: int, names: Sequence[str], weights: Weights,
    most: Mapping[str, float], traded: Mapping[int, Raw],
) -> dict[Ledger, LedgerResult]:  # fmt: skip
    """Return the six ledgers of a year.

    Parameters
    ----------
    items : mapping of int to dict
        Rows of ``ledger_items`` by year, up to `year`.
    sums : dict
        Row of ``ledgers`` of the year.
    year : int
    names : sequence of str
        Names of the two states.
    weights : mapping
        Of the relationship.
    most : mapping of str to float
        Maxima of items, with those of the reader.
    traded : mapping of int to mapping
        Trade by year, in place of the coarse steps of ``ledger_items``.
    """
    made = {ledger: _ledger(ledger, items, sums, year, names, most, traded) for ledger in LEDGERS}
    return pulls(made, weights)


def _ledger(
    ledger: Ledger, items: Mapping[int, Row], sums: Row, year: int, names: Sequence[str],
    most: Mapping[str, float], traded: Mapping[int, Raw],
) -> LedgerResult:  # fmt: skip
    mine = [i for i in ITEMS if i.ledger == ledger and most[i.name] > 0]
    parts = [item_result(i, items, year, names, most[i.name], traded) for i in mine]
    whole = quantity(sums, ledger)
    changed = any(most[i.name] != i.maximum for i in ITEMS if i.ledger == ledger)
    if changed:
        whole = _again(ledger, parts)
    parts = [_without(ledger, part, parts, whole) for part in parts]
    carried = _carried_points(ledger, parts)
    return LedgerResult(
        ledger, whole.value, whole.lo, whole.hi, whole.status,
        round(sums[f"{ledger}_seen"] * PART_STEP, 2), round(carried, 1), whole.holds,
        NO_PULL, tuple(parts),
    )  # fmt: skip


def _carried_points(ledger: Ledger, parts: Sequence[ItemResult]) -> float:
    """Return the points of a ledger that are carried: of the highest, all or none."""
    old = [p.points.value or 0.0 for p in parts if p.points.status == "carried"]
    if ledger not in HIGHEST:
        return min(sum(old), TOP)
    seen = [p.points.value or 0.0 for p in parts if p.points.status != "carried"]
    return max(old) if old and max(old) > max(seen, default=0.0) else 0.0


def item_result(
    item: Item, rows: Mapping[int, Row], year: int, names: Sequence[str], maximum: float,
    traded: Mapping[int, Raw],
) -> ItemResult:  # fmt: skip
    """Return an item of a year; `rows` by year hold that one and the last in which it was seen."""
    row = rows[year]
    code = int(row[item.status])
    scale = maximum / item.maximum
    last = next((y for y in sorted(rows, reverse=True) if rows[y][item.status] in SEEN), None)
    if code in SEEN or not CODINGS[item.name].foretold:
        known = last if code not in SEEN else year
        points = _seen(item, row, STATUSES[code], scale)
        shown = row
    else:
        # One list may know of some after the others have ended: so much is seen of the year.
        some = not item.fade and any(row[c] > 0 for c in raw_columns(item.name))
        known = year if some else last
        shown = rows[known] if known is not None else row
        points = _carried(item, row, scale, year - last if last is not None else year)
    raw = tuple(_number(item.name, shown[c]) for c in raw_columns(item.name))
    if known is not None:
        raw = traded.get(known, {}).get(item.name, raw)
    return ItemResult(
        item.name, item.title, points, maximum, says(item.name, raw, names), raw, item.unit,
        known, None, NO_PULL, item.sources, item.reason,
    )  # fmt: skip


def _number(item: str, steps: float) -> float | None:
    if np.isnan(steps):
        return None
    return float(f"{float(raw_of(item, np.array(steps))):.4g}")


def _seen(item: Item, row: Row, status: Known, scale: float) -> Quantity:
    raw = {
        c: raw_of(item.name, np.array([row[s]]))
        for c, s in zip(item.columns, raw_columns(item.name), strict=True)
    }
    points = float(of_item(item, raw)[0]) * scale
    if np.isnan(points):
        return Quantity(None, None, None, status)
    value = round(points, 1)
    return Quantity(value, value, value, status)


def _carried(item: Item, row: Row, scale: float, age: int) -> Quantity:
    names = {"": f"{item.name}_carried", "_lo": f"{item.name}_lo", "_hi": f"{item.name}_hi"}
    value, lo, hi = (round(row[c] * POINT_STEP * scale, 1) for c in names.values())
    if np.isnan(value):
        return Quantity(None, None, None, "missing")
    held = row[f"{item.name}_holds"]
    holds = None if np.isnan(held) or SPECS[item.name].changes else round(held * PART_STEP, 2)
    wide = SPECS[item.name].changes and hi - lo > WIDEST_PART * item.maximum * scale
    if wide or (age > NUMBERED_FOR.get(item.name, age) and hi > 0):
        return Quantity(None, lo, hi, "not_published", holds)
    return Quantity(value, min(lo, value), max(hi, value), "carried", holds)


def _again(ledger: Ledger, parts: Sequence[ItemResult]) -> Quantity:
    """Return a ledger with maxima of the reader's own: its ends are those of the items together.

    Of an item that is too uncertain for a number the lower end counts in the value.
    """
    told = [p.points for p in parts if p.points.lo is not None and p.points.hi is not None]
    if not told:
        return Quantity(None, None, None, "missing")
    join = max if ledger in HIGHEST else sum
    each = ((q.lo if q.value is None else q.value, q.lo, q.hi) for q in told)
    value, lo, hi = (min(join(ends), TOP) for ends in zip(*each, strict=True))
    if hi - lo > UNPUBLISHED:
        return Quantity(None, lo, hi, "not_published")
    status: Known = "observed" if all(q.status in _SEEN for q in told) else "carried"
    return Quantity(value, lo, hi, status)


def _without(
    ledger: Ledger, part: ItemResult, parts: Sequence[ItemResult], whole: Quantity
) -> ItemResult:
    """Add what the ledger would be without an item."""
    if whole.value is None:
        return part
    rest = [p.points.value or 0.0 for p in parts if p is not part]
    left = max(rest, default=0.0) if ledger in HIGHEST else sum(rest)
    return replace(part, without=round(min(left, TOP, whole.value), 1))
