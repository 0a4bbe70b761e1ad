"""What stands before every page: who may ask, how much may be sent, and how often.

A page of another site can make a browser ask this server. It cannot make it send another ``Host``
than the name it asked (a name that was turned to this machine: DNS rebinding), nor hide that a
form was sent from elsewhere.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
BODY = 2 * 2**20
"""Bytes of a request: an article of a million characters in UTF-8, with room."""
RATE, BURST = 5.0, 40.0
"""Requests a second and at once, for each address, where the server is open to others."""
CLIENTS = 10_000
"""Addresses whose rate is remembered."""
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """An application that asks another one only where it may.

    Parameters
    ----------
    app : callable
        The application behind it.
    hosts : iterable of str
        Names by which the server may be called, without port; ``*`` for any.
    open_to_others : bool
        Whether requests are counted by address.
    clock : callable
        Seconds; for tests.
    """

    def __init__(
        self,
        app: App,
        hosts: Iterable[str] = LOOPBACK,
        open_to_others: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._rates = Rates(clock) if open_to_others else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        refused = self._refused(scope, headers)
        if refused is not None:
            await _refuse(send, *refused)
            return
        await self._app(scope, limited(receive), _with_headers(send))

    def _refused(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "").lower()
        if "*" not in self._hosts and without_port(host) not in self._hosts:
            return 421, "This server is not called by that name; use the address that it printed."
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405, "Only GET, HEAD and POST are answered."
        if scope["method"] == "POST" and not own(headers, host):
            return 403, "This form was sent from another site; open it on this server."
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > BODY:
            return 413, f"At most {BODY:,} bytes are read."
        client = (scope.get("client") or ("", 0))[0]
        if self._rates is not None and not self._rates.may(client):
            return 429, "Too many requests; wait a few seconds."
        return None


def without_port(host: str) -> str:
    """Return the name of a host: ``[::1]:8000`` is ``[::1]``."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def own(headers: dict[str, str], host: str) -> bool:
    """Whether a form was sent from a page of this server, as a browser says, or by no browser."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == host


class Rates:
    """How often each address asked lately: a bucket that fills again."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def may(self, client: str) -> bool:
        """Count a request; whether it may be answered."""
        now = self._clock()
        left, then = self._left.pop(client, (BURST, now))
        left = min(BURST, left + (now - then) * RATE)
        self._left[client] = (max(left - 1, 0.0), now)
        while len(self._left) > CLIENTS:
            self._left.popitem(last=False)
        return left >= 1


class TooLarge(Exception):
    """More was sent than is read."""


def limited(receive: Receive) -> Receive:
    """Count what is sent, also where its length was not said."""
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > BODY:
            raise TooLarge
        return message

    return counted


def _with_headers(send: Send) -> Send:
    own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), *own]
        await send(message)

    return sent


async def _refuse(send: Send, status: int, text: str) -> None:
    body = f"{text}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(body)),
    ]
    headers += [(b"retry-after", b"5")] if status == 429 else []
    sent = _with_headers(send)
    await sent({"type": "http.response.start", "status": status, "headers": headers})
    await sent({"type": "http.response.body", "body": body})
