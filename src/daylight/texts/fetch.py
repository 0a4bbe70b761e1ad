"""A page from the web: only when asked for, only from public addresses, only so much of it."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin

from daylight.core.errors import FetchFailed
from daylight.core.visible import quoted
from daylight.texts.connect import Connect, Resolve, ask, resolved, system
from daylight.texts.sites import Site, site

REDIRECTS = 5
SECONDS = 30.0
"""For all of it: names, redirects, the page."""
MOVED = frozenset({301, 302, 303, 307, 308})
CLOSED = frozenset({401, 402, 403, 407, 451})
TEXTS = ("text/", "application/xhtml", "application/xml")
"""Types of content that may be an article."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched.

    Attributes
    ----------
    content : bytes
    charset : str or None
        The encoding that came with it.
    url : str
        Where it was, after redirects.
    """

    content: bytes
    charset: str | None
    url: str


def fetch(
    url: str,
    most: int,
    seconds: float = SECONDS,
    resolve: Resolve = resolved,
    connect: Connect = system,
) -> Page:
    """Return the page at an address.

    The name is resolved, each of its addresses must be public, and one of these very addresses is
    connected to; so again after each redirect. No proxy, cookie or password is used.

    Parameters
    ----------
    url : str
    most : int
        Bytes that are read.
    seconds : float
        For all of it.
    resolve, connect : callable
        How a name becomes addresses, and an address a connection.

    Raises
    ------
    BadInput
        When the address, or one that it leads to, may not be fetched.
    FetchFailed
        When the page is not there, is closed, is no text, is too large or too slow.
    """
    deadline = monotonic() + seconds
    here = url
    for _ in range(REDIRECTS + 1):
        where: Site = site(here)
        answer = ask(where, most, deadline, resolve, connect)
        if answer.status in MOVED and answer.location:
            here = urljoin(here, answer.location)
            continue
        if answer.status in CLOSED:
            raise FetchFailed(
                f"{quoted(url)} is closed to programs, or behind a login (status {answer.status}); "
                "paste its text into a file, and give the file."
            )
        if answer.status != 200:
            raise FetchFailed(
                f"{quoted(url)} could not be fetched (status {answer.status}); check the address."
            )
        if answer.kind and not answer.kind.startswith(TEXTS):
            raise FetchFailed(
                f"{quoted(url)} is {quoted(answer.kind)}, not text or HTML; give a page of text."
            )
        return Page(answer.content, answer.charset, here)
    raise FetchFailed(
        f"{quoted(url)} leads on more than {REDIRECTS} times; give the address where it ends."
    )
