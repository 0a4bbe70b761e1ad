"""The items of each ledger in plain lines: points, maximum, year last seen, raw value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bonds.records import Bond, ItemResult, LedgerResult
from daylight.bonds.written import (
    NO_NUMBER,
    NO_POINT,
    has_points,
    holds_text,
    ledger_status,
    ledger_text,
    named,
    signed,
    spanned,
    whole,
)
from daylight.ledgers.relationship.form import ENTERS
from daylight.say.lines import capital, cut, listed, small, width, wrap

POINTS, MOST, SEEN, PULL = 13, 4, 6, 8
LONGEST = 34
"""Columns of a row of the table; the title has what is left, at most so many."""


def items(bond: Bond) -> list[str]:
    """Return the tables of the items of all ledgers that have any."""
    out: list[str] = []
    for ledger in bond.ledgers:
        if ledger.items:
            out += [*_ledger(ledger, bond), ""]
    return out[:-1]


def _ledger(ledger: LedgerResult, bond: Bond) -> list[str]:
    value = ledger_text(ledger, "-").removesuffix(" (seen)")
    head = f"{named(ledger.ledger).upper()} {value}, {ledger_status(ledger, bond)}"
    out = wrap(head, 0, 2)
    shown = [item for item in ledger.items if has_points(item)]
    pulls = ledger.ledger in ENTERS
    if shown:
        out.append(_heads(pulls))
    for item in shown:
        out += _row(item, bond.year, pulls)
    if shown and pulls:
        out.append(_columns("together", "", "", "", _pulls(ledger)))
    return [*out, *_rest([item for item in ledger.items if item not in shown])]


def _heads(pulls: bool) -> str:
    return _columns("", "points", "of", "seen", ("rivalry", "warm") if pulls else ())


def _row(item: ItemResult, year: int, pulls: bool) -> list[str]:
    points, most = spanned(item.points, "-", seen="").removesuffix(NO_POINT), whole(item.maximum)
    seen = "never" if item.known is None else str(item.known)
    first = _columns(item.title, points, most, seen, _pulls(item) if pulls else ())
    when = "" if item.known in (None, year) else f", in {item.known}"
    holds = item.points.holds
    sure = "" if holds is None else f"; {holds_text(holds)}"
    return [first, *wrap(f"{item.says}{when}{sure}", 2, 2)]


def _pulls(part: ItemResult | LedgerResult) -> tuple[str, str]:
    return signed(part.pull.rivalry), signed(part.pull.warm)


def _columns(title: str, points: str, most: str, seen: str, pulls: Sequence[str]) -> str:
    room = min(width() - POINTS - MOST - SEEN - 2 * PULL, LONGEST)
    row = f"{cut(title, room - 1):{room}}{points:>{POINTS}}{most:>{MOST}}{seen:>{SEEN}}"
    return row + "".join(f"{pull:>{PULL}}" for pull in pulls)


def _rest(items: list[ItemResult]) -> list[str]:
    """Name the items without points: those that are none, and those that are not known."""
    return [line for text in _absent(items) for line in wrap(text, 0, 2)]


def _absent(items: list[ItemResult]) -> Iterator[str]:
    by_word: dict[str, list[str]] = {}
    for item in items:
        word = "none" if item.points.value is not None else NO_NUMBER[item.points.status]
        if word == "none" and item.points.status == "carried":
            word = f"none when last seen in {item.known}"
        by_word.setdefault(word, []).append(small(item.title))
    for word, titles in by_word.items():
        yield f"{capital(word)}: {listed(titles)}."
