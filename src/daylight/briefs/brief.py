"""Put a brief together: ask every question that is a section of it."""

from __future__ import annotations

from datetime import date

from daylight.briefs.records import Brief
from daylight.briefs.view import VIEW
from daylight.core.errors import BadInput
from daylight.core.gather import gathered
from daylight.core.lazy import load
from daylight.core.question import Question
from daylight.core.request import Request, Who, dated, request
from daylight.core.said import Caveat, Summary
from daylight.questions import QUESTIONS
from daylight.readings.triad import proposed
from daylight.store.atlas import Atlas, current


@dated
def brief(
    a: Who | None = None,
    b: Who | None = None,
    divider: Who | None = None,
    as_of: str | int | date | None = None,
    from_: str | None = None,
    atlas: Atlas | None = None,
) -> Brief:
    """Answer on one page how two states are tied, where they part, and which blocs they share.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers; with an article, by default those that it is about.
    divider : str, int or State, optional
        An outside power to set both against.
    as_of : str, int or date, optional
        Date to answer for; that of the article, or else the newest by default.
    from_ : str, optional
        A file or address of an article: the brief then opens with its claims, checked.
    atlas : Atlas, optional
        The atlas in use by default.

    Returns
    -------
    Brief

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    BadInput
        When neither two states nor an article is given, or it is about no two states.
    """
    atlas = atlas or current()
    given = [state for state in (a, b) if state is not None]
    if len(given) != 2 and from_ is None:
        raise BadInput("A brief is about two states; name both, or an article with from_=.")
    if from_ is not None:
        found = proposed(from_, as_of, atlas)
        as_of = found.on
        if len(given) != 2:
            given, divider = list(found.states), divider or found.divider
    return ask(request("brief", given, as_of, atlas.scope, divider, text=from_), atlas)


def ask(asked: Request, atlas: Atlas) -> Brief:
    """Answer a request about two states: put it to every question that is a section.

    Parameters
    ----------
    asked : Request
    atlas : Atlas
    """
    parts = {
        question.name: load(question.ask)(_to(question, asked), atlas)
        for question in sorted(QUESTIONS, key=lambda q: q.takes != "text")
        if question.section
        and (asked.text or question.takes != "text")
        and (asked.divider or not question.needs_divider)
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
        caveats=(*_taken(asked), *caveats),
        sources=sources,
        view=VIEW,
    )


def _to(question: Question, asked: Request) -> Request:
    """Return the request put to a section; one that takes a text is asked about that alone."""
    states = () if question.takes == "text" else None
    return asked.to(question.name, states, divider=question.divider)


def _taken(asked: Request) -> tuple[Caveat, ...]:
    """Return that an article was read."""
    if asked.text is None:
        return ()
    power = f", outside power {asked.divider.name}" if asked.divider else ""
    text = (
        f"The article was taken to be about {asked.a.name} and {asked.b.name}{power}, written on "
        f"{asked.as_of}. Name others to ask about them."
    )
    return (Caveat("definition", text, ("/request",)),)
