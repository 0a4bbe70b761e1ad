"""The frame around everything that the server shows: search, links, styles, templates."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from daylight.core.version import __version__
from daylight.say.dates import day
from daylight.show.named import short
from daylight.show.page import TEMPLATES as BLOCKS
from daylight.show.page import link, words
from daylight.store.atlas import current

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"
LINKS = (("/", "Search"), ("/blocs", "Blocs"), ("/table", "Tables"), ("/measures", "Measures"),
         ("/sources", "Sources"), ("/check", "Check an article"), ("/sql", "SQL"),
         ("/openapi.json", "API"))  # fmt: skip


def html(template: str, title: str, path: str, **given: Any) -> bytes:
    """Return a page.

    Parameters
    ----------
    template : str
        Its name, without endings.
    title : str
    path : str
        Its address.
    **given
        What the template shows.
    """
    atlas = current()
    text = _templates().get_template(f"{template}.html.j2").render(
        title=title, path=path, links=LINKS, version=__version__, atlas=atlas.manifest.id,
        last=atlas.last, mark=mark(), **given,
    )  # fmt: skip
    return text.encode()


@lru_cache(maxsize=1)
def _templates() -> Environment:
    pages = Environment(
        loader=FileSystemLoader([TEMPLATES, BLOCKS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters |= {"day": day, "link": link, "short": short, "svg": Markup, "words": words}
    return pages


@lru_cache(maxsize=1)
def sheet() -> bytes:
    """Return the style sheet of all pages."""
    return (
        (BLOCKS / "page.css").read_text("utf-8") + (STATIC / "site.css").read_text("utf-8")
    ).encode()


@lru_cache(maxsize=1)
def mark() -> str:
    """Return a mark of the style sheet, so that browsers may keep it until it changes."""
    return sha256(sheet()).hexdigest()[:12]
