"""Ties that were like one, on a page."""

from __future__ import annotations

from daylight.analogies.records import Analogues, Profile
from daylight.analogies.words import about, became_text
from daylight.bonds.written import named, place_text, spanned
from daylight.say.lines import capital
from daylight.say.numbers import fixed
from daylight.show.blocks import Block, Paragraph, Section, Table
from daylight.store.schemas.ledgers import LEDGERS


def sections(analogues: Analogues) -> tuple[Section, ...]:
    """Return the section of analogues: what became of them, and their numbers."""
    finding = analogues.finding("nearest").text
    note = Paragraph(about(analogues.error), "note")
    if not analogues.nearest:
        return (Section("analogues", "Most alike", finding, (note,)),)
    blocks: tuple[Block, ...] = (_became(analogues), _numbers(analogues), note)
    return (Section("analogues", "Most alike", finding, blocks),)


def _became(analogues: Analogues) -> Block:
    rows = tuple(
        (
            f"{one.a.name} and {one.b.name}",
            str(one.year),
            fixed(one.distance, 1),
            one.profile.word,
            *(became_text(later) for later in one.later),
        )
        for one in analogues.nearest
    )
    steps = (f"{later.years} years on" for later in analogues.nearest[0].later)
    heads = ("Pair", "Year", "Distance, points", "Stood as", *map(capital, steps))
    return Table("The nearest pairs, and what became of them", heads, rows, wide=True)


def _numbers(analogues: Analogues) -> Block:
    own = (f"{analogues.a.name} and {analogues.b.name}", str(analogues.profile_year),
           *_cells(analogues.profile))  # fmt: skip
    rows = tuple(
        (f"{one.a.name} and {one.b.name}", str(one.year), *_cells(one.profile))
        for one in analogues.nearest
    )
    heads = ("Pair", "Year", *(capital(named(name)) for name in LEDGERS), "Place")
    caption = "Points of 100, and place on the peace scale (90 % band)"
    return Table(caption, heads, (own, *rows), wide=True)


def _cells(profile: Profile) -> tuple[str, ...]:
    return *(spanned(profile.ledgers[name]) for name in LEDGERS), place_text(profile.place)
