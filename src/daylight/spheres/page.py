"""A sphere on a page: the map, the tables, how it grew and shrank."""

from __future__ import annotations

from daylight.bonds.records import Quantity
from daylight.pulls.pulls import DIMENSIONS
from daylight.say.lines import capital
from daylight.say.numbers import fixed, with_interval
from daylight.show.blocks import Block, Figure, Fold, Paragraph, Section, Table
from daylight.show.ground import ground
from daylight.spheres.chart import NAME, sphere_time
from daylight.spheres.on_map import sphere_map
from daylight.spheres.records import Drawn, Rival, Sphere
from daylight.spheres.words import BY, RULE
from daylight.store.atlas import current
from daylight.store.older import holds


def sections(answer: Sphere) -> tuple[Section, ...]:
    """Return the section of the sphere, with a map where its atlas is the one in use."""
    blocks: list[Block] = []
    drawn = [one for one in answer.states if one.place != "outside"]
    table = _table("Within, and in part", drawn)
    atlas = current()
    if atlas.manifest.id == answer.request.atlas and holds(atlas.manifest, "shapes"):
        blocks.append(sphere_map(answer, ground(atlas, answer.as_of), table))
    else:
        blocks.append(table)
    rest = [one for one in answer.states if one.place == "outside"]
    blocks.append(Fold("All other states", (_short("No lead by arms or trade", rest),)))
    if answer.remains is not None and answer.remains.then:
        blocks.append(Paragraph(f"{capital(answer.finding('remains').text)}."))
    if any(one.about == "community" for one in answer.findings):
        blocks.append(Paragraph(f"{capital(answer.finding('community').text)}."))
    blocks.append(_reach(answer))
    blocks.append(Paragraph(RULE, "note"))
    return (Section("sphere", "Sphere", capital(answer.finding("within").text), tuple(blocks)),)


def _reach(answer: Sphere) -> Figure:
    rows = tuple(
        (str(one.year), str(one.within), f"{fixed(one.lo, 0)}-{fixed(one.hi, 0)}",
         str(one.military), str(one.political), str(one.economic))
        for one in reversed(answer.reach)
    )  # fmt: skip
    heads = ("Year", "Within", "90 %", "Leads by arms", "in politics", "by trade")
    return Figure(
        NAME,
        sphere_time(answer),
        "There are too few years with a lead on any state for a chart.",
        Table("Reach by year", heads, rows),
        tuple(source.id for source in answer.sources if "/reach" in source.supports),
    )


def _table(title: str, drawn: list[Drawn]) -> Table:
    heads = ("State", "Arms, of 100", "Politics", "Trade", "Leads by", "Others who draw it")
    rows = tuple(
        (
            one.state.name,
            *(_pull(getattr(one.pull, d)) for d in DIMENSIONS),
            ", ".join(BY[d] for d in one.leads),
            "; ".join(_rival(rival) for rival in one.rivals),
        )
        for one in drawn
    )
    return Table(title, heads, rows, wide=True)


def _short(title: str, drawn: list[Drawn]) -> Table:
    """Return the pulls alone, of those whom the power does not lead."""
    rows = tuple(
        (one.state.name, *(_pull(getattr(one.pull, d)) for d in DIMENSIONS)) for one in drawn
    )
    return Table(title, ("State", "Arms, of 100", "Politics", "Trade"), rows)


def _pull(pull: Quantity) -> str:
    value, lo, hi = (None if x is None else 100 * x for x in (pull.value, pull.lo, pull.hi))
    return with_interval(value, lo, hi, 0)


def _rival(rival: Rival) -> str:
    return f"{rival.state.name} by {BY[rival.dimension]} {fixed(100 * rival.value, 0)}"
