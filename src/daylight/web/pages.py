"""An answer as the server sends it: as a page with ways on, or as a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.core.answer import Answer
from daylight.core.periods import FIRST_YEAR
from daylight.show.page import figures
from daylight.show.rendered import FRAMES, PICTURES, rendered
from daylight.store.atlas import Atlas
from daylight.web.addresses import ENDINGS, FORMATS, Address, join
from daylight.web.answers import answered
from daylight.web.frame import html
from daylight.web.kept import Page, page
from daylight.web.shown import shown

HTML = "text/html; charset=utf-8"
WAYS = {
    "pair": "All of it", "bond": "Bond", "votes": "UN votes", "resilience": "Shocks and breaks",
    "analogues": "Most alike", "shared-blocs": "Shared blocs", "triad": "Could they be parted?",
    "brief": "With the outside power", "state": "Ties", "sphere": "Sphere",
    "exposure": "Exposed ties",
}  # fmt: skip
OF_TWO = ("pair", "bond", "votes", "resilience", "analogues", "shared-blocs")
OF_THREE = ("brief", "triad")


def answer_page(one: Address, atlas: Atlas) -> Page:
    """Return what an address asks for; it is the one address of its page.

    Raises
    ------
    DaylightError
        As the question does.
    """
    answer = answered(one, atlas)
    if one.ending:
        return page(rendered(answer, FORMATS.get(one.ending, one.ending)), ENDINGS[one.ending])
    return page(_html(answer, one, atlas), HTML)


def _html(answer: Answer, one: Address, atlas: Atlas) -> bytes:
    asked = answer.request
    earlier, later = _years(asked.as_of, atlas.last)
    parts = shown(answer)
    charts = any(figure.chart for figure in figures(parts["sections"]))
    return html(
        "answer",
        f"{_title(answer)}, {asked.as_of}",
        one.path(),
        ways=list(_ways(answer, one)),
        downloads=list(_downloads(answer, one, charts)),
        earlier=earlier and Address(one.kind, one.subject, earlier).path(),
        later=later and Address(one.kind, one.subject, later).path(),
        address=one,
        **parts,
    )


def _title(answer: Answer) -> str:
    asked = answer.request
    return asked.bloc or " and ".join(state.name for state in asked.states) or answer.view.asks


def _years(day: date, last: date) -> tuple[str | None, str | None]:
    """Return the same day a year before and after, where the atlas covers them."""
    before, after = (day.replace(year=day.year + n, day=min(day.day, 28)) for n in (-1, 1))
    earlier = before.isoformat() if before.year > FIRST_YEAR else None
    return earlier, after.isoformat() if after <= last else None


def _ways(answer: Answer, one: Address) -> Iterator[tuple[str, str, bool]]:
    """Yield ways on: words, address, and whether it is this page."""
    asked = answer.request
    if asked.bloc or not asked.states or one.kind == "compare":
        return
    if len(asked.states) == 1:
        for kind in ("state", "sphere"):
            yield WAYS[kind], Address(kind, asked.a.code, one.day).path(), kind == one.kind
        return
    pair = join(asked.states)
    kinds = [(kind, pair) for kind in OF_TWO]
    if asked.divider:
        kinds += [(kind, f"{pair}-{asked.divider.code}") for kind in OF_THREE]
    for kind, subject in kinds:
        yield WAYS[kind], Address(kind, subject, one.day).path(), kind == one.kind
    for state in asked.states:
        yield f"Ties of {state.name}", Address("state", state.code, one.day).path(), False


def _downloads(answer: Answer, one: Address, charts: bool) -> Iterator[tuple[str, str]]:
    """Yield what the page can be had as."""
    there = {*ENDINGS}
    if not getattr(answer.view, "columns", ""):
        there -= {*FRAMES}
    if not charts:
        there -= {*PICTURES}
    for ending in ENDINGS:
        if ending in there:
            yield ending, Address(one.kind, one.subject, one.day, ending).path()
