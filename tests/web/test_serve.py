"""The command that serves: where it listens, what it says, and how it ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from daylight.core.errors import BadInput
from daylight.web.serve import loopback, serve

pytest.importorskip("uvicorn")


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.9.9.9", True),
     ("0.0.0.0", False), ("192.168.1.2", False), ("example.org", False)],
)  # fmt: skip
def test_what_only_this_machine_reaches(host: str, own: bool) -> None:
    assert loopback(host) is own


def test_a_port_in_use_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BadInput, match=f"Port {port} is in use"):
            serve("127.0.0.1", port, lambda address: None)


def test_a_host_that_is_not_here_is_said() -> None:
    with pytest.raises(BadInput, match=r"Nothing can listen on 203\.0\.113\.7"):
        serve("203.0.113.7", 0, lambda address: None)


@pytest.mark.slow
def test_it_serves_until_it_is_stopped() -> None:
    words = [sys.executable, "-m", "daylight", "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        said = server.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found is not None, said
        with urllib.request.urlopen(f"{found[0]}bond/RUS-IRN/2017-02-01?secret=1") as page:
            assert page.status == 200
        server.send_signal(signal.SIGINT)
        rest = server.stderr.read()
    assert server.returncode in (0, 130)
    assert "GET /{kind}/{rest:path} 200" in rest
    assert "secret" not in rest and "RUS" not in rest and "Traceback" not in rest
