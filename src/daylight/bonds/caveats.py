"""What limits a bond: sources that have ended, what the scale cannot say, points of the reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from daylight.bonds.records import ItemResult, LedgerResult, Relationship
from daylight.bonds.stands import promised
from daylight.bonds.written import named
from daylight.core.request import Request
from daylight.core.said import Caveat
from daylight.say.lines import capital, listed, small
from daylight.say.numbers import fixed
from daylight.store.schemas.ledgers import Ledger

HALF_UNSEEN = 0.5
ENMITY = ("disputes", "crises", "rivalry")
"""Items without which the scale is a coin."""
Made = Mapping[Ledger, LedgerResult]


def caveats(
    asked: Request, stands: Relationship, made: Made, points: Mapping[str, float],
    note: str | None,
) -> Iterator[Caveat]:  # fmt: skip
    """Return what limits a bond, the worst first."""
    yield from _enmity(asked.year, made)
    yield from _ended(asked.year, made)
    yield from _scale(stands, made)
    if points:
        given = ", ".join(f"{name} {value:g}" for name, value in points.items())
        text = (
            f"Points of the reader's own: {given}. Chances, history, records and standing are of "
            f"the stated points; the word, and what each item adds, of these."
        )
        yield Caveat("definition", text, ("/points",))
    yield Caveat(
        "model",
        "The relationship is no forecast of force: among all pairs, nearness alone tells more.",
        ("/relationship",),
    )
    if note:
        yield Caveat("definition", note, ("/history",))


def _enmity(year: int, made: Made) -> Iterator[Caveat]:
    gone = [
        (place, item)
        for ledger in made.values()
        for place, item in _items(ledger)
        if item.item in ENMITY and _old(item)
    ]
    if gone:
        ends = listed(f"{small(item.title)} {item.known}" for _, item in gone)
        text = (
            f"Enmity in {year} rests on lists that have ended ({ends}), on UCDP and on dated "
            f"facts: quarrels below these are not seen."
        )
        yield Caveat("coverage", text, tuple(place for place, _ in gone))


def _ended(year: int, made: Made) -> Iterator[Caveat]:
    for name, ledger in made.items():
        unseen = 1 - ledger.seen
        old = [
            (place, item) for place, item in _items(ledger)
            if item.item not in ENMITY and _old(item) and item.known != year
        ]  # fmt: skip
        if not old or (ledger.carried < 1 and unseen < HALF_UNSEEN):
            continue
        ends = listed(f"{small(item.title)} to {item.known}" for _, item in old)
        text = f"{capital(named(name))} of {year} is carried in part: {ends}."
        yield Caveat("coverage", text, tuple(place for place, _ in old))


def _scale(stands: Relationship, made: Made) -> Iterator[Caveat]:
    allied, _ = promised(made["military_cooperation"])
    if allied and stands.zone == "negative_peace":
        chance = fixed(100 * (stands.probabilities or {}).get("negative_peace", 0.0), 0)
        text = (
            f"The peace scale calls most alliances negative peace ({chance} in 100 here), as it "
            f"does nine in ten years of those of the United States: it looks for integration."
        )
        yield Caveat("definition", text, ("/relationship/zone",))


def _items(ledger: LedgerResult) -> Iterator[tuple[str, ItemResult]]:
    for k, item in enumerate(ledger.items):
        yield f"{ledger.pointer}/items/{k}", item


def _old(item: ItemResult) -> bool:
    return item.points.status in ("carried", "not_published") and item.known is not None
