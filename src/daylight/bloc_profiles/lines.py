"""A bloc in plain lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daylight.accession.records import Prospect
from daylight.bloc_profiles.records import Bloc, Member
from daylight.bonds.records import Quantity
from daylight.measures.issues import title
from daylight.say.dates import partly
from daylight.say.lines import capital, row, wrap
from daylight.say.numbers import fixed, with_interval

NAME, CELL = 24, 14
SHOWN = 40
NO_INTERVAL = "too few for an interval"
YEARS, JOIN_SHOWN, LEAVE_SHOWN = 4, 8, 4
LISTS = (("Members", "members"), ("Looser", "looser"), ("Waiting", "waiting"),
         ("Spoken of", "contemplated"))  # fmt: skip


def lines(answer: Bloc) -> list[str]:
    """Return members, tether, cohesion and signs."""
    out = [*wrap(f"{described(answer)}."), ""]
    for head, name in LISTS:
        out += _listed(head, getattr(answer, name))
    if answer.left:
        told = [f"{one.state.name} (to {partly(one.until)})" for one in answer.left[:SHOWN]]
        out += wrap(f"Left: {', '.join(told)}.", 0, 2)
    out += ["", *_tether(answer), "", *_cohesion(answer), ""]
    out += wrap(f"SIGNS  {answer.vitality.verdict}")
    for sign in answer.vitality.signs:
        mark = "+" if sign.speaks_for == "life" else "-"
        out += wrap(f"{mark} {capital(sign.text)}.", 2, 2)
    return out + _next(answer)


def described(answer: Bloc) -> str:
    """Return the full name of the bloc, its kind and its beginning."""
    return f"{answer.name}: {answer.kind}, since {partly(answer.founded)}"


def _next(answer: Bloc) -> list[str]:
    found = answer.next
    if found is None or not found.join:
        return []
    out = ["", *wrap(f"NEXT  within {YEARS} years, of 100; of {found.of_join} states outside")]
    lists = (("may join", found.join, JOIN_SHOWN), ("may leave", found.leave, LEAVE_SHOWN))
    for head, there, most in lists:
        told = [_prospect(one) for one in there[:most]]
        if told:
            out += wrap(f"{head}: {'; '.join(told)}.", 2, 2)
    return out


def _prospect(one: Prospect) -> str:
    chance = next(w.chance for w in one.within if w.years == YEARS)
    if chance.value is None:
        return f"{one.state.name} not known"
    text = cell(Quantity(chance.value, chance.lo, chance.hi, "observed"), 1)
    return f"{one.rank}. {one.state.name} {text}"


def _listed(head: str, there: Sequence[Member]) -> list[str]:
    if not there:
        return []
    told = [_told(one) for one in there[:SHOWN]]
    more = len(there) - SHOWN
    told += [f"{more} more"] if more > 0 else []
    return wrap(f"{head}: {', '.join(told)}.", 0, 2)


def _told(one: Member) -> str:
    if one.status == "full":
        return f"{one.state.name} ({partly(one.since)})"
    if one.status == "contemplated" and one.note:
        return f"{one.state.name} ({partly(one.since)}: {one.note.partition(';')[0]})"
    return f"{one.state.name} ({one.status}, {partly(one.since)})"


def _tether(answer: Bloc) -> list[str]:
    if not answer.tether:
        return []
    hubs = ", ".join(hub.state.name for hub in answer.hubs)
    out = wrap(f"TETHER  hub: {hubs}; the others lean, of 100")
    out += row("", ("on the hub", "each other", "outsiders", "rank"), NAME, CELL)
    for one in answer.tether:
        cells = [cell(one.hub), cell(one.fellows), cell(one.outside)]
        cells += [f"{one.rank} of {one.of}" if one.rank else "-"]
        word = {"military": "by arms", "economic": "by trade", "political": "place in politics"}
        out += row(f"  {word[one.dimension]}", cells, NAME, CELL)
    return out


def _cohesion(answer: Bloc) -> list[str]:
    found = answer.cohesion
    out: list[str] = []
    if found.votes:
        out += wrap("VOTES ALIKE  of 100, and those of any two states")
        out += row("", ("members", "any two", "more", "groups as much"), NAME, CELL)
    for one in found.votes:
        excess = cell(one.excess)
        cells = (fixed(100 * one.agreement, 0), fixed(100 * one.chance, 0), excess,
                 f"{fixed(100 * one.as_much, 0)} of 100")  # fmt: skip
        out += row(f"  {capital(title(one.issue))}", cells, NAME, CELL)
    if found.trade is not None:
        trade = found.trade
        text = f"TRADE {trade.year}  {fixed(100 * trade.share, 0)} % with each other"
        if trade.ratio.lo is not None:
            ratio = with_interval(*ends(trade.ratio), 1)
            text += f"; {ratio} times that with outsiders, sizes and distance allowed for"
        out += wrap(f"{text}.", 0, 2)
    for joined in found.joining:
        what = "votes alike with members" if joined.outcome == "votes" else "trade with each member"
        change = cell(joined.difference, 1)
        text = (
            f"JOINING  {joined.n} joined: {what} {fixed(100 * joined.before, 1)} before, "
            f"{fixed(100 * joined.after, 1)} after of 100; against like states {change}"
        )
        out += wrap(f"{text}.", 0, 2)
    return out


def ends(value: Quantity) -> tuple[float | None, float | None, float | None]:
    """Return value and ends of a quantity."""
    return value.value, value.lo, value.hi


def cell(value: Quantity, digits: int = 0) -> str:
    """Write a part of one as a part of 100, with its interval; no number goes without one."""
    if value.value is not None and value.lo is None:
        return NO_INTERVAL
    return with_interval(_hundred(value.value), _hundred(value.lo), _hundred(value.hi), digits)


def _hundred(part: float | None) -> float | None:
    return None if part is None else 100 * part


def columns(answer: Bloc) -> dict[str, list[Any]]:
    """Return one row for each standing on the date, and each state that left."""
    there = [one for _, name in LISTS for one in getattr(answer, name)]
    gone = answer.left
    return {
        "bloc": [answer.request.bloc] * (len(there) + len(gone)),
        "state": [one.state.code for one in (*there, *gone)],
        "status": [*(one.status for one in there), *("left" for _ in gone)],
        "since": [str(one.since) for one in (*there, *gone)],
        "until": [*(None for _ in there), *(str(one.until) for one in gone)],
        "confirmed": [*(one.confirmed for one in there), *(None for _ in gone)],
        "citation": [one.citation for one in (*there, *gone)],
        "note": [one.note for one in (*there, *gone)],
    }
