"""Ties side by side on a page."""

from __future__ import annotations

from daylight.bonds.written import place_text, spanned
from daylight.comparisons.apart import MEASURES, PLACE, quantity
from daylight.comparisons.chart import NAME, ties
from daylight.comparisons.lines import ABOUT, apart
from daylight.comparisons.records import Comparison
from daylight.comparisons.words import measure_name
from daylight.say.lines import capital
from daylight.show.blocks import Figure, Listing, Paragraph, Section, Table


def sections(comparison: Comparison) -> tuple[Section, ...]:
    """Return the section of a comparison."""
    names = tuple(f"{one.a.name} and {one.b.name}" for one in comparison.bonds)
    words = ("Stands as", *(one.relationship.word for one in comparison.bonds), "")
    rows = tuple(_row(comparison, what) for what in MEASURES)
    table = Table(
        f"Points of 100 in {comparison.year}, and place on the peace scale (90 % band)",
        ("Measure", *names, "Clearly apart"), (words, *rows), wide=True,
    )  # fmt: skip
    sources = tuple(source.id for source in comparison.sources)
    missing = f"None of the ties has a number in {comparison.year}."
    figure = Figure(NAME, ties(comparison), missing, table, sources)
    findings = tuple(f"{finding.text}." for finding in comparison.findings[1:])
    blocks = (figure, Listing(findings), Paragraph(ABOUT, "note"))
    return (Section("compare", "Side by side", comparison.findings[0].text, blocks),)


def _row(comparison: Comparison, what: str) -> tuple[str, ...]:
    write = place_text if what == PLACE else spanned
    cells = (write(quantity(one, what)) for one in comparison.bonds)
    return capital(measure_name(what)), *cells, apart(comparison, what)
