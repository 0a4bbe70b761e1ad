"""Whether a bloc lives: stated signs, and a verdict that counts them.

Signs of life: a state joined within ten years; one waits to join; members vote alike more than any
states do; they trade more with each other than sizes and distance let expect; either rose within
five years; a call for help was answered. Signs of decay: a state left, or announced it; one is
suspended; members stand in conflict with each other; a call for help was refused; members vote
alike less, or trade less, than others; either fell within five years.

``dying`` when a fifth of the members left, or said that they will, within ten years. ``living``
with two signs of life at least and more of life than of decay. ``idle`` otherwise. Gray (2018) put
52 % of international economic organisations at alive, 38 % at zombies, 10 % at dead, by other signs
(projects and staff); no source of meetings and acts is at hand here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daylight.bloc_profiles.records import Effect, Past, Sign, Verdict, Vitality
from daylight.bloc_profiles.trend import trends
from daylight.cohesion.measured import Measured
from daylight.cohesion.spells import IN_LAW, Row, holds, outlives
from daylight.core.lineages import lineage_of
from daylight.core.refs import in_text, ref_of
from daylight.say.lines import counted, listed
from daylight.say.numbers import fixed

YEARS = 10
DYING = 0.2
LIVING = 2
NAMED = 6
Calls = Sequence[Row]


def vitality(
    rows: Sequence[Row], day: date, found: Measured | None, past: Sequence[Past],
    quarrels: Sequence[str], calls: Calls | None, conflicts_to: int,
) -> Vitality:  # fmt: skip
    """Return the signs and the verdict.

    Parameters
    ----------
    rows : sequence of dict
        All spells of the bloc.
    day : date
    found : Measured or None
        What is measured of it in the last full year.
    past : sequence of Past
        What was measured of it in the years to that one.
    quarrels : sequence of str
        Pairs of members in conflict, in words.
    calls : sequence of dict or None
        Calls for help within ten years; None without their table.
    conflicts_to : int
        Last year in which disputes among all states are known.
    """
    since = day.replace(year=day.year - YEARS, day=min(day.day, 28))
    signs = (
        *_coming(rows, since, day),
        *_going(rows, since, day),
        *_quarrels(quarrels),
        *_calls(calls or ()),
        *_measured(found),
        *trends(past),
    )
    unknown = ["meetings and acts: no source is at hand"]
    unknown += [] if calls is not None else ["calls for help: the atlas has no list"]
    if day.year - 1 > conflicts_to:
        unknown.append(f"disputes among members after {conflicts_to}, but for wars and dated facts")
    return Vitality(signs, _verdict(signs, rows, since, day), tuple(unknown))


def _coming(rows: Sequence[Row], since: date, day: date) -> Iterator[Sign]:
    came = _names(row for row in _entries(rows) if since < row["start"] <= day)
    if came:
        yield Sign("joined", "life", len(came), f"{_told(came)} joined within ten years")
    live = [row for row in rows if holds(row, day)]
    waits = _names(row for row in live if row["status"] in ("candidate", "applicant"))
    if waits:
        verb = "waits" if len(waits) == 1 else "wait"
        yield Sign("waiting", "life", len(waits), f"{_told(waits)} {verb} to join")


def _going(rows: Sequence[Row], since: date, day: date) -> Iterator[Sign]:
    gone = _names(row for row in _exits(rows, day) if since < row["end"])
    if gone:
        yield Sign("left", "decay", len(gone), f"{_told(gone)} left within ten years")
    for status, text in (("withdrawing", "announced to leave"), ("suspended", "suspended")):
        who = _names(row for row in rows if holds(row, day) and row["status"] == status)
        if who:
            verb = "have" if status == "withdrawing" and len(who) > 1 else "has"
            verb = ("are" if len(who) > 1 else "is") if status == "suspended" else verb
            yield Sign(status, "decay", len(who), f"{_told(who)} {verb} {text}")


def _quarrels(quarrels: Sequence[str]) -> Iterator[Sign]:
    if quarrels:
        text = f"in conflict with each other: {'; '.join(quarrels[:NAMED])}"
        more = len(quarrels) - NAMED
        text += f"; {more} more pairs" if more > 0 else ""
        yield Sign("quarrels", "decay", len(quarrels), text)


def _calls(calls: Calls) -> Iterator[Sign]:
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


def _measured(found: Measured | None) -> Iterator[Sign]:
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


def _verdict(signs: Sequence[Sign], rows: Sequence[Row], since: date, day: date) -> Verdict:
    there = {lineage_of(int(r["cow"])) for r in rows if r["status"] in IN_LAW
             and r["start"] <= day and (r["end"] is None or r["end"] > since)}  # fmt: skip
    lost = sum(sign.count for sign in signs if sign.name in ("left", "withdrawing"))
    if there and lost / len(there) >= DYING:
        return "dying"
    life = sum(sign.speaks_for == "life" for sign in signs)
    return "living" if life >= LIVING and 2 * life > len(signs) else "idle"


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
