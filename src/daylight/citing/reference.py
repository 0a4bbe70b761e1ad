"""A work to cite, field by field, and the people and bodies that made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["article", "book", "chapter", "report", "dataset", "software", "web"]


@dataclass(frozen=True, slots=True)
class Author:
    """A person with family and given name, or a body with `family` alone."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A work to cite. An empty text, or no year, is what its producer does not state.

    Attributes
    ----------
    key : str
        What programs call it; unique.
    kind : Kind
    authors, editors : tuple of Author
    others : bool
        Whether there are more authors than are named.
    year : int or None
    title : str
    container : str
        The journal or book that it stands in.
    series, number : str
        Of a working paper.
    text : str
        The whole citation in words, as its producer or Daylight gives it.
    """

    key: str
    kind: Kind
    authors: tuple[Author, ...]
    title: str
    text: str
    year: int | None = None
    others: bool = False
    editors: tuple[Author, ...] = ()
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    series: str = ""
    number: str = ""
    version: str = ""
    doi: str = ""
    url: str = ""
    note: str = ""


def people(text: str) -> tuple[Author, ...]:
    """Read ``Family, Given; {A Body}`` as authors."""
    return tuple(_author(one.strip()) for one in text.split(";") if one.strip())


def _author(text: str) -> Author:
    if text.startswith("{"):
        return Author(text.strip("{}"))
    family, _, given = text.partition(",")
    return Author(family.strip(), given.strip())


def worded(work: Reference) -> str:
    """Return a citation in words from the fields of a work."""
    names = [f"{a.family}, {a.given}" if a.given else a.family for a in work.authors]
    who = "; ".join([*names, *(["et al."] if work.others else [])])
    when = f" ({work.year})" if work.year else ""
    where = f" {work.container}" if work.container else ""
    where += f" {work.volume}" if work.volume else ""
    where += f"({work.issue})" if work.issue else ""
    where += f": {work.pages}" if work.pages else ""
    made = ", ".join(part for part in (work.publisher, work.series, work.number) if part)
    ends = (where.strip(), made, work.note, work.url)
    title = work.title if work.title.endswith(("?", "!")) else f"{work.title}."
    rest = "".join(f" {part}." if part != work.url else f" {part}" for part in ends if part)
    return f"{who}{when}. {title}{rest}"
