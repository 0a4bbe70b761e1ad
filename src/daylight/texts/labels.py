"""What a block is by its own words alone: furniture, a caption, a byline, a date, or unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from daylight.texts import captions, names
from daylight.texts.blocks import Block, block
from daylight.texts.dates import date_line, dates
from daylight.texts.document import Why
from daylight.texts.furniture import key, opened, why
from daylight.texts.menus import menu

Role = Literal["title", "deck", "byline", "caption", "credit", "body", "opens"] | Why
"""What a block is of an article, or why it is none of it. ``opens`` begins a list of links or the
like; a ``credit`` is a caption that only names who owns a picture."""
Label = Role | None

ALONE = frozenset({"by", "par", "por", "von", "autor", "автор", "author", "written by", "words by"})
"""Words that stand on a line of their own above a name."""
DATED = 20
"""Words of a line that only holds dates."""
SHORT = 40
"""Words of a line that may hold a byline, a date and more."""
TITLED = 14
"""Words of a part of a line of which another part is a date."""
LONGEST = 2_000
"""Characters of a block that is looked at; a longer one is body."""
OPENS = 8
_WORD = re.compile(r"[A-Za-z]{2}")
_ISSUE = re.compile(r"\b(?:no|nr|vol|volume|issue|num|nº|№|выпуск|heft|numéro|número) 0$")
_YEAR = re.compile(r"\d{4}")
_ARROWS = "«»‹›←→⟵⟶❮❯◄►<>"
_BAR = re.compile(r"\s*[|•·●∙▪►»›>]\s*|\s+[/–—-]+\s+")
_SEPARATOR = re.compile(r"\s*[|•·●∙▪►»]\s*|\s+[–—-]+\s+|\s{3,}|\t\s*")
_BEFORE_DATE = re.compile(
    r"[^\w)]*(?:\b(?:published|updated|posted|on|date|mon|tues?|wed|thurs?|fri|sat|sun|\w{3,6}day)\b"
    r"[^\w(]*+)*$",
    re.I,
)


def label(one: Block, original: str) -> Label:
    """Return what a block is by its own words, or None."""
    if one.words > 200 or len(one.text) > LONGEST:
        return None
    text = key(one.text)
    if not text:
        return "navigation"
    if opened(text) and (one.words <= OPENS or text.startswith("0")):
        return "opens"
    if one.words <= DATED and _YEAR.search(one.text) and date_line(one.text):
        return "date line"
    if one.text.isascii() and not _WORD.search(one.text):
        return "navigation"
    if text in ALONE or (one.words <= OPENS and _ISSUE.search(text)):
        return "section label"
    if names.byline(one.text, one.words):
        return "byline"
    if _arrow(one):
        return "navigation"
    listed = menu(text)
    if listed:
        return listed
    found = why(text, one.words, one.text)
    if found and one.words <= 3:
        return found
    picture = captions.sort(original[one.start : one.end], one.text, one.words)
    if picture is captions.Sort.CREDIT:
        return "credit"
    if found and not picture:
        return found
    if one.words <= SHORT:
        if one.words <= DATED and date_line(one.text):
            return "date line"
        if _bar(one):
            return "navigation"
    return "caption" if picture else None


def split(one: Block, original: str) -> Sequence[Block]:
    """Return the parts of a line that holds a byline, a date and the like beside each other."""
    if one.words > SHORT or len(one.text) > LONGEST or (one.ended and one.words > 12):
        return (one,)
    raw = original[one.start : one.end]
    cuts = [m.span() for m in _SEPARATOR.finditer(raw)]
    if cuts and cuts[0][0] > 0:
        edges = [0, *(edge for cut in cuts for edge in cut), len(raw)]
        spans = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
        parts = _parts(one, original, spans)
        labels = [label(part, original) for part in parts]
        told = [x is not None or names.one_name(p.text) or names.agency(p.text)
                for x, p in zip(labels, parts, strict=True)]  # fmt: skip
        dated = "date line" in labels and all(part.words <= TITLED for part in parts)
        if {"byline", "date line"} & set(labels) and (dated or all(told)):
            return _whole(one, original, parts, labels)
    if not _YEAR.search(one.text) or not names.byline(_undated(one.text), one.words):
        return (one,)
    for found in dates(one.text):
        at = raw.find(one.text[found.start : found.end])
        before = _BEFORE_DATE.search(raw, 0, at) if at > 0 else None
        if before and before.start() > 0:
            parts = _parts(one, original, [(0, before.start()), (before.start(), len(raw))])
            if [label(part, original) for part in parts] == ["byline", "date line"]:
                return parts
    return (one,)


def _parts(one: Block, original: str, spans: Sequence[tuple[int, int]]) -> list[Block]:
    made = [block(original, one.start + a, one.start + b, one.gap) for a, b in spans if b > a]
    return [part for part in made if part]


def _whole(
    one: Block, original: str, parts: Sequence[Block], labels: Sequence[Label]
) -> list[Block]:
    """Return parts that take the signs between them in; a name takes none when it need not."""
    edges = [one.start]
    for i in range(len(parts) - 1):
        named = labels[i] in (None, "byline")
        edges.append(parts[i].end if named else parts[i + 1].start)
    edges.append(one.end)
    made = [block(original, a, b, one.gap) for a, b in pairwise(edges)]
    return [part for part in made if part]


def _undated(text: str) -> str:
    found = next(dates(text), None)
    if not found or found.start == 0:
        return ""
    before = _BEFORE_DATE.search(text, 0, found.start)
    return text[: before.start() if before else found.start]


def _arrow(one: Block) -> bool:
    """Whether a line leads to another page: an arrow at one end of it."""
    first, last = one.text[0] in _ARROWS, one.text[-1] in _ARROWS
    quoted = "«" in one.text and "»" in one.text
    return first != last and not quoted and one.words <= 15


def _bar(one: Block) -> bool:
    """Whether a line is a bar of links: short parts with signs between them."""
    parts = [part for part in _BAR.split(one.text) if part]
    return len(parts) >= 3 and not one.ended and one.words <= 4 * len(parts)
