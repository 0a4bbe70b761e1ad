"""Who may ask the server, how much, and how often."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.web.guard import BODY, BURST, HEADERS, Guard, Rates, TooLarge, limited, without_port


async def inner(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"page"})


def ask(
    guard: Guard, method: str = "GET", client: str = "127.0.0.1", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    named = {"host": "localhost:8017", **{k.replace("_", "-"): v for k, v in headers.items()}}
    scope = {
        "type": "http", "method": method, "path": "/", "client": (client, 1),
        "headers": [(k.encode(), v.encode()) for k, v in named.items()],
    }  # fmt: skip
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    asyncio.run(guard(scope, receive, send))
    found = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
    return sent[0]["status"], found, sent[1]["body"]


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:1", "127.0.0.1:80", "[::1]:8017", "[::1]"]
)
def test_own_names_are_answered(host: str) -> None:
    status, headers, body = ask(Guard(inner), host=host)
    assert (status, body) == (200, b"page")
    assert headers.items() >= HEADERS.items()


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil", "[::2]", "", "0.0.0.0"]
)
def test_a_name_that_was_turned_to_this_machine_is_not(host: str) -> None:
    status, headers, body = ask(Guard(inner), host=host)
    assert status == 421
    assert body != b"page"
    assert headers.items() >= HEADERS.items()


FORMS = [
    ({"origin": "http://localhost:8017"}, 200), ({}, 200), ({"sec_fetch_site": "same-origin"}, 200),
    ({"origin": "http://evil.example"}, 403), ({"origin": "null"}, 403),
    ({"origin": "http://localhost:9000"}, 403), ({"sec_fetch_site": "cross-site"}, 403),
    ({"sec_fetch_site": "same-site", "origin": "http://localhost:8017"}, 403),
]  # fmt: skip


@pytest.mark.parametrize(("headers", "status"), FORMS)
def test_a_form_from_another_site_is_refused(headers: dict[str, str], status: int) -> None:
    assert ask(Guard(inner), "POST", **headers)[0] == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "PATCH"])
def test_other_methods_are_refused(method: str) -> None:
    assert ask(Guard(inner), method)[0] == 405


@pytest.mark.parametrize("length", [str(BODY + 1), "-1", "x", "9" * 400])
def test_too_much_is_refused_before_it_is_read(length: str) -> None:
    assert ask(Guard(inner), "POST", content_length=length)[0] == 413


def test_too_much_is_refused_though_its_length_was_not_said() -> None:
    async def receive() -> Any:
        return {"type": "http.request", "body": b"x" * (BODY // 2 + 1), "more_body": True}

    counted = limited(receive)

    async def run() -> None:
        await counted()
        await counted()

    with pytest.raises(TooLarge):
        asyncio.run(run())


def test_who_asks_too_often_waits_where_the_server_is_open_to_others() -> None:
    now = [0.0]
    guard = Guard(inner, ("*",), open_to_others=True, clock=lambda: now[0])
    statuses = [ask(guard, client="10.0.0.1")[0] for _ in range(int(BURST) + 5)]
    assert statuses == [200] * int(BURST) + [429] * 5
    assert ask(guard, client="10.0.0.2")[0] == 200, "another is not held up"
    now[0] += 2
    assert ask(guard, client="10.0.0.1")[0] == 200
    alone = Guard(inner)
    assert {ask(alone)[0] for _ in range(100)} == {200}


@given(st.lists(st.floats(0, 100), max_size=200))
def test_no_more_is_let_through_than_the_bucket_holds(waits: list[float]) -> None:
    now = [0.0]
    rates = Rates(lambda: now[0])
    through = 0
    for wait in waits:
        now[0] += wait
        through += rates.may("a")
    assert through <= BURST + 5.0 * now[0] + 1e-6


@given(st.text(max_size=50))
def test_a_host_is_read_without_failing(host: str) -> None:
    assert isinstance(without_port(host), str)
