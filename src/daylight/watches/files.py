"""A watch list as a folder: its page, its data, and the brief of each pair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from daylight.briefs.brief import ask as brief
from daylight.core.request import request
from daylight.show.blocks import Link, Listing, Section
from daylight.show.frames import dump
from daylight.store.atlas import current
from daylight.watches.page import sections
from daylight.watches.records import Entry, Watch

INDEX, DATA, TABLE = "index.html", "watch.json", "watch.csv"
PAGES = "daylight.watches.files:with_briefs"


def names(answer: Watch) -> tuple[str, ...]:
    """Return the names of the files, the page of the list first."""
    return (INDEX, DATA, TABLE, *_briefs(answer))


def files(answer: Watch) -> Iterator[tuple[str, bytes]]:
    """Yield the files by name, each made when it is asked for; the page of the list last.

    So a folder with a page of the list is whole.
    """
    yield DATA, f"{answer.to_json()}\n".encode()
    table = BytesIO()
    dump(answer.to_polars(), table, "csv")
    yield TABLE, table.getvalue()
    for name, entry in _briefs(answer).items():
        yield name, _brief(answer, entry)
    view = replace(answer.view, sections=PAGES)  # type: ignore[type-var]
    yield INDEX, f"{view.page(answer)}\n".encode()


def with_briefs(answer: Watch) -> tuple[Section, ...]:
    """Return the sections of the page of the list, with links to the briefs beside it."""
    links = tuple((Link(entry.label, name),) for name, entry in _briefs(answer).items())
    if not links:
        return sections(answer)
    more = Section("briefs", "Briefs", "Each pair on a page of its own", (Listing(links),))
    return (*sections(answer), more)


def _briefs(answer: Watch) -> dict[str, Entry]:
    """Return the entries that have a brief by the name of its page, each once."""
    return {_name(entry): entry for entry in answer.entries if entry.command}


def _name(entry: Entry) -> str:
    codes = [entry.legs[0].a.code, entry.legs[0].b.code]
    codes += [leg.b.code for leg in entry.legs[1:2]]
    return re.sub(r"[^a-z0-9]+", "-", "-".join(codes).lower()) + ".html"


def _brief(answer: Watch, entry: Entry) -> bytes:
    pair, outside = entry.legs[0], entry.legs[1:2]
    power = outside[0].b.code if outside else None
    atlas = current()
    asked = request("brief", (pair.a.code, pair.b.code), answer.as_of, atlas.scope, power)
    made = brief(asked, atlas)
    return f"{made.view.page(made)}\n".encode()
