"""A watch list on a page."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.bonds.written import chance_text, named, spanned
from daylight.facts.lines import body, links, written
from daylight.facts.records import Fact
from daylight.say.dates import day
from daylight.say.lines import capital
from daylight.show.blocks import (
    Block,
    Dated,
    Fine,
    Link,
    Listing,
    Paragraph,
    Section,
    Subhead,
    Table,
    Words,
)
from daylight.watches.records import Leg, Watch
from daylight.watches.words import STANDS, change_text, leg_title


def sections(answer: Watch) -> tuple[Section, ...]:
    """Return the table of all ties, and what is new."""
    ties = Section("ties", answer.title or "Ties", _heading(answer), _tables(answer))
    if answer.since is None:
        return (ties,)
    news = Section("news", f"Since {day(answer.since.as_of)}", answer.finding("news").text,
                   tuple(_news(answer)))  # fmt: skip
    return (news, ties)


def _heading(answer: Watch) -> str:
    return answer.finding("ties").text


def _tables(answer: Watch) -> tuple[Block, ...]:
    legs = [leg for entry in answer.entries for leg in entry.legs]
    shown = [name for name in answer.watched if any(name in leg.now.values for leg in legs)]
    said = [name for name in answer.watched if any(name in leg.now.words for leg in legs)]
    heads = ("Pair", *(("Stands as" if name == STANDS else "Tie") for name in said),
             *(_head(name) for name in shown))  # fmt: skip
    rows = tuple(_row(leg, said, shown) for leg in legs)
    year = f"Values of {answer.request.year}: points of 100 and chances in 100, with 90 % bands"
    lost = [f"{one.label}: {one.problem}" for one in answer.entries if one.problem]
    notes = [f"{one.label}: {one.note}." for one in answer.entries if one.note]
    blocks: list[Block] = [Table(year, heads, rows, wide=True)] if rows else []
    blocks += [Listing(tuple(notes))] if notes else []
    blocks += [Paragraph(text, "missing") for text in lost]
    return tuple(blocks)


def _head(name: str) -> str:
    return {"p_rivalry": "Rivalry", "p_warm": "Warm peace"}.get(name, named(name).capitalize())


def _row(leg: Leg, said: list[str], shown: list[str]) -> tuple[str, ...]:
    now = leg.now
    cells = [now.words.get(name, "") for name in said]
    for name in shown:
        write = chance_text if name.startswith("p_") else spanned
        cells.append(write(now.values[name], "-"))
    return (leg_title(leg), *cells)


def _news(answer: Watch) -> Iterator[Block]:
    told: set[str] = set()
    for leg in (leg for entry in answer.entries for leg in entry.legs):
        title = leg_title(leg)
        if title in told or not (leg.changes or leg.facts or leg.untold):
            continue
        told.add(title)
        yield Subhead(title)
        if leg.untold:
            yield Paragraph(leg.untold, "missing")
        if leg.changes:
            yield Listing(tuple(capital(change_text(change)) for change in leg.changes))
        if leg.facts:
            yield Dated(tuple((written(f.when), f.day.isoformat(), _told(f)) for f in leg.facts))


def _told(fact: Fact) -> Words:
    """Return a fact with the pages that it cites in small print."""
    return (body(fact), *(part for a in links(fact) for part in (" ", Fine(Link("page", a)))))
