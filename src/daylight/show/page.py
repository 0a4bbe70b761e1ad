"""Pages that need nothing else: no script, no request; and the part that a notebook shows."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from daylight.core.answer import Answer, View
from daylight.core.lazy import load
from daylight.core.said import LIMITS
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
from daylight.show.named import most, short
from daylight.show.room import tightness
from daylight.show.sheet import (
    EARLY,
    LIMITS_ON_A_FULL_SHEET,
    LIMITS_ON_A_SHEET,
    of_a_sheet,
    without_twins,
)
from daylight.show.takes import Below, citation
from daylight.show.text import title

TEMPLATES = Path(__file__).parent / "templates"
COLUMN, WHOLE = 438, 920
"""Pixels of a chart in one of two columns and across a sheet, before print makes all smaller."""
SHEETS = "@page { margin: 9mm 10mm; }"
ASKED, NOT_ASKED = ".page:has(.ask :checked)", ".page:not(:has(.ask :checked))"
"""Where the style sheet looks whether the reader asked to print all of it."""
LONG = 30
"""A table of more rows scrolls, and is set small in print."""
_BESIDE = re.compile(r"[a-z0-9-]+\.html")
"""A page in the same folder."""
RIM = ' stroke="var(--paper, #ffffff)" stroke-width="3" paint-order="stroke"'
_FALLBACK = re.compile(r"var\((--[\w-]+), *#[0-9a-f]{6}\)")
_TAG = re.compile(r"<[a-z][^<>]*>")
_REFERENCE = re.compile(r'(?<= )(id|aria-labelledby|aria-describedby)="')


@dataclass(frozen=True, slots=True)
class Paper:
    """How a page is printed.

    Attributes
    ----------
    size : str
        Of a sheet, as style sheets name it.
    fixed : callable
        Readies the charts of a section for print, at a width in pixels.
    kind : str
        One sheet, or all of it.
    tight : int
        How much is left out of one sheet, from 0 to 5.
    split : int or None
        How many sections the first of two columns has; 0 for all, one below the other and as
        narrow as a column; None for no columns.
    tall : int
        Height of the columns in pixels; 0 where it is to be found out.
    """

    size: str
    fixed: Callable[[Section, int], Section]
    kind: Literal["sheet", "all"] = "sheet"
    tight: int = 0
    split: int | None = None
    tall: int = 0


def page(answer: Answer, view: View) -> str:
    """Return an answer as a self-contained HTML page.

    Returns
    -------
    str
        One document with its styles and charts inside. It holds no script and loads nothing;
        its only addresses are links to cited sources.
    """
    return _render("page", answer, view, f"\n{_style()}{SHEETS}\n")


def printed(answer: Answer, view: View, paper: Paper) -> str:
    """Return the page as a program prints it: one sheet, or all of it."""
    sheet = f"@page {{ size: {paper.size}; margin: 9mm 10mm; }}"
    # There is no box to tick, and to look for one at every element takes seconds.
    sure, never = (ASKED, NOT_ASKED) if paper.kind == "all" else (NOT_ASKED, ASKED)
    style = _style().replace(sure, ".page").replace(never, ".never")
    html = _render("page", answer, view, f"\n{style}{sheet}\n", paper)
    return html.replace("<details>", "<details open>").replace(
        "<details class", "<details open class"
    )


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


def _render(
    form: str,
    answer: Answer,
    view: View,
    style: str,
    paper: Paper | None = None,
) -> str:
    sections = without_twins(load(view.sections)(answer))
    limits = [c for c in answer.caveats if c.kind in LIMITS]
    tight = paper.tight if paper else tightness(sections, limits)
    numbers = {source.id: n for n, source in enumerate(answer.sources, start=1)}
    return _template(form).render(
        answer=answer,
        rest=answer.headline.removeprefix(answer.lead).strip(),
        request=answer.request,
        title=title(answer.request) or view.asks,
        asks=view.asks,
        style=Markup(style),
        policy=Markup(policy(style)),
        sections=_shown(sections, form, paper),
        scale=[entry.legend() for entry in view.scales(answer)],
        limits=limits,
        notes=[c for c in answer.caveats if c.kind not in LIMITS],
        under=Below(answer, numbers, carries=form == "page" and paper is None),
        long=LONG,
        sheet=LIMITS_ON_A_FULL_SHEET if tight else LIMITS_ON_A_SHEET,
        cite=citation(answer),
        early=[section.name for section in sections[:EARLY]],
        most=most(answer.sources),
        tight=tight,
        paper=paper.kind if paper else "",
        split=paper.split if paper else None,
        tall=paper.tall if paper else 0,
    )


def _shown(sections: tuple[Section, ...], form: str, paper: Paper | None) -> tuple[Section, ...]:
    """Return the sections; a notebook has room, and keeps no tiles for phones beside a map."""
    if paper is not None:
        cut = of_a_sheet(sections) if paper.kind == "sheet" else sections
        width = WHOLE if paper.split is None else COLUMN
        return tuple(paper.fixed(section, width) for section in cut)
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
    pages.filters |= {"day": day, "link": link, "short": short, "svg": _chart, "words": words}
    return pages.get_template(f"{form}.html.j2")


def _chart(svg: str) -> Markup:
    """Return a chart in fewer letters: the style sheet has its colours and the rim of words."""
    return Markup(_FALLBACK.sub(r"var(\1)", svg.replace(RIM, ' class="rim"')).replace(" />", "/>"))


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
