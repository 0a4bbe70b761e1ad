"""Text as it is pasted from a page: the article apart from the furniture around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from daylight.core.partial import PartialDate
from daylight.texts import captions, heads, truncated, zones
from daylight.texts.blocks import Block, blocks
from daylight.texts.body import body_of
from daylight.texts.dates import changed, dates
from daylight.texts.document import WHYS, Document, Dropped, Kind, Piece, Why
from daylight.texts.furniture import key
from daylight.texts.labels import Label, Role, label, split
from daylight.texts.language import language

NEAR = 8
"""Blocks around one in which its words may stand again, as a quotation drawn out of the text."""
BOXES = frozenset({"newsletter", "subscription note", "share buttons", "login note"})
"""Furniture that stands within the body in boxes of several lines."""
IN_BOX, BOX = 4, 20
"""Most lines within a box, and words of each, that are not known by themselves."""
NEAR_TITLE = 2
"""Lines above the title of which one may say when the article was published."""
NEAR_END = 4
"""And lines below the body of which one may."""
DATELINE = 120
"""Characters at the start of the body that may hold a place, an agency and a date."""


def pasted(original: str, notes: tuple[str, ...] = ()) -> Document:
    """Return the article in a text that was pasted, with everything else dropped and named."""
    parts, roles = read_parts(original)
    return document(original, parts, roles, "pasted", notes)


def read_parts(original: str) -> tuple[list[Block], list[Role]]:
    """Return the blocks of a pasted text, which cover it, and what each is."""
    parts = [part for one in blocks(original) for part in split(one, original)]
    return parts, assign(parts, [label(one, original) for one in parts])


def assign(parts: Sequence[Block], labels: Sequence[Label]) -> list[Role]:
    """Return what each block is, given what is known of each by its own words."""
    found = zones.listed(parts, labels)
    ends = body_of(parts, found)
    if ends is None:
        writer = found.index("byline") if "byline" in found else None
        return [_rest(i, x, None, writer, 0, parts) for i, x in enumerate(found)]
    first, last = ends
    title = heads.title(first, parts, labels, found)
    if title is not None:  # a list of links that began above it does not go on below
        dated = range(max(title - NEAR_TITLE, 0), title)
        found[dated.start : title] = [
            "date line" if labels[i] == "date line" else found[i] for i in dated
        ]
        found[title + 1 :] = zones.listed(parts[title + 1 :], labels[title + 1 :])
        below = body_of(parts[title + 1 :], found[title + 1 :])
        first, last = (title + 1 + end for end in below) if below else ends
    _shown(parts, found, first, title)
    first = next((i for i in range(first, len(parts)) if found[i] is None), first)
    deck = heads.deck(title, first, parts, found)
    if deck == first:
        first = next(i for i in range(first + 1, len(parts)) if found[i] is None)
    writer = heads.byline(title, first, last, parts, found)
    name = parts[writer].text if writer is not None else None
    for i in zones.notes_on_writers(parts, found, name):
        found[i] = "author note"
    for at, role in ((title, "title"), (deck, "deck"), (writer, "byline")):
        if at is not None:
            found[at] = cast(Role, role)
    above = max(i for i in (title, deck, writer, 0) if i is not None)
    while first - 1 > above and found[first - 1] is None and parts[first - 1].ended:
        first -= 1
    inside = [i for i in range(first, last + 1) if found[i] is None]
    for i in zones.related(first, last, parts, found):
        found[i] = "related links"
    last = _trimmed(first, last, parts, found)
    inside = [i for i in inside if i <= last]
    _between(first, last, parts, found)
    for i in inside:
        found[i] = found[i] or "body"
    _repeated(parts, found, title)
    return [_rest(i, x, title, writer, first, parts) for i, x in enumerate(found)]


def _shown(parts: Sequence[Block], found: list[Label], first: int, title: int | None) -> None:
    """Mark as captions the lines beside a credit that read as what a picture shows."""
    for i, one in enumerate(parts[:-1]):
        below = parts[i + 1]
        if found[i] == "media player" and found[i + 1] is None and not below.ended:
            if 4 <= below.words < zones.LONG and i + 1 != title:
                found[i + 1] = "caption"
            continue
        if found[i] == "credit" and captions.empty(one.text):
            if found[i + 1] is None and below.words <= 60 and i + 1 != title:
                found[i + 1] = "caption"
            continue
        if found[i + 1] != "credit" or found[i] is not None or one.words > 60 or i == title:
            continue
        close = not below.gap and one.gap
        loose = (one.words > 3 and not one.ended) or (i <= first and one.words < zones.LONG)
        under = i > 0 and i - 1 == title
        if close or captions.pictured(one.text, one.words) or (loose and not under):
            found[i] = "caption"


def _trimmed(first: int, last: int, parts: Sequence[Block], found: Sequence[Label]) -> int:
    """Return the end of a body of which notes on the writer were the end."""
    if found[last] is None:
        return last
    kept = (i for i in range(last, first, -1) if found[i] is None)
    return next((i for i in kept if parts[i].ended or parts[i].words >= zones.SENTENCE), last)


def _between(first: int, last: int, parts: Sequence[Block], found: list[Label]) -> None:
    """Mark the few lines within the body that stand in a box of furniture as more of it."""
    i = first + 1
    while i < last:
        end = i
        while end < last and found[end] is None:
            end += 1
        before, after = found[i - 1], found[end]
        run = parts[i:end]
        told = [x for x in (before, after) if x in BOXES]
        small = len(run) <= IN_BOX and all(one.words <= BOX for one in run)
        if run and len(told) == 2 and small:
            found[i:end] = [told[0]] * len(run)
        elif run and after in BOXES and not run[-1].ended and run[-1].words <= 3:
            found[end - 1] = after
        elif len(run) == 1 and not zones.prose(run[0]) and before in WHYS and after in WHYS:
            found[i] = before
        i = max(end, i) + 1


def _repeated(parts: Sequence[Block], found: list[Label], title: int | None) -> None:
    """Mark lines whose words stand once more nearby, or that repeat the title."""
    named = key(parts[title].text) if title is not None else None
    for i, one in enumerate(parts):
        if found[i] not in (None, "body") or one.words > 60:
            continue
        if named and i != title and key(one.text) == named:
            found[i] = "repeated text"
        elif found[i] == "body" and one.words >= 6:
            near = [*range(max(i - NEAR, 0), i), *range(i + 1, min(i + NEAR + 1, len(parts)))]
            bare = one.text.strip("\"“”'‘’.… ")
            longer = (j for j in near if found[j] == "body" and len(parts[j].text) > len(one.text))
            if any(bare in parts[j].text for j in longer):
                found[i] = "repeated text"


SHOWN = 6
"""Words from which a line between a title and the body is said of a picture, if of nothing else."""


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


def document(
    original: str, parts: Sequence[Block], roles: Sequence[Role], kind: Kind,
    notes: tuple[str, ...] = (),
) -> Document:  # fmt: skip
    """Return the document of blocks whose roles are known."""
    by: dict[str, list[Block]] = {}
    for one, role in zip(parts, roles, strict=True):
        by.setdefault("caption" if role == "credit" else role, []).append(one)
    own = ("title", "deck", "byline", "caption", "body")
    dropped = [
        Dropped(one.text, cast(Why, role), one.start, one.end)
        for one, role in zip(parts, roles, strict=True)
        if role not in own and role != "credit"
    ]
    body = by.get("body", [])
    after = [
        (one, cast(Why, role))
        for one, role in zip(parts, roles, strict=True)
        if body and one.start > body[-1].start and role not in own and role != "credit"
    ]
    when = published(_dated(parts, roles), body)
    cut = truncated.broken(body[-1] if body else None) or truncated.locked(after)
    return Document(
        title=_text(by, "title"),
        deck=_text(by, "deck"),
        byline=_text(by, "byline"),
        date=when,
        paragraphs=tuple(Piece(b.text, b.start, b.end) for b in body),
        captions=tuple(Piece(b.text, b.start, b.end) for b in by.get("caption", [])),
        dropped=tuple(dropped),
        truncated=cut,
        language=language(" ".join(b.text for b in body[:40])),
        kind=kind,
        original=original,
        notes=(*notes, *_said(when, cut)),
    )


def _dated(parts: Sequence[Block], roles: Sequence[Role]) -> list[Block]:
    """Return the lines with a date, by how likely it is that of the article."""
    found = [i for i, role in enumerate(roles) if role == "date line"]
    title = roles.index("title") if "title" in roles else -1
    first = roles.index("body") if "body" in roles else len(roles)
    last = len(roles) - 1 - roles[::-1].index("body") if "body" in roles else len(roles)
    under = [i for i in found if title < i < first]
    over = [i for i in found if title - NEAR_TITLE <= i < title]
    after = [i for i in found if last < i <= last + NEAR_END]
    return [parts[i] for i in (*under, *over, *after)]


def _text(by: dict[str, list[Block]], role: str) -> str | None:
    return by[role][0].text if role in by else None


def _said(when: PartialDate | None, cut: bool) -> list[str]:
    said = [] if when else ["The text gives no date; say as of which day to read it."]
    return [*said, "The text breaks off."] if cut else said


def published(lines: Sequence[Block], body: Sequence[Block]) -> PartialDate | None:
    """Return when it was published: by a line with a date, or by the dateline of the body."""
    for line in sorted(lines, key=lambda one: changed(one.text)):
        for found in dates(line.text):
            return found.when
    for one in body[:1]:
        head = one.text[:DATELINE]
        ends = [head.find(sign) for sign in ("—", "–", " - ", "/", ")", ":") if sign in head]
        for found in dates(head[: min(ends)]) if ends else ():
            return found.when
    return None
