"""Ties that were like one, on a page."""

from __future__ import annotations

from daylight.analogies.records import Analogues
from daylight.analogies.words import about
from daylight.say.lines import capital
from daylight.say.numbers import fixed
from daylight.show.blocks import Paragraph, Section, Table


def sections(analogues: Analogues) -> tuple[Section, ...]:
    """Return the section of analogues."""
    own = (
        f"{analogues.a.name} and {analogues.b.name}",
        str(analogues.profile_year),
        *(fixed(analogues.levels[d], 1) for d in analogues.dimensions),
        "0",
    )
    rows = tuple(
        (
            f"{one.a.name} and {one.b.name}",
            str(one.year),
            *(fixed(one.levels[d], 1) for d in analogues.dimensions),
            fixed(one.distance, 2),
        )
        for one in analogues.nearest
    )
    heads = ("Pair", "Year", *map(capital, analogues.dimensions), "Distance")
    table = Table("Latent levels of the nearest pairs, in standard deviations", heads, (own, *rows))
    note = Paragraph(about(analogues.error), "note")
    return (Section("analogues", "Most alike", analogues.finding("nearest").text, (table, note)),)
