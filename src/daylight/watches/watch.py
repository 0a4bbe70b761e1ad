"""Ask how each tie of a list stands, and what changed since an earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.bonds.sources import of_ties
from daylight.core.errors import DaylightError
from daylight.core.request import Request, dated, request
from daylight.store.atlas import Atlas, current
from daylight.store.given import named
from daylight.store.notes import source_notes
from daylight.watches.caveats import caveats
from daylight.watches.earlier import Earlier, earlier
from daylight.watches.legs import leg
from daylight.watches.listed import Listed, read
from daylight.watches.records import Entry, Watch
from daylight.watches.view import VIEW
from daylight.watches.words import summary


@dated
def watch(
    source: str,
    as_of: str | int | date | None = None,
    since: str | int | date | None = None,
    atlas: Atlas | None = None,
) -> Watch:
    """Say how each tie of a list stands, and what changed since an earlier day, and why.

    Parameters
    ----------
    source : str
        A YAML file: pairs, an outside power, and what to watch (docs/how-to/watch.md).
    as_of : str, int or date, optional
        Date to answer for; the newest by default.
    since : str, int or date, optional
        What to set it against: a date; the folder of an older atlas; or a JSON file that an
        earlier watch was kept in. The last two tell what the data changed from what the world did.
    atlas : Atlas, optional
        The atlas in use by default.

    Returns
    -------
    Watch
        A pair that cannot be answered for the date has its reason in place of values.

    Raises
    ------
    BadInput
        For a file that cannot be read or is no list, with the line; and a day that is not earlier.
    OutsideCoverage, AtlasDamaged
        See :mod:`daylight.core.errors`.
    """
    atlas = atlas or current()
    options = {"since": None if since is None else str(since)}
    asked = request("watch", (), as_of, atlas.scope, options=options, text=str(source))
    return ask(asked, atlas)


def ask(asked: Request, atlas: Atlas) -> Watch:
    """Answer a request about a list.

    Parameters
    ----------
    asked : Request
        With the option `since`, or without.
    atlas : Atlas
    """
    found = read(named(str(asked.text), "FILE"))
    text = asked.options.get("since")
    before = None if text is None else earlier(text, asked, atlas)
    entries = tuple(_entry(one, found.watched, asked, before, atlas) for one in found.pairs)
    since = before.told if before else None
    supports = of_ties(f"/entries/{k}" for k, one in enumerate(entries) if one.legs)
    return Watch(
        request=asked,
        answer=summary(entries, since),
        title=found.title,
        watched=found.watched,
        since=since,
        entries=entries,
        caveats=caveats(entries, since, asked),
        sources=source_notes(atlas, supports, asked.year),
        view=VIEW,
    )


def _entry(
    one: Listed, watched: tuple[str, ...], asked: Request, before: Earlier | None, atlas: Atlas
) -> Entry:
    try:
        brief = request("brief", (one.a, one.b), asked.as_of, atlas.scope, one.divider)
        legs = tuple(leg(pair, watched, before, atlas) for pair in _pairs(brief))
    except DaylightError as error:
        label = f"{one.a} and {one.b}"
        return Entry(one.line, label, one.note, str(error), (), "")
    return Entry(one.line, _label(brief), one.note, "", legs, brief.command)


def _pairs(brief: Request) -> Iterator[Request]:
    """Yield the request for the pair, and for each of the two with the outside power."""
    yield brief.to("bond", divider=False)
    if brief.divider:
        for state in brief.states:
            yield brief.to("bond", (state, brief.divider), divider=False)


def _label(brief: Request) -> str:
    label = f"{brief.a.name} and {brief.b.name}"
    return f"{label}, outside power: {brief.divider.name}" if brief.divider else label
