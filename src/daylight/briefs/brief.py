"""Put a brief together: ask every question that is a section of it."""

from __future__ import annotations

from datetime import date

from daylight.briefs.records import Brief
from daylight.briefs.view import VIEW
from daylight.core.gather import gathered
from daylight.core.lazy import load
from daylight.core.request import Request, Who, dated, request
from daylight.core.said import Summary
from daylight.questions import QUESTIONS
from daylight.store.atlas import Atlas, current


@dated
def brief(
    a: Who,
    b: Who,
    divider: Who | None = None,
    as_of: str | int | date | None = None,
    atlas: Atlas | None = None,
) -> Brief:
    """Answer on one page how two states are tied, where they part, and which blocs they share.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    divider : str, int or State, optional
        An outside power to set both against.
    as_of : str, int or date, optional
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
    atlas = atlas or current()
    return ask(request("brief", (a, b), as_of, atlas.scope, divider), atlas)


def ask(asked: Request, atlas: Atlas) -> Brief:
    """Answer a request about two states: put it to every question that is a section.

    Parameters
    ----------
    asked : Request
    atlas : Atlas
    """
    parts = {
        question.name: load(question.ask)(asked.to(question.name, divider=question.divider), atlas)
        for question in QUESTIONS
        if question.section and (asked.divider or not question.needs_divider)
    }
    places = {f"/{name}": part for name, part in parts.items()}
    caveats, sources = gathered(places)
    return Brief(
        request=asked,
        answer=Summary(
            " ".join(part.headline for part in parts.values()),
            tuple(f.within(place) for place, part in places.items() for f in part.findings),
        ),
        parts=parts,
        caveats=caveats,
        sources=sources,
        view=VIEW,
    )
