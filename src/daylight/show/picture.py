"""A chart that leaves the page: with its title, what it shows and its sources, as SVG or PNG."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from daylight.core.answer import Answer
from daylight.core.choices import one_of
from daylight.core.errors import BadInput, MissingExtra
from daylight.core.request import Request
from daylight.core.said import SourceNote
from daylight.say.dates import day
from daylight.show.blocks import Figure, WorldMap
from daylight.show.named import short
from daylight.show.standalone import INK, NAMESPACE, standalone
from daylight.store.whole import whole

WIDTH, MARGIN = 760, 20
SCALE = 2.0
"""Pixels of a PNG for each pixel of the SVG, as screens and journals want it."""
MOST = 10_000
"""Pixels across a PNG at most."""
SOFT = "#595959"
FAMILY = "DejaVu Sans, Verdana, sans-serif"
"""The font that ships for PNG, and one of the same widths where it is not installed."""
FONTS = Path(__file__).parent / "fonts"
ENDINGS = ("svg", "png")
INSTALL = "install it with the extra `pictures`: pip install '.[pictures]' in a clone of Daylight"
_WIDTHS = {
    c: ems
    for group, ems in (
        ("ijlI.,:;'!|/ ", 0.33),
        ("frt()[]-", 0.4),
        ("csvxyzk", 0.58),
        ("mwMW%@—", 0.98),
    )
    for c in group
}
"""Of letters in sizes of the font; others are 0.63, capitals 0.72."""


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """A chart as a document of its own.

    Attributes
    ----------
    name : str
        Name of the chart, as in ``answer.plot(name)``.
    title : str
    svg : str
        A standalone SVG document with title, caption and sources.
    width, height : int
        Its size in pixels.
    """

    name: str
    title: str
    svg: str = field(hash=False)
    width: int
    height: int

    def png(self, width: int | None = None, scale: float = SCALE) -> bytes:
        """Return the picture as PNG.

        Parameters
        ----------
        width : int, optional
            Pixels across; the height follows.
        scale : float
            Pixels for each pixel of the SVG, where no width is given.

        Raises
        ------
        BadInput
            For a size that is not positive or larger than 10,000 pixels across.
        MissingExtra
            Without the library that draws.
        """
        across = self.width * scale if width is None else width
        if not (isinstance(across, int | float) and 1 <= across <= MOST):
            raise BadInput(f"A PNG is 1 to {MOST:,} pixels wide, not {across}.")
        try:
            from resvg_py import svg_to_bytes
        except ImportError as error:
            raise MissingExtra(f"PNG needs the extra `pictures` ({error}); {INSTALL}.") from None
        # Without fonts the library draws no words and says nothing; so the fonts ship.
        return svg_to_bytes(
            svg_string=self.svg, width=round(across), skip_system_fonts=True, font_files=_fonts()
        )

    def save(self, path: str | Path, width: int | None = None, scale: float = SCALE) -> None:
        """Write the picture to a file that ends in .svg or .png, whole or not at all.

        Raises
        ------
        BadInput
            For another ending, or a size that cannot be drawn.
        CannotWrite
            When the folder is missing or not writable.
        MissingExtra
            For PNG without the library that draws.
        """
        target = Path(path)
        kind = one_of(target.suffix.lstrip(".").lower(), ENDINGS, "file ending")
        contents = self.svg.encode() if kind == "svg" else self.png(width, scale)
        with whole(target) as handle:
            handle.write(contents)

    def __repr__(self) -> str:
        return f"<Picture {self.name}: {self.title}, {self.width} x {self.height}>"

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_png_(self) -> bytes | None:
        try:
            return self.png(scale=1)
        except MissingExtra:
            # A notebook asks for every form there is, and the SVG is enough.
            return None


@dataclass(frozen=True, slots=True)
class Credit:
    """What stands under a picture that is of no answer: what was asked, and the sources."""

    request: Request
    sources: tuple[SourceNote, ...]


def picture(figure: Figure | WorldMap, answer: Answer | Credit) -> Picture:
    """Return a figure of an answer as a picture, with its sources and what made it.

    Raises
    ------
    BadInput
        When the figure has no chart; the message says why.
    """
    if figure.chart is None:
        raise BadInput(figure.missing)
    inner = WIDTH - 2 * MARGIN
    marks, about = standalone(figure.chart.svg, inner)
    svg = Element("svg", {
        "xmlns": NAMESPACE, "width": str(WIDTH), "role": "img",
        "aria-labelledby": f"{figure.name}-title", "aria-describedby": f"{figure.name}-desc",
        "font-family": FAMILY, "fill": INK,
    })  # fmt: skip
    for part in ("title", "desc"):
        SubElement(svg, part, id=f"{figure.name}-{part}").text = about[part]
    paper = SubElement(svg, "rect", width=str(WIDTH), fill="#ffffff")
    bottom = _lines(svg, about["title"], MARGIN, size=15, fill=INK, bold=True) + 12
    SubElement(svg, "g", transform=f"translate({MARGIN} {bottom})").extend(marks)
    bottom += round(float(about["height"])) + 10
    for text, size in (
        (figure.chart.caption, 11.5),
        *((t, 10.5) for t in _under(figure, answer)),
        *((t, 9.0) for t in _disputed(figure)),
    ):
        bottom = _lines(svg, text, bottom, size=size, fill=SOFT) + 4
    height = bottom + MARGIN - 4
    svg.set("height", str(height))
    svg.set("viewBox", f"0 0 {WIDTH} {height}")
    paper.set("height", str(height))
    text = tostring(svg, encoding="unicode")
    return Picture(figure.name, about["title"], f"{text}\n", WIDTH, height)


def _disputed(figure: Figure | WorldMap) -> list[str]:
    """Return what stands below a map in a file too: its notes, and what is disputed."""
    if not isinstance(figure, WorldMap):
        return []
    rows = enumerate(figure.disputes, start=1)
    listed = [f"{n} {one.place}: {one.said}. {one.citation}" for n, one in rows]
    return [figure.subtitle, *figure.notes, *(["Disputed:"] if listed else []), *listed]


def _under(figure: Figure | WorldMap, answer: Answer | Credit) -> list[str]:
    """Return the lines that name the sources, and the answer that the chart is part of."""
    named = (short(source) for source in answer.sources if source.id in figure.sources)
    names = list(dict.fromkeys(named))
    request = answer.request
    made = f"Daylight {request.daylight}, atlas {request.atlas}, as of {day(request.as_of)}."
    return [f"Source: {'; '.join(names)}.", made] if names else [made]


def _lines(
    svg: Element, text: str, top: float, *, size: float, fill: str, bold: bool = False
) -> int:
    """Write a text from the left margin in as many lines as it needs; return where it ends."""
    step = round(size * 1.4)
    bottom = round(top)
    for line in broken(text, (WIDTH - 2 * MARGIN) / size, bold):
        place = {"x": str(MARGIN), "y": str(bottom + round(size)), "font-size": f"{size:g}"}
        words = SubElement(svg, "text", place | {"fill": fill})
        words.text = line
        if bold:
            words.set("font-weight", "bold")
        bottom += step
    return bottom


def broken(text: str, ems: float, bold: bool = False) -> list[str]:
    """Break a text into lines that are no wider than so many times the size of the font."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and wide(longer, bold) > ems:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def wide(text: str, bold: bool = False) -> float:
    """Return about how wide a text is, in sizes of its font."""
    plain = sum(_WIDTHS.get(c, 0.72 if c.isupper() else 0.63) for c in text)
    return plain * 1.12 if bold else plain


@lru_cache(maxsize=1)
def _fonts() -> list[str]:
    return sorted(str(path) for path in FONTS.glob("*.ttf"))
