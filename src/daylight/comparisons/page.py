"""Ties side by side on a page."""

from __future__ import annotations

from daylight.bonds.records import Bond, DimensionResult
from daylight.comparisons.lines import ABOUT
from daylight.comparisons.records import Comparison
from daylight.say.absence import absence
from daylight.say.numbers import percent, position_text
from daylight.show.blocks import Listing, Paragraph, Section, Table


def sections(comparison: Comparison) -> tuple[Section, ...]:
    """Return the section of a comparison."""
    heads = ("Tie", "Military", "Political", "Economic", "Overall")
    table = Table(
        f"Position among all pairs in {comparison.year} (90 % interval)",
        heads,
        tuple(
            (f"{one.a.name} and {one.b.name}", *(_cell(d) for d in one.dimensions))
            for one in comparison.bonds
        ),
    )
    chances = Table(
        "Chance that the first tie is the stronger, by latent level, %",
        heads[:-1],
        tuple(_chances(comparison, k, one) for k, one in enumerate(comparison.bonds[1:])),
    )
    findings = tuple(f"{finding.text}." for finding in comparison.findings)
    blocks = (table, chances, Listing(findings), Paragraph(ABOUT, "note"))
    return (Section("compare", "Side by side", comparison.finding("stronger").text, blocks),)


def _cell(d: DimensionResult) -> str:
    if d.value is None:
        return absence(d.status, d.covered, d.year)
    return position_text(d.value, d.lo, d.hi)


def _chances(comparison: Comparison, k: int, one: Bond) -> tuple[str, ...]:
    chances = [row[k] for row in comparison.stronger.values()]
    return (
        f"{one.a.name} and {one.b.name}",
        *("not known" if p is None else percent(p) for p in chances),
    )
