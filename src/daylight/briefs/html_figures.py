"""The figures of the page: each chart with its data as a table, or why it is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from daylight.bonds.records import Bond, ComponentResult, DimensionResult, Neighbour
from daylight.briefs.charts.bond_position import bond_position
from daylight.briefs.charts.bond_time import bond_time
from daylight.briefs.charts.issues import issues, rows, said
from daylight.briefs.charts.kappa_time import kappa_time, series
from daylight.briefs.html_view import Figure, Table
from daylight.briefs.phrases import absence
from daylight.briefs.records import Brief, SourceNote
from daylight.divergences.records import Divergence
from daylight.measures.numbers import estimate_text, position_text

VOTES = ("un_votes_voeten", "un_votes_resolutions")
MOST_NAMED = 6
"""More sources than this are given under a chart by number only."""


def position_figure(brief: Brief) -> Figure:
    """Where the pair stands among all pairs."""
    bond = brief.bond
    return Figure(
        name="bond-position",
        chart=bond_position(bond),
        missing=f"No dimension of this tie has a value for {bond.year}, so no position is shown.",
        table=Table(
            f"Position among all pairs in {bond.year}, with the nearest pairs",
            ("Dimension", "Position (90 % interval)", "Rank", "Just above", "Just below"),
            tuple(_position_row(d) for d in bond.dimensions),
        ),
        sources=_bond_sources(brief),
    )


def time_figure(brief: Brief) -> Figure:
    """How the bond moved."""
    bond = brief.bond
    return Figure(
        name="bond-time",
        chart=bond_time(bond),
        missing=f"No year up to {bond.year} has a value for this pair, so no line is drawn.",
        table=Table(
            "Position by year (90 % interval)",
            ("Year", *(d.dimension.capitalize() for d in bond.dimensions)),
            tuple(_year_rows(bond)),
        ),
        sources=_bond_sources(brief),
    )


def issues_figure(brief: Brief) -> Figure:
    """Where the two part, by issue."""
    gap = brief.divergence
    first, last = gap.window
    table = Table(
        f"Recorded UN votes by issue, {first} to {last}",
        ("Issue", "Kappa (90 % interval)", "Same vote (90 % interval)", "Common votes", "Held"),
        tuple(
            (
                label[0].upper() + label[1:],
                said(g).split(", n = ")[0],
                estimate_text("vote_agreement", g.agreement) if g.n else "no common votes",
                f"{g.n:,}",
                f"{g.held:,}",
            )
            for label, g, _ in rows(gap)
        ),
    )
    return Figure("issues", issues(gap), no_votes(gap), table, _named(brief, VOTES))


def kappa_figure(brief: Brief) -> Figure:
    """How agreement moved over all votes."""
    gap = brief.divergence
    table = Table(
        "All recorded UN votes, by year",
        ("Year", "Kappa (90 % interval)", "Same vote (90 % interval)", "Common votes"),
        tuple(
            (
                str(g.year),
                estimate_text("vote_kappa", g.kappa),
                estimate_text("vote_agreement", g.agreement),
                f"{g.kappa.n or 0:,}",
            )
            for g in series(gap)
        ),
    )
    missing = "Fewer than two years have a kappa over all votes, so no line is drawn."
    return Figure("kappa-time", kappa_time(gap), missing, table, _named(brief, VOTES))


def distance_table(gap: Divergence) -> Table | None:
    """How far apart the two stand on each scale, all on one metric."""
    if not gap.positions:
        return None
    return Table(
        f"Distance between their positions in {gap.positions[0].year}, in standard deviations of "
        f"one scale",
        ("Votes", "Distance (90 % interval)", "Pairs nearer, % (90 % interval)", "Votes cast"),
        tuple(
            (
                p.title[0].upper() + p.title[1:],
                estimate_text("ideal_point_gap", p.gap),
                position_text(p.percentile.value, p.percentile.lo, p.percentile.hi),
                f"{p.gap.n or 0:,}",
            )
            for p in gap.positions
        ),
    )


def no_votes(gap: Divergence) -> str:
    """Say why there is nothing to compare."""
    first, last = gap.window
    if last < gap.covered[0]:
        return f"No UN votes before {gap.covered[0]}."
    if gap.overall.n == 0:
        return f"No recorded UN vote of {first} to {last} in which both took part."
    return f"No issue has votes that vary enough for a kappa in {first} to {last}."


def _position_row(d: DimensionResult) -> tuple[str, ...]:
    name = d.dimension.capitalize()
    if d.value is None:
        return (name, absence(d.status, d.covered, d.year), "none", "none", "none")
    rank = f"{d.rank or 0:,} of {d.of or 0:,}"
    return (name, position_text(d.value, d.lo, d.hi), rank, _near(d.above), _near(d.below))


def _near(neighbours: Iterable[Neighbour]) -> str:
    return "; ".join(f"{n.a.name} and {n.b.name}" for n in neighbours) or "none"


def _year_rows(bond: Bond) -> Iterable[tuple[str, ...]]:
    by_year = [{p.year: p for p in d.history} for d in bond.dimensions]
    for year in sorted({year for each in by_year for year in each}, reverse=True):
        points = [each.get(year) for each in by_year]
        yield (str(year), *("none" if p is None else position_text(p.value, p.lo, p.hi)
                            for p in points))  # fmt: skip


def _bond_sources(brief: Brief) -> str:
    return _named(brief, _ids(c for d in brief.bond.dimensions for c in d.components))


def _ids(components: Iterable[ComponentResult]) -> list[str]:
    """Return the ids of the sources behind components, once each."""
    return list(dict.fromkeys(source for c in components for source in c.sources))


def _named(brief: Brief, ids: Iterable[str]) -> str:
    """Name the sources under a chart, numbered as in the list at the end of the page."""
    wanted = set(ids)
    named = [(n, s) for n, s in enumerate(brief.sources, start=1) if s.id in wanted]
    if len(named) > MOST_NAMED:
        return f"{len(named)} sources, listed at the end: {', '.join(f'[{n}]' for n, _ in named)}"
    return "; ".join(f"{short(s)} [{n}]" for n, s in named)


def short(source: SourceNote) -> str:
    """Name a source in a few words: its title up to the first comma or bracket."""
    return re.split(r",| \(", source.title)[0]
