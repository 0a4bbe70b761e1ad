"""What each block of a page is: furniture first, then the body, and what stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from daylight.texts import heads, names, titles, zones
from daylight.texts.blocks import Block
from daylight.texts.body import body_of
from daylight.texts.details import between, repeated, shown, trimmed
from daylight.texts.furniture import key
from daylight.texts.labels import Label, Role

NEAR_TITLE = 2
"""Lines above the title of which one may say when the article was published."""
SHOWN = 6
"""Words from which a line between a title and the body is said of a picture, if of nothing else."""


def assign(
    parts: Sequence[Block],
    labels: Sequence[Label],
    title: int | None = None,
    deck: int | None = None,
) -> list[Role]:
    """Return what each block is.

    Parameters
    ----------
    parts : sequence of Block
    labels : sequence of Label
        What is known of each by its own words or place.
    title, deck : int or None
        Which are known to be these; else they are looked for.
    """
    found = zones.listed(parts, labels)
    ends = body_of(parts, found)
    if ends is None:
        writer = found.index("byline") if "byline" in found else None
        done = [_rest(i, x, None, writer, 0, parts) for i, x in enumerate(found)]
        return done if title is None else [*done[:title], "title", *done[title + 1 :]]
    if title is None:
        title = titles.title(ends[0], parts, labels, found)
    first, last = _under(title, ends, parts, labels, found)
    shown(parts, found, first, title)
    first = next((i for i in range(first, len(parts)) if found[i] is None), first)
    _about_writers(found, parts, title, first)
    deck = heads.deck(title, first, parts, found) if deck is None else deck
    if deck == first:
        first = next((i for i in range(first + 1, len(parts)) if found[i] is None), first)
    writer = heads.byline(title, first, last, parts, found)
    _named(found, parts, title, deck, writer)
    above = max(i for i in (title, deck, writer, 0) if i is not None)
    while first - 1 > above and found[first - 1] is None and parts[first - 1].ended:
        first -= 1
    _body(first, last, parts, found)
    repeated(parts, found, title)
    return [_rest(i, x, title, writer, first, parts) for i, x in enumerate(found)]


def _about_writers(
    found: list[Label], parts: Sequence[Block], title: int | None, first: int
) -> None:
    """Mark lines between the title and the body that say who the writer is."""
    for i in range(0 if title is None else title + 1, first):
        if found[i] is None and parts[i].ended:
            noted = names.author_note(parts[i].text, parts[i].words, None)
            found[i] = "author note" if noted else None


def _under(
    title: int | None,
    ends: tuple[int, int],
    parts: Sequence[Block],
    labels: Sequence[Label],
    found: list[Label],
) -> tuple[int, int]:
    """Return the ends of the body under a title: a list that began above does not go on there."""
    if title is None:
        return ends
    for i in range(max(title - NEAR_TITLE, 0), title):
        found[i] = "date line" if labels[i] == "date line" else found[i]
    start = title + 1
    found[start:] = zones.listed(parts[start:], labels[start:])
    below = body_of(parts[start:], found[start:])
    return (start + below[0], start + below[1]) if below else ends


def _named(
    found: list[Label],
    parts: Sequence[Block],
    title: int | None,
    deck: int | None,
    writer: int | None,
) -> None:
    """Mark title, deck and byline, and what is said of the writer."""
    name = parts[writer].text if writer is not None else None
    for i in zones.notes_on_writers(parts, found, name):
        found[i] = "author note"
    for at, role in ((title, "title"), (deck, "deck"), (writer, "byline")):
        if at is not None:
            found[at] = cast(Role, role)


def _body(first: int, last: int, parts: Sequence[Block], found: list[Label]) -> None:
    """Mark the body between its ends, without the links and boxes within it."""
    last = trimmed(first, last, parts, found)
    inside = [i for i in range(first, last + 1) if found[i] is None]
    for i in zones.related(first, last, parts, found):
        found[i] = "related links"
    between(first, last, parts, found)
    for i in inside:
        found[i] = found[i] or "body"


def _rest(
    i: int, label: Label, title: int | None, writer: int | None, first: int, parts: Sequence[Block]
) -> Role:
    if label == "byline" and i != writer:
        return "author note"
    if label is None and i < first and title is not None:
        if i != title and key(parts[i].text).startswith(key(parts[title].text)):
            return "repeated text"
        if i > title and parts[i].words >= SHOWN and parts[i].text[0] not in "[(":
            return "caption"
        return "section label" if title - 2 <= i and parts[i].words <= 4 else "navigation"
    return label or "navigation"
