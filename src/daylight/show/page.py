"""Pages that need nothing else: no script, no request; and the part that a notebook shows."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from daylight.core.answer import Answer, View
from daylight.core.lazy import load
from daylight.core.said import LIMITS, SourceNote
from daylight.say.dates import day
from daylight.show.blocks import (
    Block,
    Figure,
    Fine,
    Fold,
    Link,
    Marked,
    Section,
    Strong,
    Words,
    WorldMap,
)
from daylight.show.text import title

TEMPLATES = Path(__file__).parent / "templates"
MOST_NAMED = 6
"""More sources than this are given under a chart by number only."""
SHEETS = "@page { margin: 9mm 10mm; }"
LIMITS_ON_A_SHEET = 5
"""Limits that are printed on one sheet, the first ones; ``page.css`` hides the others."""
LONG = 30
"""A table of more rows scrolls, and is set small in print."""
_BESIDE = re.compile(r"[a-z0-9-]+\.html")
"""A page in the same folder."""
_TAG = re.compile(r"<[a-z][^<>]*>")
_REFERENCE = re.compile(r'(?<= )(id|aria-labelledby|aria-describedby)="')


def page(answer: Answer, view: View) -> str:
    """Return an answer as a self-contained HTML page.

    Returns
    -------
    str
        One document with its styles and charts inside. It holds no script and loads nothing;
        its only addresses are links to cited sources.
    """
    return _render("page", answer, view, f"\n{_style()}{SHEETS}\n")


def part(answer: Answer, view: View) -> str:
    """Return an answer as a part of a page, with its styles; its ids are its own."""
    asked = f"{type(answer).__name__} {answer.request.command} {answer.request.atlas}"
    html = _render("part", answer, view, _style())
    return apart(html, f"d{sha256(asked.encode()).hexdigest()[:6]}-")


def apart(html: str, prefix: str) -> str:
    """Put a prefix before every id and reference, so that answers on one page keep theirs."""
    named = _TAG.sub(lambda tag: _REFERENCE.sub(rf'\1="{prefix}', tag.group()), html)
    return named.replace("url(#", f"url(#{prefix}")


def figures(sections: Iterable[Section]) -> Iterator[Figure | WorldMap]:
    """Return every figure of some sections, in reading order."""
    for section in sections:
        yield from _figures(section.blocks)


def _figures(blocks: Iterable[Block]) -> Iterator[Figure | WorldMap]:
    for block in blocks:
        if isinstance(block, Figure | WorldMap):
            yield block
        elif isinstance(block, Fold):
            yield from _figures(block.blocks)


def policy(style: str) -> str:
    """Return the content policy of a page: this style and nothing else, whoever changed the page.

    A script, a picture or a request that came into the page in some way would not run or load.
    """
    mark = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"


def _render(form: str, answer: Answer, view: View, style: str) -> str:
    numbers = {source.id: n for n, source in enumerate(answer.sources, start=1)}
    return _template(form).render(
        answer=answer,
        request=answer.request,
        title=title(answer.request) or view.asks,
        asks=view.asks,
        style=Markup(style),
        policy=Markup(policy(style)),
        sections=_shown(load(view.sections)(answer), form),
        scale=[entry.legend() for entry in view.scales(answer)],
        limits=[c for c in answer.caveats if c.kind in LIMITS],
        notes=[c for c in answer.caveats if c.kind not in LIMITS],
        under=lambda ids: under(ids, answer.sources, numbers),
        long=LONG,
        sheet=LIMITS_ON_A_SHEET,
    )


def _shown(sections: tuple[Section, ...], form: str) -> tuple[Section, ...]:
    """Return the sections; a notebook has room, and keeps no tiles for phones beside a map."""
    if form == "page":
        return sections
    return tuple(replace(one, blocks=tuple(map(_without_tiles, one.blocks))) for one in sections)


def _without_tiles(block: Block) -> Block:
    return replace(block, narrow=None) if isinstance(block, WorldMap) else block


@lru_cache(maxsize=1)
def _style() -> str:
    return (TEMPLATES / "page.css").read_text("utf-8")


@lru_cache(maxsize=2)
def _template(form: str) -> Template:
    pages = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters |= {"day": day, "link": link, "short": short, "svg": Markup, "words": words}
    return pages.get_template(f"{form}.html.j2")


def link(address: str) -> str:
    """Return an address that a page may link to, or an empty text for any other."""
    known = urlsplit(address).scheme in ("http", "https") or _BESIDE.fullmatch(address)
    return address if known else ""


def words(text: Words | Link | Strong | Fine | Marked) -> Markup:
    """Return a run of text as HTML, escaped."""
    if isinstance(text, tuple):
        return Markup("").join(words(one) for one in text)
    if isinstance(text, Strong):
        return Markup("<b>{}</b>").format(text.text)
    if isinstance(text, Marked):
        shape = Markup('<mark class="{}">{} <span class="verdict">{}</span></mark>')
        return shape.format(text.tone, text.text, text.label)
    if isinstance(text, Fine):
        return Markup('<span class="source">{}</span>').format(words(text.text))
    if isinstance(text, Link):
        return _linked(text)
    return escape(text)


def _linked(text: Link) -> Markup:
    address = link(text.address)
    if not address:
        return escape(text.text)
    form = Markup('<a href="{}" rel="noopener noreferrer">{}</a>')
    return form.format(address, text.text)


def under(ids: Iterable[str], sources: Iterable[SourceNote], numbers: Mapping[str, int]) -> str:
    """Name the sources under a chart, numbered as in the list at the end of the page."""
    wanted = set(ids)
    named = [source for source in sources if source.id in wanted]
    if len(named) > MOST_NAMED:
        marks = runs([numbers[source.id] for source in named])
        return f"{len(named)} sources, listed at the end: {marks}"
    return "; ".join(f"{short(source)} [{numbers[source.id]}]" for source in named)


def runs(marks: list[int]) -> str:
    """Write numbers of sources, those in a row as one: ``[1] to [4], [7]``."""
    starts = [n for n in marks if n - 1 not in marks]
    ends = [n for n in marks if n + 1 not in marks]
    rows = zip(starts, ends, strict=True)
    return ", ".join(f"[{a}]" if a == b else f"[{a}] to [{b}]" for a, b in rows)


def short(source: SourceNote) -> str:
    """Name a source in a few words: its title up to the first comma or bracket."""
    return re.split(r",| \(", source.title)[0]
