"""A sphere on a page: the map, the tables, how it grew and shrank."""

from __future__ import annotations

from daylight.pulls.pulls import DIMENSIONS
from daylight.say.lines import capital
from daylight.say.numbers import fixed
from daylight.show.blocks import Block, Fold, Paragraph, Section, Table
from daylight.spheres.lines import cell
from daylight.spheres.records import Drawn, Rival, Sphere
from daylight.spheres.words import BY, PLACES, RULE


def sections(answer: Sphere) -> tuple[Section, ...]:
    """Return the section of the sphere."""
    blocks: list[Block] = []
    for place, title in PLACES.items():
        mine = [one for one in answer.states if one.place == place]
        if mine:
            blocks.append(_table(title, mine))
    rest = [one for one in answer.states if one.place == "outside"]
    blocks.append(Fold("All other states", (_table("No lead", rest),)))
    blocks.append(Paragraph(RULE, "note"))
    return (Section("sphere", "Sphere", capital(answer.finding("within").text), tuple(blocks)),)


def _table(title: str, drawn: list[Drawn]) -> Table:
    heads = ("State", "Arms, of 100", "Politics", "Trade", "Leads by", "Others who draw it")
    rows = tuple(
        (
            one.state.name,
            *(cell(getattr(one.pull, d)) for d in DIMENSIONS),
            ", ".join(BY[d] for d in one.leads),
            "; ".join(_rival(rival) for rival in one.rivals),
        )
        for one in drawn
    )
    return Table(title, heads, rows, wide=True)


def _rival(rival: Rival) -> str:
    return f"{rival.state.name} by {BY[rival.dimension]} {fixed(100 * rival.value, 0)}"
