"""Blocs of two states on a page."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.pulls.pulls import DIMENSIONS
from daylight.say.dates import partly
from daylight.shared_blocs.caveats import UNSEEN
from daylight.shared_blocs.records import BlocTie, BlocTies, Membership
from daylight.shared_blocs.words import bloc_name, standing
from daylight.show.blocks import (
    Block,
    Fine,
    Fold,
    Link,
    Listing,
    Paragraph,
    Section,
    Strong,
    Subhead,
    Table,
    Words,
)
from daylight.spheres.lines import cell


def sections(ties: BlocTies) -> tuple[Section, ...]:
    """Return the section of blocs."""
    return (Section("blocs", "Blocs", ties.finding("blocs").text, tuple(_blocks(ties))),)


def _blocks(ties: BlocTies) -> Iterator[Block]:
    groups = _groups(ties)
    if not groups:
        yield Paragraph("No bloc in the table had either state on this date.", "missing")
    for head, members, alone in groups:
        yield Subhead(head)
        text = f"{'; '.join(_named(tie) for tie in members)}."
        yield Paragraph(text, "more" if alone else "")
        items = tuple(_cited(tie) for tie in members)
        yield Fold(f"Dates and sources: {head}", (Listing(items),))
    if ties.spheres:
        yield Subhead("In whose sphere each lies")
        yield _spheres(ties)


def _spheres(ties: BlocTies) -> Table:
    heads = ("State", "Drawn by", "Arms, of 100", "Politics", "Trade", "Place")
    rows = tuple(
        (one.drawn.state.name, one.power.name,
         *(cell(getattr(one.drawn.pull, d)) for d in DIMENSIONS), one.drawn.place)
        for one in ties.spheres
    )  # fmt: skip
    caption = "Parts of 100 of a state's strength and arms, and of its trade; a place among states"
    return Table(caption, heads, rows)


def _groups(ties: BlocTies) -> list[tuple[str, tuple[BlocTie, ...], bool]]:
    """Return the lists of blocs that have members, with heading, and whether of one state only."""
    power = ties.request.divider.name if ties.request.divider else ""
    groups = [
        ("Shared, both members", ties.shared, False),
        ("Both have a standing, not both as members", ties.looser, False),
        (f"{ties.a.name} only", ties.first, True),
        (f"{ties.b.name} only", ties.second, True),
        ("Not in yet, and the other is", ties.hoped, False),
        (f"Shared with {power}", ties.outside, False),
    ]
    return [(head, members, alone) for head, members, alone in groups if members]


def _named(tie: BlocTie) -> str:
    if tie.relation == "shared":
        return bloc_name(tie)
    each = ", ".join(f"{m.state.name} {standing(m.standing)}" for m in tie.memberships)
    return f"{bloc_name(tie)}: {each}"


def _cited(tie: BlocTie) -> Words:
    parts: list[str | Link | Strong | Fine] = [Strong(bloc_name(tie)), f", {tie.kind}. "]
    for k, member in enumerate(tie.memberships):
        parts += [_since(member), " [", Fine(_citation(member)), "]"]
        parts.append("." if k == len(tie.memberships) - 1 else "; ")
    return tuple(parts)


def _since(member: Membership) -> str:
    text = f"{member.state.name}: {standing(member.standing)} since {partly(member.since)}"
    text += " (not confirmed)" if member.confirmed in UNSEEN else ""
    return f"{text}; {member.note}" if member.note else text


def _citation(member: Membership) -> str | Link:
    web = member.citation.startswith(("http://", "https://"))
    return Link("source", member.citation) if web else member.citation
