"""What it would take to pull two states apart, on a page."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.endurance.rate_words import rate_text
from daylight.endurance.rates import HORIZONS
from daylight.say.lines import counted, listed
from daylight.say.numbers import fixed
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
from daylight.store.notes import of_tables
from daylight.wedges.assumed_lines import (
    WITHOUT,
    bound_text,
    break_even_text,
    chance_text,
    price_text,
    reply_text,
)
from daylight.wedges.chart import NAME, views, wedge_views
from daylight.wedges.lines import MARKS, item_text, pulls_of
from daylight.wedges.records import Wedge
from daylight.wedges.tried.records import Attempted
from daylight.wedges.tried_lines import attempt_text, came_text
from daylight.wedges.words import grouped, once_text, pair_text, ratio_text, stood_text


def sections(answer: Wedge) -> tuple[Section, ...]:
    """Return the section: the measured, the tried and the assumed."""
    first, *rest = answer.findings
    blocks: list[Block] = [Paragraph(" ".join(f"{f.text}." for f in rest))] if rest else []
    kicker = f"Could {answer.divider.name} pull them apart?"
    parts = (*blocks, *_chart(answer), *_measured(answer), *_tried(answer), *_assumed(answer))
    return (Section("wedge", kicker, first.text, parts),)


def _chart(answer: Wedge) -> Iterator[Block]:
    drawn = wedge_views(answer)
    if drawn is None:
        return
    rows = tuple(
        (label, *(f"{fixed(100 * part, 1)} %" for part in ends))
        for label, *ends, _ in views(answer)
    )
    table = Table("The three views", ("View", "Value", "From", "To"), rows)
    sources = tuple(dict.fromkeys(of_tables("tie_years", "breaks", "gains", "attempts")))
    yield Figure(NAME, drawn, "", table, sources, spare=True)


def _measured(answer: Wedge) -> Iterator[Block]:
    measured = answer.measured
    yield Subhead("How often: measured")
    if measured.horizons:
        if measured.position.stood is not None:
            yield Paragraph(stood_text(measured.position.stood), "note")
        rows = tuple(
            (counted(h, "year"), rate_text(c.broke), rate_text(c.to_divider), c.broke.basis)
            for h in HORIZONS
            if (c := measured.horizons.get(str(h))) is not None
        )
        heads = ("Within", "Broke", "And a gain with the divider seen", "Of")
        yield Table("Ties in the same position that broke", heads, rows)
    elif measured.reason:
        yield Paragraph(f"No rate by position: {measured.reason}.", "missing")
    if measured.precedents:
        texts = tuple(once_text(one) for one in grouped(measured.precedents))
        of = counted(measured.alike, "tie")
        yield Fold(f"What broke by the rule, of {of} in this position", (Listing(texts),))
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
            + "; ".join(item_text(item, answer.year) for item in one.items)
            for one in measured.leans
        )
        drawn = tuple(f"{who}, of 100: {told}" for who, told in pulls_of(answer))
        yield Fold("Who leans on whom", (Listing((*items, *drawn)),))


def _tried(answer: Wedge) -> Iterator[Block]:
    before = answer.tried
    yield Subhead("What was tried: a list, no sample")
    if before.offers:
        texts = tuple(_cited(one) for one in before.offers)
        names = [state.name for state in answer.request.states]
        yield Fold(f"Offers to draw {names[0]} from {names[1]}", (Listing(texts),))
    if before.nearest:
        near = tuple(_cited(one.attempt, one.differs) for one in before.nearest)
        yield Fold("Attempts nearest to this case", (Listing(near),))
    if before.rate:
        came = tuple(came_text(one) for one in before.rate)
        yield Fold("What came of attempts", (Listing(came),))
    contest = before.contest
    held = [one for one in contest.rates if one.value is not None] if contest else []
    if held:
        rows = tuple(
            (one.period, f"{one.exits} of {one.state_years}",
             f"{fixed(100 * (one.value or 0.0), 1)} % ({fixed(100 * (one.lo or 0.0), 1)} to "
             f"{fixed(100 * (one.hi or 0.0), 1)})")
            for one in held
        )  # fmt: skip
        table = Table(
            "Recognition of Taipei given up, a year: the one contest in which both bidders are "
            "known", ("Period", "Left, of state-years", "A year"), rows,
        )  # fmt: skip
        yield Fold("Peking against Taipei, apart from the rest", (table,))


def _cited(one: Attempted, differs: tuple[str, ...] = ()) -> Words:
    more = f"; differs in {listed(differs)}" if differs else ""
    source: str | Link = Link(one.citation, one.url) if one.url else one.citation
    return (f"{attempt_text(one)}{more}. [", Fine(source), "]")


def _assumed(answer: Wedge) -> Iterator[Block]:
    found = answer.assumed
    yield Subhead("What would have to be true: your assumptions")
    if answer.tried.bounds:
        yield Listing(tuple(bound_text(one) for one in answer.tried.bounds))
    if found is None:
        yield Paragraph(WITHOUT, "note")
        return
    yield Paragraph(f"{chance_text(found, answer.anchor)} {reply_text(found)} {price_text(found)}")
    tips = tuple(break_even_text(one) for one in found.break_even)
    yield Fold(f"What would tip it, in {found.unit}", (Listing(tips),))
    given = tuple(
        (one.label, *(("-" if x is None else f"{x:g}") for x in (one.low, one.likely, one.high)))
        for one in found.given
    )
    table = Table("Assumed", ("Input", "Low", "Likely", "High"), given)
    yield Fold("What was assumed", (table,))
