"""What a reader takes from a chart of a page: the picture, its data, a credit line.

They lie in the page as links with data, so that it needs neither network nor script.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from urllib.parse import quote

from markupsafe import Markup

from daylight.citing.forms import written
from daylight.citing.known import daylight
from daylight.core.answer import Answer
from daylight.say.dates import day
from daylight.say.lines import listed
from daylight.show.blocks import Figure, Table, WorldMap
from daylight.show.named import short, under
from daylight.show.picture import picture
from daylight.show.standalone import INK
from daylight.show.text import credited, title

HEAVIEST = 60_000
"""Letters of a picture that a page carries twice at most; a world map has more."""
SAFE = " ='/:;,.()-_!*"
"""Signs that a link with data holds as they are, beside letters and digits."""
MOST_CREDITED = 4


@dataclass(frozen=True, slots=True)
class Taken:
    """One file that a page carries: what it is called, what it is saved as, and the link."""

    label: str
    file: str
    address: Markup


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below the charts of an answer.

    Attributes
    ----------
    answer : Answer
    numbers : mapping of str to int
        Of the sources, as the page lists them.
    carries : bool
        Whether the page carries pictures and data; paper and notebooks do not.
    """

    answer: Answer
    numbers: Mapping[str, int]
    carries: bool

    def __call__(self, ids: Iterable[str]) -> str:
        """Name the sources of a chart."""
        return under(ids, self.answer.sources, self.numbers)

    def files(self, figure: Figure | WorldMap) -> tuple[Taken, ...]:
        """Return the picture and the data of a chart, as links."""
        if not self.carries:
            return ()
        stem = "-".join([figure.name, *self._who(), str(self.answer.as_of)])
        svg = picture(figure, self.answer).svg
        data = carried(f"{stem}.csv", "text/csv", table_csv(figure.table), "the data as CSV")
        if len(svg) > HEAVIEST:
            return (data,)
        return (carried(f"{stem}.svg", "image/svg+xml", _light(svg), "the picture as SVG"), data)

    def credit(self, figure: Figure | WorldMap) -> str:
        """Return a line to print under a chart elsewhere."""
        named = [s for s in self.answer.sources if s.id in set(figure.sources)]
        names = list(dict.fromkeys(map(short, named)))
        if len(names) > MOST_CREDITED:
            names[MOST_CREDITED:] = [f"{len(names) - MOST_CREDITED} more"]
        asked = self.answer.request
        who = f"{title(asked)}, " if title(asked) else ""
        rest = f" Sources: {listed(names)}." if names else ""
        made = f"Daylight {asked.daylight}, atlas {asked.atlas}"
        return f"{made}; {who}as of {day(asked.as_of)}.{rest}"

    def _who(self) -> list[str]:
        return [state.code.lower() for state in self.answer.request.states[:2]]


def carried(file: str, kind: str, text: str, label: str) -> Taken:
    """Return a text as a link with data, which holds nothing that ends an attribute."""
    return Taken(label, file, Markup(f"data:{kind};charset=utf-8,{quote(text, safe=SAFE)}"))


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite a page: in words, and as files for programs that manage references."""

    text: str
    files: tuple[Taken, ...]


def citation(answer: Answer) -> Citation:
    """Return how to cite an answer; its sources have their own citations."""
    asked = answer.request
    own = daylight(asked.atlas, asked.command)
    kinds = (("BibTeX", "bibtex", "bib"), ("RIS", "ris", "ris"), ("CSL-JSON", "csl-json", "json"))
    files = (
        carried(f"daylight-{asked.atlas}.{end}", "text/plain", written([own], form), label)
        for label, form, end in kinds
    )
    return Citation(credited(answer), tuple(files))


def _light(svg: str) -> str:
    """Return SVG in fewer letters within a link: single quotes, and ink only where it is set."""
    root, end, rest = svg.strip().replace("'", "&apos;").replace('"', "'").partition(">")
    return root + end + rest.replace(f" fill='{INK}'", "").replace(" />", "/>")


def table_csv(table: Table) -> str:
    """Return a table as CSV, its cells as the page words them."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.heads)
    for row in table.rows:
        writer.writerow([cell if isinstance(cell, str) else "; ".join(cell) for cell in row])
    return out.getvalue()
