"""Treaties with a promise (ATOP), and promises of the curated list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, groupby
from typing import Any

from daylight.sources.atop.members import LAST_YEAR
from daylight.sources.kit.load import Tables
from daylight.tables.facts import weights
from daylight.tables.facts.memberships import DEFENCE
from daylight.tables.facts.row import (
    BOTH,
    Day,
    FactRow,
    fact,
    fitting,
    in_month,
    in_year,
    known,
    of_two,
    on,
)

MOST = 25
"""Members of a treaty above which it says little of two of them. NATO and the European Union
have more; the blocs have them, with the days on which states joined."""
MANY = 10
"""Members above which a promise of defence binds two of them less."""
OPEN_TO = date(LAST_YEAR, 12, 31)
PROMISES = {
    "defense": "defence", "offense": "joint attack", "neutral": "neutrality",
    "nonagg": "non-aggression", "consul": "consultation",
}  # fmt: skip
SUPPORT = ("defense", "offense")
WEIGHT_OF = {"neutral": "neutrality", "consul": "consultation", "nonagg": "nonaggression"}
LISTED_TO = date(2025, 12, 31)
STEM = 7
"""Letters of a word by which a title is seen to say the same."""
TERMS = {
    "defence": "defence", "consultation": "consultation", "no_aid": "no help to an attacker",
    "nonaggression": "non-aggression",
}  # fmt: skip
Row = dict[str, Any]


def treaties(atop: Tables, blocs: Tables) -> Iterator[FactRow]:
    """Yield a fact for each two members of a treaty at the same time, to the day or year.

    Broad pledges, treaties of more than :data:`MOST` members, and those that founded a bloc with
    a promise of defence give none: the blocs know the day on which a state joined, and ATOP the
    year.
    """
    broad = set(atop["broad_pledges"]["atopid"])
    founding = {
        date.fromisoformat(row["founded"])
        for row in blocs["blocs"].iter_rows(named=True)
        if row["bloc"] in DEFENCE
    }
    kept = {
        row["atopid"]: row
        for row in atop["treaties"].iter_rows(named=True)
        if row["atopid"] not in broad
        and row["members"] <= MOST
        and (row["members"] == 2 or row["start"] not in founding)
    }
    spells = atop["treaty_members"].sort("atopid", "member", "entry").iter_rows(named=True)
    for number, members in groupby(spells, key=lambda row: row["atopid"]):
        if number in kept:
            for one, other in combinations(members, 2):
                if one["member"] != other["member"]:
                    yield from _shared(kept[number], one, other)


def _shared(treaty: Row, one: Row, other: Row) -> Iterator[FactRow]:
    entry = max(one["entry"], other["entry"])
    exits = [row["exit"] for row in (one, other) if row["exit"] is not None]
    if exits and min(exits) < entry:
        return
    start = _day(treaty["start"], entry, first=True)
    until = _day(treaty["end"], min(exits), first=False) if exits else None
    if until and until.last < start.first:
        until = in_year(min(exits))
    text, weight = _text(treaty, one, other, start)
    yield fact(
        one["member"], other["member"], start, "promise", text, weight, "atop",
        until=until, open_to=OPEN_TO, citation=f"ATOP 5.1, atopid {treaty['atopid']}",
    )  # fmt: skip


def _day(of_treaty: date | None, year: int, first: bool) -> Day:
    """Return the day of the treaty where it is of that year, else the year.

    The source gives the first or last day of a month where it knows no day.
    """
    if of_treaty is None or of_treaty.year != year:
        return in_year(year)
    month = in_month(of_treaty)
    vague = of_treaty == (month.first if first else month.last)
    return month if vague else on(of_treaty)


def _text(treaty: Row, one: Row, other: Row, day: Day) -> tuple[str, int]:
    """Say what the two promise each other, and how much a reader needs it."""
    what = "treaty" if treaty["members"] == 2 else f"pact of {treaty['members']} states"
    either = [k for k in PROMISES if one[k] or other[k]]
    support = [k for k in SUPPORT if k in either]
    if not support:
        words = ", ".join(PROMISES[k] for k in either)
        least = max((weights.PROMISE[WEIGHT_OF[k]] for k in either), default=0)
        weight = least if treaty["members"] == 2 and least else weights.PROMISE["loose_of_many"]
        return fitting(f"{what}: {words}; no support promised", f"{what}: {words}"), weight
    weight = weights.PROMISE["defence" if treaty["members"] <= MANY else "defence_of_many"]
    rest = "".join(f", {PROMISES[k]}" for k in either if k not in SUPPORT)
    words = ", ".join(PROMISES[k] for k in support)
    giver, taker = (one, other) if any(one[k] for k in support) else (other, one)
    if any(taker[k] for k in support) or treaty["members"] > 2:
        return fitting(f"{what}: {words}{rest}", f"{what}: {words}"), weight
    pair = giver["member"], taker["member"]
    form = f"{what}: {{One}} promises {words} to {{other}}"
    return fitting(*of_two(form + rest, *pair, day)[:1], *of_two(form, *pair, day)), weight


def curated(defence: Tables) -> Iterator[FactRow]:
    """Yield a fact for each promise of the list, and one for its entry into force."""
    for row in defence["facts"].iter_rows(named=True):
        if row["kind"] != "promise":
            continue
        pair, title = (row["cow"], row["partner"]), row["title"]
        terms, weight = TERMS[row["terms"]], weights.PROMISE[row["terms"]]
        long = title if terms[:STEM] in title else f"{title}: {terms}"
        actor = BOTH if row["mutual"] else row["cow"]
        yield fact(
            *pair, start_of(row), "promise", fitting(long, title), weight,
            "defence_facts", until=end_of(row), open_to=LISTED_TO, actor=actor,
            citation=row["citation"],
        )  # fmt: skip
        day = row["in_force"]
        if day and day != row["start"]:
            # the list keeps no precision of it: a first of the month may stand for the month
            when = in_month(day) if day.day == 1 else on(day)
            yield fact(
                *pair, when, "promise", fitting(f"in force: {title}", title), weights.IN_FORCE,
                "defence_facts", actor=actor, citation=row["citation"],
            )  # fmt: skip


def start_of(row: Row) -> Day:
    """Return the start of a curated fact as far as it is known."""
    return known(row["start"], row["start_precision"])


def end_of(row: Row) -> Day | None:
    """Return the end of a curated fact as far as it is known; None where it has none."""
    return known(row["end"], row["end_precision"]) if row["end"] else None
