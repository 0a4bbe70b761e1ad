"""The application: the site behind its guard, with errors as pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response

from daylight.core.errors import DaylightError
from daylight.store.atlas import Atlas, current
from daylight.web.faults import fault_page, plain_fault
from daylight.web.guard import LOOPBACK, Guard, TooLarge
from daylight.web.site import Site


def app(
    atlas: Atlas | None = None, hosts: Iterable[str] = LOOPBACK, open_to_others: bool = False
) -> Guard:
    """Return the application.

    Parameters
    ----------
    atlas : Atlas, optional
        The atlas in use by default.
    hosts : iterable of str
        Names by which it may be called.
    open_to_others : bool
        Whether it can be reached from other machines.
    """
    routes = Site(atlas or current()).routes()
    return Guard(Starlette(routes=routes, exception_handlers=HANDLERS), hosts, open_to_others)


async def _fault(request: Request, fault: Exception) -> Response:
    """Answer with an error of Daylight's own making."""
    assert isinstance(fault, DaylightError)
    form = dict(request.query_params)
    code, content, media = fault_page(fault, request.url.path, form)
    return _unkept(code, content, media)


async def _too_long(request: Request, fault: Exception) -> Response:
    text = "It took too long, or too many ask at once; try again in a moment."
    return _unkept(*plain_fault(503, text, request.url.path, {}))


async def _too_large(request: Request, fault: Exception) -> Response:
    return _unkept(*plain_fault(413, "More was sent than is read.", request.url.path, {}))


async def _broken(request: Request, fault: Exception) -> Response:
    """Answer where Daylight itself is at fault; the server logs the trace."""
    text = "This is a fault of Daylight; the log of the server says more."
    return _unkept(*plain_fault(500, text, request.url.path, {}))


def _unkept(code: int, content: bytes, media: str) -> Response:
    return Response(content, code, {"cache-control": "no-store"}, media)


HANDLERS: dict[Any, Any] = {
    DaylightError: _fault,
    TimeoutError: _too_long,
    TooLarge: _too_large,
    Exception: _broken,
}
"""Which errors are which pages."""
