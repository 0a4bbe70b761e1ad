"""A divergence on a page."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.divergences.charts.issues import issues, rows, said
from daylight.divergences.charts.kappa_time import kappa_time, series
from daylight.divergences.records import Divergence
from daylight.divergences.words import no_votes, record_text
from daylight.say.lines import capital, counted
from daylight.say.numbers import estimate_text, position_text
from daylight.show.blocks import Block, Figure, Paragraph, Section, Subhead, Table
from daylight.store.notes import of_tables

KAPPA = "Kappa (90 % interval)"
SAME = "Same vote (90 % interval)"
ABOUT_DISTANCES = (
    "Positions are estimated from votes to the end of the year, each issue from its own votes, and "
    "put on scales with one mean and standard deviation. Important votes are those the US State "
    "Department listed."
)


def sections(divergence: Divergence) -> tuple[Section, ...]:
    """Return the section of a divergence."""
    finding = divergence.finding("closeness").text
    return (Section("daylight", "Daylight", finding, tuple(_blocks(divergence))),)


def _blocks(divergence: Divergence) -> Iterator[Block]:
    if divergence.overall.n:
        yield Paragraph(_overall(divergence))
    yield issues_figure(divergence)
    figure = kappa_figure(divergence)
    if figure.chart or divergence.overall.n:
        yield figure
    if divergence.positions:
        yield Subhead(record_text(divergence.record))
        yield distances(divergence)
        yield Paragraph(ABOUT_DISTANCES, "note")


def _overall(divergence: Divergence) -> str:
    first, last = divergence.window
    kappa = estimate_text(divergence.overall.kappa)
    same = estimate_text(divergence.overall.agreement, fraction=True)
    text = (
        f"Over all {counted(divergence.overall.n, 'common vote')} of {first} to {last}, agreement "
        f"beyond chance (kappa) is {kappa}; both cast the same vote in {same}."
    )
    if divergence.widest is None or divergence.narrowest is None:
        return text
    return (
        f"{text} Among years with at least {divergence.least} common votes the gap was widest in "
        f"{divergence.widest} and narrowest in {divergence.narrowest}; the order of near years is "
        f"not certain."
    )


def issues_figure(divergence: Divergence) -> Figure:
    """Where the two part, by issue."""
    first, last = divergence.window
    apart = {p.title: estimate_text(p.gap) for p in divergence.positions}
    table = Table(
        f"Recorded UN votes by issue, {first} to {last}, and distance in {last}",
        ("Issue", SAME, KAPPA, "Distance (90 % interval)", "Common votes", "Held"),
        tuple(
            (
                capital(label),
                estimate_text(g.agreement, fraction=True) if g.n else "no common votes",
                said(g).split(", n = ")[0],
                apart.get(label, "-"),
                f"{g.n:,}",
                f"{g.held:,}",
            )
            for label, g, _ in rows(divergence)
        ),
    )
    missing = no_votes(divergence.window, divergence.covered, divergence.overall)
    sources = of_tables("votes", "issue_votes", "ideal_points")
    return Figure("issues", issues(divergence), missing, table, sources)


def kappa_figure(divergence: Divergence) -> Figure:
    """How agreement moved over all votes."""
    table = Table(
        "All recorded UN votes, by year",
        ("Year", KAPPA, SAME, "Common votes"),
        tuple(
            (
                str(g.year),
                estimate_text(g.kappa),
                estimate_text(g.agreement, fraction=True),
                f"{g.kappa.n or 0:,}",
            )
            for g in series(divergence)
        ),
    )
    missing = "Fewer than two years have a kappa over all votes, so no line is drawn."
    return Figure(
        "kappa-time", kappa_time(divergence), missing, table, of_tables("votes"), more=True
    )


def distances(divergence: Divergence) -> Table:
    """How far apart the two stand on each scale, all on one metric."""
    return Table(
        f"Distance between their positions in {divergence.positions[0].year}, in standard "
        f"deviations of one scale",
        ("Votes", "Distance (90 % interval)", "Pairs nearer, % (90 % interval)", "Votes cast"),
        tuple(
            (
                capital(p.title),
                estimate_text(p.gap),
                position_text(p.percentile.value, p.percentile.lo, p.percentile.hi),
                f"{p.gap.n or 0:,}",
            )
            for p in divergence.positions
        ),
    )
