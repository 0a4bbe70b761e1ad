"""Where a page is, from its address: only http and https, and without a password."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from daylight.core.errors import BadInput
from daylight.core.visible import quoted

LONGEST = 4_000
"""Characters of an address of the web."""
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"


@dataclass(frozen=True, slots=True)
class Site:
    """Where a page is, from its address."""

    secure: bool
    host: str
    port: int
    target: str


def site(url: str) -> Site:
    """Return where a page is.

    Raises
    ------
    BadInput
        For what is no http or https address, or has a password in it.
    """
    if len(url) > LONGEST or any(c.isspace() or ord(c) < 33 or c in '\\"<>' for c in url):
        raise BadInput(f"{quoted(url)} is no address of a page; write it without spaces and signs.")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
    except ValueError as error:
        raise BadInput(f"{quoted(url)} is no address of a page ({error}).") from None
    if parts.scheme not in ("http", "https"):
        raise BadInput(f"{quoted(url)} is refused: only http:// and https:// are fetched.")
    if parts.username is not None or parts.password is not None:
        raise BadInput(f"{quoted(parts.scheme)}: an address with a name or password is refused.")
    if not host or "%" in host or port == 0:
        raise BadInput(f"{quoted(url)} names no place on the web; give the whole address.")
    secure = parts.scheme == "https"
    query = f"?{parts.query}" if parts.query else ""
    return Site(
        secure, host, port or (443 if secure else 80), quote((parts.path or "/") + query, _SAFE)
    )
