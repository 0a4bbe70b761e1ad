"""Ideal points on a page."""

from __future__ import annotations

from daylight.positions.lines import DECIMALS, ranked
from daylight.positions.records import IdealPoints
from daylight.positions.words import ABOUT, name_of, shown_year, which
from daylight.say.lines import capital
from daylight.say.numbers import with_interval
from daylight.show.blocks import Block, Paragraph, Section, Table


def sections(points: IdealPoints) -> tuple[Section, ...]:
    """Return the section of ideal points: every state in one year."""
    year = shown_year(points.positions, points.full)
    blocks: list[Block] = [
        Paragraph(f"{capital(which(points.votes, points.issue))}; {ABOUT[points.kind]}.")
    ]
    if year is None:
        missing = f"No ideal points for {points.start} to {points.end}."
        blocks.append(Paragraph(missing, "missing"))
    else:
        rows = tuple(
            (name_of(p), with_interval(p.theta, p.lo, p.hi, DECIMALS), f"{p.n_votes}")
            for p in ranked(points.positions, year)
        )
        heads = ("State", "Position (90 % interval)", "Votes")
        blocks.append(Table(f"Ideal points in {year}, highest first", heads, rows))
    if points.comparison:
        blocks.append(Paragraph(str(points.comparison), "note"))
    return (Section("ideal-points", "Ideal points", points.finding("ends").text, tuple(blocks)),)
