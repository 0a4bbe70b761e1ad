"""Pages from the web: what is refused before a connection, after a redirect, and while reading."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from daylight.core.errors import BadInput, FetchFailed
from daylight.texts.addresses import public
from daylight.texts.fetch import Page, fetch
from daylight.texts.sites import site

OUTSIDE = "93.184.216.34"
"""A public address; nothing is sent to it."""
Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(answer: Answer) -> Iterator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: object) -> None:
            pass

    running = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield running.server_port
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


class Net:
    """A net of one server: all public addresses lead to it, and what is asked is noted."""

    def __init__(self, port: int, names: dict[str, Sequence[str]] | None = None) -> None:
        self.port = port
        self.names = names or {}
        self.asked: list[str] = []
        self.reached: list[str] = []

    def resolve(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.names.get(host, [OUTSIDE])

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.reached.append(address)
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def fetch(self, url: str, most: int = 100_000, seconds: float = 5.0) -> Page:
        return fetch(url, most, seconds, self.resolve, self.connect)


def send(
    handler: BaseHTTPRequestHandler, content: bytes, status: int = 200, **headers: str
) -> None:
    handler.send_response(status)
    for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
     "100.64.0.1", "100.127.255.255", "0.0.0.0", "224.0.0.1", "239.255.255.255", "240.0.0.1",
     "255.255.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9",
     "192.88.99.1", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
     "::ffff:0:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
     "2002:7f00:1::", "3fff::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1",
     "ff02::1", "5f00::1", "no address", "", "127.1", "2130706433", "0x7f.0.0.1"],
)  # fmt: skip
def test_an_address_that_is_not_public(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize(
    "address",
    [OUTSIDE, "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1", "2a00:1450:4001:81b::200e"],
)
def test_an_address_that_is_public(address: str) -> None:
    assert public(address)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/a", "gopher://example.org", "data:text/html,a",
     "javascript:alert(1)", "http://", "http:///path", "http://user@example.org/",
     "http://user:word@example.org/", "http://:@example.org/", "http://exa mple.org/",
     "http://example.org/a b", "http://example.org\\@10.0.0.1/", "http://example.org:0/",
     "http://example.org:99999/", "http://[::1", "http://[fe80::1%25eth0]/", "http://a..b/",
     "http://example.org/\r\nHost: x", "http://example.org/" + "a" * 5000, "//example.org/", "",
     "http://\u2100.example/\u0000"],
)  # fmt: skip
def test_an_address_of_a_page_that_is_refused(url: str) -> None:
    net = Net(1)
    with pytest.raises(BadInput):
        net.fetch(url)
    assert net.reached == []


def test_what_an_address_says() -> None:
    found = site("https://EXAMPLE.org:8443/a/ü?q=1#part")
    assert (found.host, found.port, found.secure) == ("example.org", 8443, True)
    assert found.target == "/a/%C3%BC?q=1"
    assert site("http://bücher.example").host == "xn--bcher-kva.example"


def test_a_page_is_fetched_from_the_address_that_was_checked() -> None:
    seen = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        seen.append((handler.path, handler.headers["Host"], handler.headers["Cookie"]))
        send(handler, b"<p>Text</p>")

    with server(answer) as port:
        net = Net(port)
        page = net.fetch("http://example.org/article?a=1")
    assert page == Page(b"<p>Text</p>", "utf-8", "http://example.org/article?a=1")
    assert net.asked == ["example.org"], "the name is asked for once"
    assert net.reached == [OUTSIDE]
    assert seen == [("/article?a=1", "example.org", None)]


@pytest.mark.parametrize("addresses", [["10.0.0.1"], [OUTSIDE, "127.0.0.1"], ["::1"], []])
def test_a_name_of_a_private_place_is_refused(addresses: list[str]) -> None:
    net = Net(1, {"inside.example": addresses})
    with pytest.raises(BadInput, match="not at a public address"):
        net.fetch("http://inside.example/")
    assert net.reached == []


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::1]",
                                  "localhost", "[::ffff:127.0.0.1]"])  # fmt: skip
def test_this_machine_by_any_name_is_refused(host: str) -> None:
    with pytest.raises((BadInput, FetchFailed)):
        fetch(f"http://{host}:9/", 100, seconds=5)


def test_a_redirect_is_checked_again() -> None:
    to = {"/private": "http://inside.example/", "/file": "file:///etc/passwd",
          "/word": "http://a:b@example.org/"}  # fmt: skip
    with server(lambda h: send(h, b"", 302, Location=to[h.path])) as port:
        for path in to:
            net = Net(port, {"inside.example": ["169.254.169.254"]})
            with pytest.raises(BadInput):
                net.fetch(f"http://example.org{path}")
            assert net.reached == [OUTSIDE]


def test_a_name_that_answers_otherwise_the_second_time() -> None:
    """Each connection is to an address of the very answer that was checked."""
    answers = iter([[OUTSIDE], ["127.0.0.1"]])
    with server(lambda h: send(h, b"", 307, Location="/next")) as port:
        net = Net(port)
        with pytest.raises(BadInput, match="public"):
            fetch("http://example.org/", 100, 5, lambda *_: next(answers), net.connect)
    assert net.reached == [OUTSIDE]


def test_redirects_are_followed_and_end() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/end":
            send(handler, b"<p>There</p>")
        else:
            send(handler, b"", 301, Location="/end" if handler.path == "/2" else "/2")

    with server(answer) as port:
        page = Net(port).fetch("http://example.org/1")
        assert (page.content, page.url) == (b"<p>There</p>", "http://example.org/end")
    with server(lambda h: send(h, b"", 302, Location=h.path + "a")) as port:
        net = Net(port)
        with pytest.raises(FetchFailed, match="leads on more than 5 times"):
            net.fetch("http://example.org/")
        assert len(net.reached) == 6


@pytest.mark.parametrize(
    ("status", "headers", "match"),
    [
        (401, {}, "behind a login"),
        (403, {}, "behind a login"),
        (404, {}, "status 404"),
        (500, {}, "status 500"),
        (302, {}, "status 302"),
        (200, {"Content_Type": "image/png"}, "not text"),
        (200, {"Content_Encoding": "br"}, "packed"),
        (200, {"Content_Length": "99999999999"}, "more than 100,000 bytes"),
        (200, {"Content_Encoding": "gzip"}, "damaged"),
        (200, {"Content_Length": "500"}, "cut short"),
    ],
)
def test_answers_that_are_no_page(status: int, headers: dict[str, str], match: str) -> None:
    with (
        server(lambda h: send(h, b"text", status, **headers)) as port,
        pytest.raises(FetchFailed, match=match),
    ):
        Net(port).fetch("http://example.org/")


def test_a_packed_page_is_unpacked_and_a_bomb_is_not() -> None:
    page = gzip.compress(b"<p>Text</p>")
    with server(lambda h: send(h, page, Content_Encoding="gzip")) as port:
        assert Net(port).fetch("http://example.org/").content == b"<p>Text</p>"
    bomb = gzip.compress(bytes(20_000_000))
    assert len(bomb) < 50_000
    with (
        server(lambda h: send(h, bomb, Content_Encoding="gzip")) as port,
        pytest.raises(FetchFailed, match="more than 100,000 bytes"),
    ):
        Net(port).fetch("http://example.org/")
    half = page[:-8]
    with (
        server(lambda h: send(h, half, Content_Encoding="gzip")) as port,
        pytest.raises(FetchFailed, match="cut short"),
    ):
        Net(port).fetch("http://example.org/")


def test_a_page_without_a_length_is_not_read_for_ever() -> None:
    with (
        server(lambda h: send(h, b"a" * 200_000)) as port,
        pytest.raises(FetchFailed, match="more than 100,000 bytes"),
    ):
        Net(port).fetch("http://example.org/")


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_sends_a_byte_at_a_time_is_cut_off(part: str) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if part == "body":
            send(handler, b"")
        else:
            handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        try:
            for _ in range(100):
                handler.wfile.write(b"a" if part == "body" else b"X-A: b\r\n")
                handler.wfile.flush()
                time.sleep(0.02)
        except OSError:
            pass

    start = time.monotonic()
    with server(answer) as port, pytest.raises(FetchFailed, match="took too long"):
        Net(port).fetch("http://example.org/", seconds=0.3)
    assert time.monotonic() - start < 5


def test_a_resolver_that_does_not_answer_is_left() -> None:
    def never(host: str, port: int) -> Sequence[str]:
        time.sleep(1)
        return [OUTSIDE]

    start = time.monotonic()
    with pytest.raises(FetchFailed, match="took too long"):
        fetch("http://example.org/", 100, 0.1, never, Net(1).connect)
    assert time.monotonic() - start < 0.9


def test_names_that_are_not_found_and_ports_that_are_closed() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror("no such name")

    def closed(address: str, port: int, seconds: float) -> socket.socket:
        raise ConnectionRefusedError("refused")

    with pytest.raises(FetchFailed, match="no such name"):
        fetch("http://example.org/", 100, 5, unknown, Net(1).connect)
    with pytest.raises(FetchFailed, match="refused"):
        fetch("https://example.org/", 100, 5, Net(1).resolve, closed)


def test_a_secure_page_must_be_secure() -> None:
    with (
        server(lambda h: send(h, b"text")) as port,
        pytest.raises(FetchFailed, match="could not be reached"),
    ):
        Net(port).fetch("https://example.org/")
