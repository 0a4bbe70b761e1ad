"""A fact as a line for a terminal, and in the parts that a page shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from daylight.core.partial import PartialDate
from daylight.facts.records import Fact
from daylight.say import lines

ROOM = 14
"""Columns of the date."""
CALLED = {
    "atop": "ATOP", "blocs": "list of blocs", "council_vetoes": "UN", "council_votes": "UN",
    "dcad": "DCAD", "desta": "DESTA", "desta_2_3": "DESTA", "gsdb": "GSDB", "icb": "ICB",
    "icb_v16": "ICB", "iia": "UNCTAD", "mid": "MID", "mie": "MIE", "ucdp": "UCDP",
    "ukraine_support": "Kiel Institute",
}  # fmt: skip
"""Short names of sources; a fact of a list of our own is told by the page that it cites."""


def line(fact: Fact) -> list[str]:
    r"""Return a fact as lines: date, text and how it stands, sources; wrapped under the text.

    Examples
    --------
    >>> from datetime import date
    >>> day = date(2010, 6, 9)
    >>> print(*line(Fact(day, "day", None, None, "event", day, "council", 365,
    ...     "Russia votes for UN sanctions on Iran", 48, ("council_votes",), ())), sep="\n")
    9 Jun 2010    Russia votes for UN sanctions on Iran (UN)
    """
    text = f"{body(fact)} ({', '.join(told_by(fact))})"
    with_room = lines.wrap(text, indent=ROOM)
    first = f"{written(fact.when):<{ROOM}}{with_room[0].lstrip()}"
    return [first, *with_room[1:]]


def written(when: PartialDate) -> str:
    """Write a date in short, as far as it is known: ``9 Jun 2010``, ``Jun 2010`` or ``2010``."""
    day = when.first
    if when.precision == "year":
        return f"{day.year}"
    return f"{day:%b %Y}" if when.precision == "month" else f"{day.day} {day:%b %Y}"


def body(fact: Fact) -> str:
    """Return the text of a fact and how it stands, as a page shows it between date and sources."""
    return f"{fact.text}{standing(fact)}"


def links(fact: Fact) -> tuple[str, ...]:
    """Return the addresses that a fact cites, for a page."""
    return tuple(text for text in fact.citation if urlsplit(text).netloc)


def standing(fact: Fact) -> str:
    """Say how long a fact lasted: that it goes on, ended, or when it was last seen."""
    if fact.standing == "goes_on":
        return ", goes on"
    if fact.standing == "last_seen":
        return f", seen to {fact.held.year}"
    ended = fact.ended
    if ended is None or (ended.precision == "year" and _within(fact, ended.first)):
        return ""
    return "" if ended == fact.when else f", to {written(ended)}"


def _within(fact: Fact, year: date) -> bool:
    return fact.day.year == year.year


def told_by(fact: Fact) -> tuple[str, ...]:
    """Return what names each source in short, each once.

    Of a list of our own it is the page, or the data set, that the row cites.
    """
    names = [CALLED[name] for name in fact.source if name in CALLED]
    if len(names) < len(fact.source):
        names += [_place(text) for text in fact.citation if _place(text)]
    return tuple(dict.fromkeys(names)) or ("list of our own",)


def _place(citation: str) -> str:
    """Return the host of a page, or the name of a data set without its release."""
    host = urlsplit(citation).netloc.removeprefix("www.")
    return host or citation.split(" ")[0].rstrip(",")


def block(facts: Iterable[Fact]) -> list[str]:
    """Return the lines of several facts, in their order."""
    return [text for fact in facts for text in line(fact)]
