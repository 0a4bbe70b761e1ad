"""Errors as pages, or as data where data were asked for."""

from __future__ import annotations

import json

from daylight.api.reply import error, status
from daylight.core.errors import DaylightError
from daylight.web.frame import html

TITLES = {
    400: "That cannot be asked",
    404: "Not found",
    413: "Too large",
    500: "Something is wrong here",
    501: "Not installed",
    503: "It took too long",
}
DATA = (".json", ".csv", ".parquet")


def fault_page(fault: DaylightError, path: str, form: dict[str, str]) -> tuple[int, bytes, str]:
    """Return status, content and media type of an error.

    Parameters
    ----------
    fault : DaylightError
    path : str
        Of the request.
    form : dict of str to str
        What the reader wrote, so that the form keeps it.
    """
    code = status(fault)
    if path.startswith("/api/") or path.endswith(DATA):
        return code, as_data(error(fault)), "application/json"
    return plain_fault(code, str(fault), path, form)


def plain_fault(code: int, message: str, path: str, form: dict[str, str]) -> tuple[int, bytes, str]:
    """Return a page that says what went wrong in a line."""
    kept = {name: form.get(name, "") for name in ("a", "b", "vs", "as_of")}
    title = TITLES.get(code, TITLES[400])
    return code, html("fault", title, path, message=message, **kept), "text/html; charset=utf-8"


def as_data(found: object) -> bytes:
    """Return data as JSON."""
    return f"{json.dumps(found, indent=2, ensure_ascii=False)}\n".encode()
