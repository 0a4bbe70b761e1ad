"""A page of HTML: its article, with the place of each part in the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daylight.texts import heads, names
from daylight.texts.areas import Area, areas
from daylight.texts.assign import assign
from daylight.texts.document import Document, Why
from daylight.texts.labels import Label, label
from daylight.texts.made import NO_DATE, document
from daylight.texts.main_text import letters, main_text, within
from daylight.texts.metadata import Metadata, metadata
from daylight.texts.parted import parted
from daylight.texts.zones import prose

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
BARS = frozenset({"nav", ".breadcrumb", ".breadcrumbs", ".navigation"})
LINKED, MENU = 0.5, 4
"""Share of a block that is links, above which it leads elsewhere; and words of one in a menu."""
OWN_RULES = "The page is too large or has no main text that stands out; it was read by its lines."


def html(page: str, notes: tuple[str, ...] = ()) -> Document:
    """Return the article in a page, with everything else dropped and named.

    Raises
    ------
    MissingExtra
        Without trafilatura.
    """
    main = main_text(page)
    parts = [part for area in areas(page) for part in parted(area, page)]
    told = metadata(page)
    blocks = [area.block for area in parts]
    inside = within(main, parts) if main else set[int]()
    title = _title(parts, told)
    labels = _labels(parts, page, inside, title)
    roles = assign(blocks, labels, title, _deck(title, parts, labels, told))
    made = document(page, blocks, roles, "html", notes if inside else (*notes, OWN_RULES))
    return replace(
        made,
        title=made.title if title is not None else _known(made.title, told),
        byline=made.byline or told.writer,
        date=told.date or made.date,
        notes=tuple(note for note in made.notes if not (told.date and note == NO_DATE)),
    )


def _known(title: str | None, told: Metadata) -> str | None:
    """Return the title that the page names in its head, or else the one that was found in it."""
    return told.titles[0] if told.titles else title


def _labels(parts: Sequence[Area], page: str, inside: set[int], title: int | None) -> list[Label]:
    """Return what is known of each block by its words, its place, and what the main text has.

    What is not in the main text may be the head of the article before it begins, and prose that
    was passed over within it; else it is dropped.
    """
    prosaic = [i for i in sorted(inside) if prose(parts[i].block)]
    first, last = (prosaic[0], prosaic[-1]) if prosaic else (0, len(parts))
    labels: list[Label] = []
    for i, area in enumerate(parts):
        found = _label(area, page)
        if i == title:
            found = None
        elif found is None and i not in inside:
            linked = area.linked > LINKED and (i > first or area.block.words <= MENU)
            kept = i < first or (i < last and prose(area.block)) or not inside
            found = _placed(area) or ("related links" if linked else None)
            if found is None and not kept:
                found = "navigation"
        labels.append(found)
    return labels


def _label(area: Area, page: str) -> Label:
    """Return what a block is by its place, or else by its words."""
    one = area.block
    if area.within & CAPTIONS and one.words <= 150:
        return "caption"
    found = label(one, page)
    if found is None and area.within & BARS:
        return "navigation"
    if found is None and area.within & WRITERS and 1 < one.words <= 20 and names.names(one.text):
        return "byline"
    return found


def _placed(area: Area) -> Why | None:
    """Return why a block is dropped for its place."""
    for places, why in PLACES:
        if area.within & places:
            return why
    return "navigation" if area.within & {"nav", "menu", "button"} else None


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
    title: int | None, parts: Sequence[Area], labels: Sequence[Label], told: Metadata
) -> int | None:
    """Return which block under the title is marked as the deck, or is what the page is about."""
    if title is None:
        return None
    about = {letters(text) for text in told.about}
    for i in range(title + 1, min(len(parts), title + 12)):
        area = parts[i]
        named = area.within & DECKS or letters(area.block.text) in about
        if labels[i] is None and named and 3 < area.block.words <= heads.DECK:
            return i
    return None
