"""A bloc on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.bloc_profiles.chart import CHARTS, past_time
from daylight.bloc_profiles.lines import LISTS, cell, described, ends
from daylight.bloc_profiles.records import Bloc, Member, Next
from daylight.bonds.records import Quantity
from daylight.measures.issues import title
from daylight.say.dates import partly
from daylight.say.lines import capital, counted
from daylight.say.numbers import fixed, with_interval
from daylight.show.blocks import (
    Block,
    Figure,
    Fine,
    Fold,
    Link,
    Listing,
    Paragraph,
    Section,
    Subhead,
    Table,
    Words,
)


def sections(answer: Bloc) -> tuple[Section, ...]:
    """Return members, tether, cohesion and signs of life."""
    parts = [
        Section(
            "members", "Members", capital(answer.finding("members").text), tuple(_members(answer))
        )
    ]
    if answer.tether:
        parts.append(Section("tether", "Tether", _said(answer, "hubs"), tuple(_tether(answer))))
    if answer.cohesion.agreement is not None or answer.cohesion.trade:
        about = "votes" if answer.cohesion.agreement is not None else "trade"
        parts.append(
            Section("cohesion", "Cohesion", _said(answer, about), tuple(_cohesion(answer)))
        )
    parts.append(
        Section("vitality", "Signs of life", _said(answer, "vitality"), tuple(_signs(answer)))
    )
    if answer.next is not None and answer.next.join:
        parts.append(Section("next", "Next", _said(answer, "next"), tuple(_next(answer.next))))
    return tuple(parts)


def _said(answer: Bloc, about: str) -> str:
    return capital(answer.finding(about).text)


def _members(answer: Bloc) -> Iterator[Block]:
    yield Paragraph(f"{described(answer)}.")
    for head, name in LISTS:
        there: tuple[Member, ...] = getattr(answer, name)
        if there:
            yield Paragraph(f"{head}: {', '.join(_named(one) for one in there)}.")
            yield Fold(f"Dates and sources: {head.lower()}", (Listing(_cited(there)),))
    if answer.left:
        rows = tuple(
            (one.state.name, partly(one.since), partly(one.until), one.note or "")
            for one in answer.left
        )
        yield Fold("Who left", (Table("Members that left", ("State", "From", "To", "Note"), rows),))


def _named(one: Member) -> str:
    plain = one.status in ("full", "contemplated")
    return one.state.name if plain else f"{one.state.name} ({one.status})"


def _cited(there: Sequence[Member]) -> tuple[Words, ...]:
    items: list[Words] = []
    for one in there:
        text = f"{_named(one)}, since {partly(one.since)}"
        text += f", signed {partly(one.signed)}" if one.signed else ""
        text += " (not confirmed)" if one.confirmed == "unconfirmed" else ""
        text += f"; {one.note}" if one.note else ""
        web = one.citation.startswith(("http://", "https://"))
        source = Link("source", one.citation) if web else one.citation
        items.append((f"{text} [", Fine(source), "]."))
    return tuple(items)


def _tether(answer: Bloc) -> Iterator[Block]:
    heads = ("", "On the hub", "On each other", "On outsiders", "Outsider with most", "Rank")
    rows = tuple(
        (
            one.dimension, cell(one.hub), cell(one.fellows), cell(one.outside),
            one.outsider.name if one.outsider else "",
            f"{one.rank} of {one.of}" if one.rank else "",
        )
        for one in answer.tether
    )  # fmt: skip
    yield Table("How the other members lean, of 100; in politics, places among states", heads, rows)
    yield Subhead(CHARTS["hub_share"])
    yield _past(answer, "hub_share")


def _cohesion(answer: Bloc) -> Iterator[Block]:
    found = answer.cohesion
    heads = (
        "Votes on",
        "Members alike, of 100",
        "Any two states",
        "More",
        "Groups as much",
        "Votes",
    )
    rows = tuple(
        (
            capital(title(one.issue)), fixed(100 * one.agreement, 0), fixed(100 * one.chance, 0),
            cell(one.excess), f"{fixed(100 * one.as_much, 0)} of 100", f"{one.calls:,}",
        )
        for one in found.votes
    )  # fmt: skip
    if rows:
        yield Table("UN votes of three years, parts of 100", heads, rows, wide=True)
    if found.trade is not None and found.trade.ratio.lo is not None:
        ratio = with_interval(*ends(found.trade.ratio), 1)
        yield Paragraph(
            f"Trade of {found.trade.year}: {fixed(100 * found.trade.share, 0)} % with each other; "
            f"{ratio} times that with outsiders, once sizes and distance are allowed for."
        )
    joined = tuple(
        (
            one.outcome, str(one.n), *(fixed(100 * x, 1) for x in (one.before, one.after)),
            *(fixed(100 * x, 1) for x in (one.like_before, one.like_after)),
            cell(one.difference, 1),
        )
        for one in found.joining
    )  # fmt: skip
    if joined:
        columns = ("Of 100", "Joined", "Before", "After", "Like before", "Like after", "Difference")
        yield Table("Five years before and after joining", columns, joined, wide=True)
    yield Subhead(CHARTS["excess"])
    yield _past(answer, "excess")


def _next(found: Next) -> Iterator[Block]:
    years = [one.years for one in found.join[0].within]
    heads = (
        "Rank",
        "State",
        *(counted(n, "year") for n in years),
        "Points",
        "Standing",
        "Capital, km",
    )
    for caption, there in (("May join, of 100", found.join), ("May leave, of 100", found.leave)):
        rows = tuple(
            (str(one.rank), one.state.name,
             *(cell(Quantity(w.chance.value, w.chance.lo, w.chance.hi, "observed"), 1)
               for w in one.within),
             str(one.given.points), one.given.standing, str(one.given.km or "-"))
            for one in there
        )  # fmt: skip
        if rows:
            yield Table(caption, heads, rows, wide=True)
    texts = tuple(one.text for one in found.basis) + found.unknown
    yield Fold("What the chances rest on", (Listing(texts),))


def _past(answer: Bloc, what: str) -> Figure:
    rows = tuple(
        (str(one.year), cell(Quantity(one.value, one.lo, one.hi, "observed")),
         one.state.name if one.state else "")
        for one in reversed(answer.history)
        if one.what == what
    )  # fmt: skip
    table = Table(f"{CHARTS[what]}, by year", ("Year", "Of 100", "Member"), rows)
    sources = tuple(s.id for s in answer.sources if "/history" in s.supports)
    missing = "There are too few years for a chart."
    return Figure(f"bloc-{what}", past_time(answer, what), missing, table, sources)


def _signs(answer: Bloc) -> Iterator[Block]:
    words = {"life": "of life", "decay": "of decay"}
    rows = tuple(
        (sign.name.replace("_", " "), words[sign.speaks_for], capital(sign.text))
        for sign in answer.vitality.signs
    )
    yield Table("Signs", ("Sign", "Speaks", "What"), rows)
    yield Paragraph(f"Not seen: {'; '.join(answer.vitality.unknown)}.", "note")
