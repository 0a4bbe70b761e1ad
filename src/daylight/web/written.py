"""Pages that answer what a reader writes: an article, a query. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from daylight.api.put import named, put
from daylight.core.errors import DaylightError
from daylight.store.atlas import Atlas
from daylight.web.frame import html
from daylight.web.query import ROWS, SECONDS, queried
from daylight.web.shown import shown


def check_page(form: Mapping[str, str], atlas: Atlas) -> bytes:
    """Return the page for articles, with the answer about the one that was sent.

    An error stands on the page, so that the form keeps what was written.
    """
    text, day = form.get("text", ""), form.get("as_of", "").strip()
    given: dict[str, Any] = {"answer": None}
    message = ""
    if text:
        try:
            arguments = {"text": text.replace("\r\n", "\n"), "as_of": day or None}
            given = shown(put(named("check"), arguments, atlas))
        except DaylightError as fault:
            message = str(fault)
    return html("check", "Check an article", "/check", text=text, as_of=day, message=message,
                **given)  # fmt: skip


def query_page(query: str, atlas: Atlas) -> bytes:
    """Return the page for SQL, with the result of a query; an error stands on the page."""
    result, message = None, ""
    if query.strip():
        try:
            result = queried(query)
        except DaylightError as fault:
            message = str(fault)
    tables = [(one.name, f"{one.rows:,}") for one in atlas.manifest.tables]
    return html("sql", "SQL", "/sql", query=query, result=result, message=message, tables=tables,
                seconds=f"{SECONDS:g}", most=f"{ROWS:,}")  # fmt: skip
