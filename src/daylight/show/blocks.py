"""What a page is made of. A question gives sections of blocks; one template lays them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from daylight.show.chart import Chart
from daylight.show.dispute import Dispute


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; only web addresses and pages beside it become links."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Fine:
    """Words in smaller print: a citation, a unit."""

    text: str | Link


Tone = Literal["yes", "partly", "no", "unsure", "beyond"]
"""How a marked run of text is coloured; what it means stands in its label too."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of a text that are judged, with a short label behind them."""

    text: str
    label: str
    tone: Tone


Words = str | tuple[str | Link | Strong | Fine | Marked, ...]
"""A run of text. Whatever it holds is escaped."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a note explains, `missing` says what is not there, `more` leaves a sheet."""

    kind: ClassVar[str] = "paragraph"
    text: Words
    role: Literal["", "note", "missing", "more"] = ""


@dataclass(frozen=True, slots=True)
class Subhead:
    """A heading within a section."""

    kind: ClassVar[str] = "subhead"
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list without order."""

    kind: ClassVar[str] = "listing"
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """What has dates, in the order given: the date in words and for programs, and what was."""

    kind: ClassVar[str] = "dated"
    items: tuple[tuple[str, str, Words], ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms, each with sentences below it."""

    kind: ClassVar[str] = "terms"
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its header, small print follows in a cell of several."""

    kind: ClassVar[str] = "table"
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | tuple[str, ...], ...], ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its data behind it and its sources under it, or why it is missing.

    `sources` are ids; the page numbers them as in its list. What is `more` than a first reader
    needs is left out where a page is printed on one sheet; what is `spare` is left out there when
    room is short, since words say the same; and so is a chart of which a later one, its `twin`,
    shows as much.
    """

    kind: ClassVar[str] = "figure"
    name: str
    chart: Chart | None
    missing: str
    table: Table
    sources: tuple[str, ...]
    more: bool = False
    spare: bool = False
    twin: str = ""


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map of states with what is disputed below it and its table beside it.

    It is a figure in all else (:class:`Figure`): the page shows `chart` where there is room and
    `narrow` on phones, a text names it, and it leaves the page as a picture.

    Attributes
    ----------
    title, subtitle : str
        What was found, and the measure.
    narrow : Chart or None
        Tiles for narrow screens; None where `chart` has tiles too.
    disputes : tuple of Dispute
        Numbered from 1, as on the map.
    notes : tuple of str
        What the map cannot show.
    """

    kind: ClassVar[str] = "map"
    name: str
    title: str
    subtitle: str
    chart: Chart | None
    narrow: Chart | None
    missing: str
    table: Table
    sources: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    notes: tuple[str, ...]
    more: bool = False

    @property
    def line(self) -> str:
        """A line for a text, which has no map."""
        return f"Map: {self.title} ({self.subtitle}). It is on the page, and a file with -o."


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that open when asked for."""

    kind: ClassVar[str] = "fold"
    summary: str
    blocks: tuple[Block, ...]


Block = Paragraph | Subhead | Listing | Dated | Terms | Table | Figure | WorldMap | Fold


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page: what it is about, what was found, and the blocks that show it.

    Attributes
    ----------
    name : str
        Id on the page.
    kicker : str
        What it is about, in a word or two.
    finding : str
        The heading: a sentence that is true by construction.
    """

    name: str
    kicker: str
    finding: str
    blocks: tuple[Block, ...]
