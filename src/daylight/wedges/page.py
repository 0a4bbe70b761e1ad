"""What it would take to pull two states apart, on a page."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.endurance.rates import HORIZONS
from daylight.endurance.words import rate_text
from daylight.say.lines import counted
from daylight.show.blocks import Block, Fold, Listing, Paragraph, Section, Subhead, Table
from daylight.wedges.lines import MARKS
from daylight.wedges.records import Wedge
from daylight.wedges.words import pair_text, precedent_text, ratio_text


def sections(answer: Wedge) -> tuple[Section, ...]:
    """Return the section: the measured, the tried and the assumed."""
    first, *rest = answer.findings
    blocks: list[Block] = [Paragraph(" ".join(f"{f.text}." for f in rest))] if rest else []
    kicker = f"Could {answer.divider.name} pull them apart?"
    return (Section("wedge", kicker, first.text, (*blocks, *_measured(answer))),)


def _measured(answer: Wedge) -> Iterator[Block]:
    measured = answer.measured
    yield Subhead("How often: measured")
    if measured.horizons:
        rows = tuple(
            (counted(h, "year"), rate_text(c.broke), rate_text(c.to_divider), c.broke.basis)
            for h in HORIZONS
            if (c := measured.horizons.get(str(h))) is not None
        )
        heads = ("Within", "Broke", "Towards the divider", "Of")
        yield Table("Ties in the same position that broke", heads, rows)
    elif measured.reason:
        yield Paragraph(f"No rate by position: {measured.reason}.", "missing")
    if measured.precedents:
        texts = tuple(precedent_text(one) for one in measured.precedents)
        of = counted(measured.alike, "triad")
        yield Fold(f"What broke, of {of} in this position", (Listing(texts),))
    if measured.conditions:
        told = tuple(
            (one.text, MARKS[one.met], ratio_text(one), one.effect, one.theory)
            for one in measured.conditions
        )
        names = ("Condition", "Here", "Breaks, with against without", "Effect", "Theory says")
        table = Table("Conditions that theory names", names, told, wide=True)
        yield Fold("Conditions met and unmet", (table,))
    if measured.leans:
        items = tuple(
            f"{pair_text(one)}: {one.word or 'not in the ledgers'}. "
            + "; ".join(f"{title}: {says}" for title, says in one.items)
            for one in measured.leans
        )
        yield Fold("Who leans on whom", (Listing(items),))
