"""Signs of life and of decay of a bloc, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daylight.bloc_profiles.records import Effect, Sign
from daylight.cohesion.measured import Measured
from daylight.cohesion.spells import IN_LAW, Row, holds, outlives
from daylight.core.lineages import lineage_of
from daylight.core.refs import in_text, ref_of
from daylight.say.lines import counted, listed
from daylight.say.numbers import fixed

NAMED = 6
Calls = Sequence[Row]


def coming(rows: Sequence[Row], since: date, day: date) -> Iterator[Sign]:
    """Yield who joined since a day, and who waits to join."""
    came = _names(row for row in _entries(rows) if since < row["start"] <= day)
    if came:
        yield Sign("joined", "life", len(came), f"{_told(came)} joined within ten years")
    live = [row for row in rows if holds(row, day)]
    waits = _names(row for row in live if row["status"] in ("candidate", "applicant"))
    if waits:
        verb = "waits" if len(waits) == 1 else "wait"
        yield Sign("waiting", "life", len(waits), f"{_told(waits)} {verb} to join")


def going(rows: Sequence[Row], since: date, day: date) -> Iterator[Sign]:
    """Yield who left since a day, who announced it, and who is suspended."""
    gone = _names(row for row in _exits(rows, day) if since < row["end"])
    if gone:
        yield Sign("left", "decay", len(gone), f"{_told(gone)} left within ten years")
    for status, text in (("withdrawing", "announced to leave"), ("suspended", "suspended")):
        who = _names(row for row in rows if holds(row, day) and row["status"] == status)
        if who:
            verb = "have" if status == "withdrawing" and len(who) > 1 else "has"
            verb = ("are" if len(who) > 1 else "is") if status == "suspended" else verb
            yield Sign(status, "decay", len(who), f"{_told(who)} {verb} {text}")


def at_odds(quarrels: Sequence[str]) -> Iterator[Sign]:
    """Yield the pairs of members in conflict, in words."""
    if quarrels:
        text = f"in conflict with each other: {'; '.join(quarrels[:NAMED])}"
        more = len(quarrels) - NAMED
        text += f"; {more} more pairs" if more > 0 else ""
        yield Sign("quarrels", "decay", len(quarrels), text)


def called(calls: Calls) -> Iterator[Sign]:
    """Yield calls for help that were answered, or refused."""
    sought = [row for row in calls if row["sought"] == "help"]
    words: tuple[tuple[str, Effect, str], ...] = (
        ("answered", "life", "answered"), ("refused", "decay", "refused"),
    )  # fmt: skip
    for answer, effect, word in words:
        mine = [row for row in sought if row["answer"] == answer]
        if mine:
            who = [f"{_name(row)} {row['day'].year}" for row in mine]
            text = f"{counted(len(mine), 'call')} for help {word} within ten years: {_told(who)}"
            yield Sign(f"calls_{answer}", effect, len(mine), text)


def together(found: Measured | None) -> Iterator[Sign]:
    """Yield whether members vote and trade with each other more than others do."""
    if found is None:
        return
    votes, trade = found.votes, found.trade
    if votes is not None and (effect := _side(votes.lo, votes.hi, 0.0)):
        more = "more" if effect == "life" else "less"
        text = (
            f"members vote alike {more} than any two states do, by "
            f"{fixed(100 * abs(votes.excess), 0)} votes of 100"
        )
        yield Sign("votes", effect, votes.pairs, text)
    if trade is not None and trade.ratio is not None and (effect := _side(trade.lo, trade.hi, 1.0)):
        text = (
            f"against sizes and distance, members trade {fixed(trade.ratio, 1)} times as much "
            "with each other as with outsiders"
        )
        yield Sign("trade", effect, trade.n, text)


def _side(lo: float | None, hi: float | None, even: float) -> Effect | None:
    """Return what an interval speaks for; None where it holds the even value."""
    if lo is None or hi is None or lo <= even <= hi:
        return None
    return "life" if lo > even else "decay"


def _entries(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the spells with which a state became a member, after the founding."""
    member = [row for row in rows if row["status"] in IN_LAW]
    first = min((row["start"] for row in member), default=None)
    for row in member:
        before = [r for r in member if r["end"] == row["start"]
                  and lineage_of(int(r["cow"])) == lineage_of(int(row["cow"]))]  # fmt: skip
        if row["start"] != first and not before:
            yield row


def _exits(rows: Sequence[Row], day: date) -> Iterator[Row]:
    """Yield the spells with which a membership ended by a day."""
    member = [row for row in rows if row["status"] in IN_LAW and row["start"] <= day]
    for row in member:
        after = [r for r in member if r["start"] == row["end"]
                 and lineage_of(int(r["cow"])) == lineage_of(int(row["cow"]))]  # fmt: skip
        if row["end"] is not None and row["end"] <= day and not after and outlives(row):
            yield row


def _names(rows: Iterator[Row]) -> list[str]:
    return list(dict.fromkeys(_name(row) for row in rows))


def _name(row: Row) -> str:
    return in_text(ref_of(int(row["cow"]), row.get("start") or row["day"]).name)


def _told(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return listed([*names[:NAMED], *([f"{more} more"] if more > 0 else [])])
