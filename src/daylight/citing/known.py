"""Works that Daylight rests on, read from ``references.yml``; and Daylight itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from daylight.citing.reference import Reference, people, worded
from daylight.core.version import __version__

FILE = Path(__file__).parent / "references.yml"
TITLE = "Daylight: how tightly states are bound, where they part, and the evidence for it"
AUTHORS = "{The Daylight authors}"
YEAR = 2026
ADDRESS = "https://pypi.org/project/daylight-ir/"
"""These stand in ``CITATION.cff`` too, which is not part of the package; a test compares."""


class Cited(Protocol):
    """A source as an answer or an atlas names it."""

    @property
    def id(self) -> str:
        """Id of its declaration."""

    @property
    def title(self) -> str:
        """What it is."""

    @property
    def citation_key(self) -> str:
        """What programs call it."""

    @property
    def citation(self) -> str:
        """The citation in words."""

    @property
    def url(self) -> str:
        """Where it is."""


def daylight(atlas: str, made_by: str = "") -> Reference:
    """Return how to cite Daylight with an atlas, and the command behind a result."""
    version = f"{__version__}, atlas {atlas}" if atlas else __version__
    note = f"Made by: {made_by}" if made_by else ""
    text = f"{AUTHORS.strip('{}')} ({YEAR}). {TITLE}. Version {version}. {ADDRESS}"
    return Reference(
        key=f"daylight{YEAR}",
        kind="software",
        authors=people(AUTHORS),
        title=TITLE,
        year=YEAR,
        version=version,
        url=ADDRESS,
        note=note,
        text=f"{text} {note}".strip(),
    )


def of_source(source: Cited) -> tuple[Reference, ...]:
    """Return the works of a source; one that is not known has its citation as a title."""
    rows = _file()["sources"].get(source.id)
    if rows is None:
        text = source.citation.strip() or source.title
        return (Reference(source.citation_key, "dataset", (), text, text, url=source.url),)
    first, *others = (_work(row, source.citation_key) for row in rows)
    named = replace(first, text=source.citation.strip(), url=first.url or source.url)
    return (named, *(replace(other, text="") for other in others))


def of_sources(sources: Iterable[Cited]) -> tuple[Reference, ...]:
    """Return the works of several sources, each once, in their order."""
    return once(work for source in sources for work in of_source(source))


def of_measure(citation: str) -> tuple[Reference, ...]:
    """Return the works that a measure names in its citation, in the order of the file."""
    rows = [*_file()["works"], *(row for works in _file()["sources"].values() for row in works)]
    named = (row for row in rows if row.get("cited as") and row["cited as"] in citation)
    return tuple(_work(row, _key(row)) for row in named)


def once(works: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return works without those that stood before."""
    return tuple({work.key: work for work in works}.values())


def _key(row: Mapping[str, Any]) -> str:
    """Return the key of a work: its own, or that of the first author and the year."""
    own = row.get("key")
    name = "".join(c for c in people(row["authors"])[0].family.lower() if c.isalnum())
    return str(own or f"{name}{row.get('year', '')}")


def _work(row: Mapping[str, Any], key: str) -> Reference:
    fields = {k: str(v) for k, v in row.items() if k not in NOT_TEXT}
    work = Reference(
        key=str(row.get("key", key)),
        kind=row["type"],
        authors=people(row["authors"]),
        editors=people(row.get("editors", "")),
        year=row.get("year"),
        others=bool(row.get("others")),
        text="",
        **fields,
    )
    return replace(work, text=worded(work))


NOT_TEXT = ("type", "key", "authors", "editors", "year", "others", "cited as")


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    import yaml  # a question that cites nothing needs no reader of YAML

    loaded: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return loaded
