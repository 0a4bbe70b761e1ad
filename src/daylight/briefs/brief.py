"""Put a brief together: ask the questions, build the answer, list sources and caveats."""

from __future__ import annotations

import shlex

from daylight import __version__
from daylight.blocs.ties import bloc_ties
from daylight.bonds.bond import bond
from daylight.bonds.records import Bond
from daylight.briefs.answer import answer
from daylight.briefs.caveats import caveats
from daylight.briefs.records import SCHEMA_VERSION, Brief, Request, SourceNote
from daylight.core.dyads import asked
from daylight.core.refs import ref
from daylight.core.states import State
from daylight.divergences.divergence import divergence
from daylight.store.atlas import Atlas, current
from daylight.store.schemas import table

USED = ("states", "votes", "ideal_points", "alliances", "trade", "blocs")


def brief(
    a: str | int | State,
    b: str | int | State,
    divider: str | int | State | None = None,
    when: str | int | None = None,
    atlas: Atlas | None = None,
) -> Brief:
    """Answer on one page how two states are tied, where they part, and which blocs they share.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    divider : str, int or State, optional
        An outside power to set both against.
    when : str or int, optional
        Date to answer for; the newest date covered by default.
    atlas : Atlas, optional
        The atlas in use by default.

    Returns
    -------
    Brief

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    book = atlas or current()
    ask = asked(a, b, when, book.last, divider)
    one, two, power, day = ask.a, ask.b, ask.power, ask.when
    iso = day.date.isoformat()
    tie = bond(one, two, iso, atlas=book)
    gap = divergence(one, two, iso, power, book)
    blocs = bloc_ties(one, two, iso, power, book)
    return Brief(
        schema_version=SCHEMA_VERSION,
        request=Request(
            a=ref(one, day.date),
            b=ref(two, day.date),
            divider=ref(power, day.date) if power else None,
            as_of=day.date,
            year=day.year,
            command=_command(one, two, power, iso),
            daylight=__version__,
            atlas=book.manifest.id,
        ),
        answer=answer(tie, gap, blocs),
        bond=tie,
        divergence=gap,
        blocs=blocs,
        sources=_sources(book, tie, day.date.year),
        caveats=caveats(book, tie, gap, blocs),
    )


def _command(a: State, b: State, power: State | None, iso: str) -> str:
    """Return the command that makes this brief again."""
    words = ["daylight", "brief", a.code, b.code]
    words += ["--divider", power.code] if power else []
    return shlex.join([*words, "--as-of", iso])


def _sources(book: Atlas, tie: Bond, until: int) -> tuple[SourceNote, ...]:
    """Return the sources behind what a brief shows, if they reach back to its date."""
    ids = {source for name in USED for source in table(name).sources}
    ids |= {s for d in tie.dimensions for c in d.components for s in c.sources if c.weight}
    return tuple(
        SourceNote(
            id=s.id,
            title=s.title,
            version=s.version,
            coverage=f"{s.start}-{s.end}",
            licence=s.licence.strip(),
            redistribution=s.redistribution,
            citation=s.citation.strip(),
            url=s.url,
        )
        for s in book.manifest.sources
        if s.id in ids and s.start <= until
    )
