"""A page of HTML: its article, with the place of each part in the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daylight.texts import heads, names
from daylight.texts.areas import Area, areas
from daylight.texts.document import Document, Why
from daylight.texts.labels import Label, Role, label
from daylight.texts.main_text import letters, main_text, within
from daylight.texts.metadata import Metadata, metadata
from daylight.texts.pasted import assign, document

PLACES: tuple[tuple[frozenset[str], Why], ...] = (
    (frozenset({".cookie", ".consent", ".banner"}), "cookie notice"),
    (frozenset({".comment", ".comments"}), "reader comments"),
    (frozenset({".share", ".social"}), "share buttons"),
    (frozenset({".ad", ".ads", ".advert", ".advertisement", ".promo"}), "advertisement"),
    (frozenset({".newsletter"}), "newsletter"),
    (frozenset({".paywall"}), "subscription note"),
    (frozenset({".related", ".recirc", ".popular", ".trending", ".recommended", ".tags", "aside",
                ".sidebar"}), "related links"),
    (frozenset({"footer", ".footer", ".copyright"}), "footer"),
    (frozenset({"form", "dialog"}), "login note"),
)  # fmt: skip
"""Why what stands in a place of a page is dropped."""
DECKS = frozenset({".dek", ".deck", ".standfirst", ".subtitle", ".subheadline", ".subhead"})
WRITERS = frozenset({".byline", ".author", ".authors"})
CAPTIONS = frozenset({"figcaption", ".caption", ".credit", ".credits", ".photographer"})
OWN_RULES = "The page is too large or has no main text that stands out; it was read by its lines."


def html(page: str, notes: tuple[str, ...] = ()) -> Document:
    """Return the article in a page, with everything else dropped and named.

    Raises
    ------
    MissingExtra
        Without trafilatura.
    """
    main = main_text(page)
    parts = areas(page)
    told = metadata(page)
    blocks = [area.block for area in parts]
    labels = [_label(area, page) for area in parts]
    inside = within(main, parts) if main else set[int]()
    if not inside:
        placed = [x or _placed(a) for x, a in zip(labels, parts, strict=True)]
        made = document(page, blocks, assign(blocks, placed), "html", (*notes, OWN_RULES))
    else:
        made = document(page, blocks, _roles(parts, labels, inside, told), "html", notes)
    return replace(
        made,
        title=made.title or (told.titles[0] if told.titles else None),
        byline=made.byline or told.writer,
        date=told.date or made.date,
        notes=tuple(n for n in made.notes if not (told.date and n.startswith("The text gives no"))),
    )


def _label(area: Area, page: str) -> Label:
    """Return what a block is by its place, or else by its words."""
    one = area.block
    if area.within & CAPTIONS and one.words <= 150:
        return "caption"
    found = label(one, page)
    if found is None and area.within & {"nav", ".breadcrumb", ".breadcrumbs", ".navigation"}:
        return "navigation"
    return found


def _placed(area: Area) -> Why | None:
    """Return why a block is dropped for its place."""
    for places, why in PLACES:
        if area.within & places:
            return why
    return "navigation" if area.within & {"nav", "menu", "button"} else None


def _roles(
    parts: Sequence[Area], labels: Sequence[Label], inside: set[int], told: Metadata
) -> list[Role]:
    """Return what each block is, given which are in the main text."""
    blocks = [area.block for area in parts]
    title = _title(parts, told)
    body = [i for i in sorted(inside) if labels[i] is None and i != title]
    body = [i for i in body if title is None or i > title or blocks[i].words > 60]
    first = body[0] if body else len(parts)
    deck = _deck(title, first, parts, labels, told)
    body = [i for i in body if i != deck]
    first, last = (body[0], body[-1]) if body else (len(parts), -1)
    writer = _writer(title, first, last, parts, labels)
    kept = set(body)
    named: dict[int | None, Role] = {writer: "byline", deck: "deck", title: "title"}
    done: list[Role] = []
    for i, area in enumerate(parts):
        if i in named:
            done.append(named[i])
        elif i in kept:
            done.append("body")
        else:
            done.append(_other(i, area, labels, title, parts))
    return _notes(done, parts, writer)


def _other(
    i: int, area: Area, labels: Sequence[Label], title: int | None, parts: Sequence[Area]
) -> Role:
    found = labels[i]
    if found in ("caption", "credit", "date line"):
        placed = _placed(area)
        return placed if placed in ("related links", "footer") else found
    if found == "opens":
        return "related links"
    if found == "byline":
        return "author note"
    if title is not None and letters(area.block.text) == letters(parts[title].block.text):
        return "repeated text"
    return found or _placed(area) or ("related links" if area.linked > 0.5 else "navigation")


def _title(parts: Sequence[Area], told: Metadata) -> int | None:
    """Return which block is the title: a heading that the page names so, or its first heading."""
    named = [letters(text) for text in told.titles]
    headed = [i for i, a in enumerate(parts) if "h1" in a.within]
    for among in (headed, [i for i, a in enumerate(parts) if a.within & {"h2", ".headline"}]):
        for i in among:
            own = letters(parts[i].block.text)
            if own and any(own == name or (len(own) > 12 and own in name) for name in named):
                return i
    if headed:
        return headed[0]
    every = (i for i, a in enumerate(parts) if letters(a.block.text) in named)
    return next((i for i in every if parts[i].block.words > 2), None)


def _deck(
    title: int | None, first: int, parts: Sequence[Area], labels: Sequence[Label], told: Metadata
) -> int | None:
    if title is None:
        return None
    about = {letters(text) for text in told.about}
    for i in range(title + 1, min(first + 1, len(parts), title + 12)):
        area = parts[i]
        named = area.within & DECKS or letters(area.block.text) in about
        if labels[i] is None and named and 3 < area.block.words <= heads.DECK:
            return i
    found = (
        heads.deck(title, first, [a.block for a in parts], labels) if first < len(parts) else None
    )
    return found if found is not None and found != first and not _placed(parts[found]) else None


def _writer(
    title: int | None, first: int, last: int, parts: Sequence[Area], labels: Sequence[Label]
) -> int | None:
    start = 0 if title is None else title + 1
    for i in range(start, min(first + 1, len(parts))):
        one = parts[i].block
        marked = parts[i].within & WRITERS and 1 < one.words <= 20 and names.names(one.text)
        if i != first and labels[i] in (None, "byline") and marked:
            return i
    return heads.byline(title, first, last, [a.block for a in parts], labels)


def _notes(roles: list[Role], parts: Sequence[Area], writer: int | None) -> list[Role]:
    """Return roles in which what is said of the writer is no body."""
    name = parts[writer].block.text if writer is not None else None
    ends = [i for i, role in enumerate(roles) if role == "body"]
    for i in {*ends[:1], *ends[-3:]} if len(ends) > 1 else ():
        if names.author_note(parts[i].block.text, parts[i].block.words, name):
            roles[i] = "author note"
    return roles
