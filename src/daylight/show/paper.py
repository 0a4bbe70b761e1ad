"""An answer on paper: a PDF whose first sheet is the page in short, all of it behind on request."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from daylight.core.answer import Answer, View
from daylight.core.choices import one_of
from daylight.core.errors import MissingExtra
from daylight.show.blocks import Block, Figure, Fold, Section, WorldMap
from daylight.show.chart import Chart
from daylight.show.columns import Heights, heights
from daylight.show.page import Paper, apart, printed
from daylight.show.sheet import TIGHTEST
from daylight.show.standalone import INK, NAMESPACE, standalone

if TYPE_CHECKING:
    from weasyprint.document import Document

PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height of sheets, in millimetres."""
MARGIN = 9
"""Above and below what is printed, in millimetres, as ``page.css`` has it."""
MM = 96 / 25.4
"""Pixels of the style sheet in a millimetre."""
INSTALL = "install it with the extra `print`: pip install '.[print]' in a clone of Daylight"


def pdf(answer: Answer, view: View, paper: str = "a4", details: bool = False) -> bytes:
    """Return an answer as PDF: tagged, with title, language and bookmarks.

    Parameters
    ----------
    answer : Answer
    view : View
    paper : str
        ``a4`` or ``letter``.
    details : bool
        Whether sheets with tables, citations and scales of words follow.

    Raises
    ------
    BadInput
        For another paper.
    MissingExtra
        Without the library that lays out.
    """
    size = one_of(str(paper).lower(), tuple(PAPERS), "paper")
    document = _sheet(answer, view, size)
    if details:
        html = apart(printed(answer, view, Paper(size, fixed, "all")), "all-")
        document = document.copy([*document.pages, *_laid_out(html).pages])
    buffer = BytesIO()
    document.write_pdf(buffer, pdf_tags=True)
    return buffer.getvalue()


def _sheet(answer: Answer, view: View, size: str) -> Document:
    """Return the answer on one sheet, as much of it as there is room for."""
    across, tall = PAPERS[size]
    for tight in range(TIGHTEST + 1):
        paper = Paper(f"{across}mm {tall}mm", fixed, "sheet", tight)
        long = replace(paper, size=f"{across}mm 9999mm", split=0)
        found = _heights(_laid_out(printed(answer, view, long)))
        first, longer = found.split()
        if longer + found.around <= (tall - 2 * MARGIN) * MM:
            paper = replace(paper, split=first, tall=ceil(longer))
            return _laid_out(printed(answer, view, paper))
    return _laid_out(printed(answer, view, replace(paper, tight=0)))


def _heights(document: Document) -> Heights:
    tops = {name: place[1] for name, place in document.pages[0].anchors.items()}
    names = [name for name in tops if name.startswith("part-")]
    return heights(tops, sorted(names, key=lambda name: tops[name]), MARGIN * MM)


def _laid_out(html: str) -> Document:
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:  # OSError: without the libraries of the system
        raise MissingExtra(f"PDF needs the extra `print` ({error}); {INSTALL}.") from None
    return HTML(string=html, url_fetcher=_nothing).render()


def _nothing(address: str, *_: Any, **__: Any) -> Any:
    """Refuse every address: a page loads nothing."""
    raise ValueError(f"{address} is not loaded")


def fixed(section: Section, width: int) -> Section:
    """Return a section with its charts in fixed sizes and colours, as print programs read them."""
    return replace(section, blocks=tuple(_fixed(block, width) for block in section.blocks))


def _fixed(block: Block, width: int) -> Block:
    if isinstance(block, Fold):
        return replace(block, blocks=tuple(_fixed(inner, width) for inner in block.blocks))
    if isinstance(block, Figure | WorldMap) and block.chart:
        return replace(block, chart=Chart(_drawn(block.chart.svg, width), block.chart.caption))
    return block


def _drawn(chart: str, width: int) -> str:
    marks, about = standalone(chart, width)
    svg = Element("svg", {
        "xmlns": NAMESPACE, "class": "chart", "width": "100%", "fill": INK,
        "viewBox": f"0 0 {width} {about['height']}", "font-family": "Liberation Sans, Arial",
    })  # fmt: skip
    SubElement(svg, "title").text = f"{about['title']}: {about['desc']}"
    svg.extend(marks)
    return tostring(svg, encoding="unicode")
