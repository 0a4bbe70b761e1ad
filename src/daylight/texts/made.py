"""The document of blocks whose roles are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from daylight.core.partial import PartialDate
from daylight.texts import truncated
from daylight.texts.assign import NEAR_TITLE
from daylight.texts.blocks import Block
from daylight.texts.dates import changed, dates
from daylight.texts.document import Document, Dropped, Kind, Piece, Why
from daylight.texts.labels import Role
from daylight.texts.language import language

NEAR_END = 4
"""Lines below the body of which one may say when the article was published."""
DATELINE = 120
"""Characters at the start of the body that may hold a place, an agency and a date."""
NO_DATE = "The text gives no date; say as of which day to read it."
CUT = "The text breaks off."


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
    said = [] if when else [NO_DATE]
    return [*said, CUT] if cut else said


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
