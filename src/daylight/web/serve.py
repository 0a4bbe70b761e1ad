"""Serve the explorer from this machine."""

from __future__ import annotations

import errno
import ipaddress
import logging
import socket
import sys
from collections.abc import Callable

from daylight.core.errors import BadInput, MissingExtra
from daylight.web.guard import LOOPBACK


def serve(host: str, port: int, opened: Callable[[str], None]) -> None:
    """Serve until stopped.

    Parameters
    ----------
    host : str
        Address to listen on.
    port : int
        0 for any that is free.
    opened : callable
        Called with the address once the server listens.

    Raises
    ------
    BadInput
        When the port is in use, or may not be used, or the host is no address of this machine.
    MissingExtra
        Without the libraries of the extra ``web``.
    """
    try:
        import uvicorn

        from daylight.web.app import app
    except ImportError as error:
        if (error.name or "").startswith("daylight"):
            raise
        raise MissingExtra(
            "The explorer needs a web server; install it with the extra `web`: pip install "
            "'.[web]' in a clone of Daylight."
        ) from None
    others = not loopback(host)
    listening = _listening(host, port)
    place = listening.getsockname()
    name = f"[{host}]" if ":" in host else host
    names = ("*",) if host in ("0.0.0.0", "::") else (*LOOPBACK, name)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s")
    settings = uvicorn.Config(
        app(hosts=names, open_to_others=others), log_level="warning", access_log=False,
        server_header=False, limit_concurrency=200, timeout_keep_alive=5,
        h11_max_incomplete_event_size=16_384, lifespan="off", timeout_graceful_shutdown=2,
    )  # fmt: skip
    opened(f"http://{name}:{place[1]}/")
    uvicorn.Server(settings).run(sockets=[listening])


def loopback(host: str) -> bool:
    """Whether only this machine reaches a host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises
    ------
    BadInput
        When it cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except (OSError, OverflowError) as error:
        made.close()
        code = getattr(error, "errno", None)
        if code == errno.EADDRINUSE:
            raise BadInput(
                f"Port {port} is in use; give another with --port, or 0 for any."
            ) from None
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(
            f"Nothing can listen on {host}, port {port} ({why}); give another with --host or "
            "--port."
        ) from None
    made.listen(128)
    return made
