"""One request to one address that was checked: nothing is connected to that was not."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Thread
from time import monotonic

from daylight.core.errors import BadInput, FetchFailed
from daylight.core.visible import quoted
from daylight.texts.addresses import public
from daylight.texts.deadline import stopped_at
from daylight.texts.sites import Site
from daylight.texts.unpack import body

Resolve = Callable[[str, int], Sequence[str]]
"""From a name and a port to addresses."""
Connect = Callable[[str, int, float], socket.socket]
"""From an address, a port and seconds to a connection."""
TRIED = 4
"""Addresses of a name that are tried, one after another."""
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.I)
HEADERS = {
    "User-Agent": "daylight (reads one page when a person asks)",
    "Accept": "text/html, application/xhtml+xml, text/plain",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    location: str | None
    kind: str
    charset: str | None
    content: bytes


def resolved(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a name, by the system."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def system(address: str, port: int, seconds: float) -> socket.socket:
    """Return a connection to an address; no name is looked up."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.settimeout(seconds)
        opened.connect((address, port))
    except BaseException:
        opened.close()
        raise
    return opened


def ask(where: Site, most: int, deadline: float, resolve: Resolve, connect: Connect) -> Answer:
    """Return what the server of a site answers, after its addresses were checked.

    Raises
    ------
    BadInput
        When an address is not public.
    FetchFailed
    """
    try:
        addresses = _addresses(where, deadline, resolve)
        opened = _opened(where, addresses, deadline, connect)
        with stopped_at(deadline, opened):
            return _answer(where, opened, most)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if isinstance(error, (BadInput, FetchFailed)):
            raise
        late = monotonic() >= deadline
        why = "it took too long" if late else str(error) or type(error).__name__
        raise FetchFailed(
            f"{quoted(where.host)} could not be reached ({why}); try again, or save the page and "
            "give the file."
        ) from None


def _addresses(where: Site, deadline: float, resolve: Resolve) -> Sequence[str]:
    found: list[Sequence[str] | OSError] = []

    def look() -> None:
        try:
            found.append(resolve(where.host, where.port))
        except (OSError, UnicodeError) as error:
            found.append(OSError(str(error)))

    thread = Thread(target=look, daemon=True)  # a resolver cannot be stopped, only left
    thread.start()
    thread.join(max(deadline - monotonic(), 0.0))
    if not found:
        raise TimeoutError("its name was not found in time")
    if isinstance(found[0], OSError):
        raise found[0]
    if not found[0] or not all(public(address) for address in found[0]):
        raise BadInput(
            f"{quoted(where.host)} is not at a public address, so it is not fetched; save the "
            "page, and give the file."
        )
    return found[0]


def _opened(
    where: Site, addresses: Sequence[str], deadline: float, connect: Connect
) -> socket.socket:
    last: OSError = TimeoutError("no time left")
    for address in addresses[:TRIED]:
        left = deadline - monotonic()
        if left <= 0:
            break
        try:
            return connect(address, where.port, left)
        except OSError as error:
            last = error
    raise last


def _answer(where: Site, opened: socket.socket, most: int) -> Answer:
    if where.secure:
        opened = ssl.create_default_context().wrap_socket(opened, server_hostname=where.host)
    line = http.client.HTTPConnection(where.host, where.port)
    line.default_port = 443 if where.secure else 80
    line.sock, line.auto_open = opened, 0  # it shall never open one of its own
    try:
        line.request("GET", where.target, headers=HEADERS)
        reply = line.getresponse()
        kind = reply.headers.get("Content-Type", "")
        charset = _CHARSET.search(kind)
        return Answer(
            reply.status,
            reply.headers.get("Location"),
            kind.partition(";")[0].strip().lower(),
            charset[1] if charset else None,
            body(reply, most) if reply.status == 200 else b"",
        )
    finally:
        line.close()
