"""The brief as one HTML page that needs nothing else: no script, no request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from daylight.blocs.records import BlocTie, BlocTies
from daylight.briefs.html_figures import (
    distance_table,
    issues_figure,
    kappa_figure,
    position_figure,
    time_figure,
)
from daylight.briefs.html_view import Figure, dimensions
from daylight.briefs.phrases import day
from daylight.briefs.records import Brief
from daylight.divergences.text import record_text
from daylight.measures.numbers import estimate_text, place

TEMPLATES = Path(__file__).parent / "templates"
LIMITS = ("coverage", "definition")
"""Kinds of caveat that could change the answer; the others qualify it."""
STANDINGS = {"full": "member"}
"""How the page names a standing, where not by its own word."""
Groups = list[tuple[str, Sequence[BlocTie]]]


def render(brief: Brief) -> str:
    """Return a brief as a self-contained HTML page.

    Parameters
    ----------
    brief : Brief

    Returns
    -------
    str
        One document with its styles and charts inside. It holds no script and loads nothing;
        its only addresses are links to cited sources.
    """
    return _template().render(
        brief=brief,
        request=brief.request,
        bond=brief.bond,
        gap=brief.divergence,
        style=Markup((TEMPLATES / "brief.css").read_text("utf-8")),
        finding={f.section: f.text for f in brief.answer.findings},
        dimensions=dimensions(brief.bond),
        distances=distance_table(brief.divergence),
        record=record_text(brief.divergence.record),
        figures={f.name: f for f in _figures(brief)},
        standings=STANDINGS,
        groups=_groups(brief.blocs, brief.request.divider.name if brief.request.divider else ""),
        limits=[c for c in brief.caveats if c.kind in LIMITS],
        notes=[c for c in brief.caveats if c.kind not in LIMITS],
    )


def _figures(brief: Brief) -> Iterator[Figure]:
    yield position_figure(brief)
    yield time_figure(brief)
    yield issues_figure(brief)
    yield kappa_figure(brief)


@lru_cache(maxsize=1)
def _template() -> Template:
    pages = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters |= {"day": day, "estimate": estimate_text, "place": place, "link": link,
                      "svg": Markup, "bloc": bloc_name}  # fmt: skip
    return pages.get_template("brief.html.j2")


def link(address: str) -> str:
    """Return an address that a page may link to, or an empty text for any other."""
    return address if urlsplit(address).scheme in ("http", "https") else ""


def bloc_name(tie: BlocTie) -> str:
    """Name a bloc in full, with its abbreviation where that is how it is known."""
    known = tie.bloc != tie.name and "_" not in tie.bloc
    return f"{tie.name} ({tie.bloc})" if known else tie.name


def _groups(blocs: BlocTies, power: str) -> Groups:
    """Return the lists of blocs that have members, with their headings."""
    every: Groups = [
        ("Shared, both full members", blocs.shared),
        ("Both have a standing, not both a full one", blocs.looser),
        (f"{blocs.a.name} only", blocs.first),
        (f"{blocs.b.name} only", blocs.second),
        (f"Shared with {power}", blocs.outside),
    ]
    return [(head, ties) for head, ties in every if ties]
