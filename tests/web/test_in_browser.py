"""The pages in a real browser: nothing runs over, nothing is fetched, axe finds nothing."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn")
playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_core_python")

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here"),
]
PAGES = [
    "/", "/bond/RUS-IRN/2017-02-01", "/brief/RUS-IRN-USA/2017-02-01", "/state/TUR/2017-02-01",
    "/bloc/EAEU/2017-02-01", "/sphere/RUS/2016-12-31", "/measure/trade_share", "/check",
    "/sql?q=select+1", "/nopage",
]  # fmt: skip


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    import uvicorn

    from daylight.web.app import app

    server = uvicorn.Server(uvicorn.Config(app(), log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://localhost:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


def script() -> str:
    return next(Path(axe.__file__).parent.rglob("axe*.js")).read_text("utf-8")


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (800, "light"), (1280, "dark")])
def test_a_reader_of_any_kind_can_use_the_pages(
    browser: Any, place: str, width: int, scheme: str
) -> None:
    """Without scripts of the pages' own: there are none. That of axe is let in past the policy."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    faults = []
    for path in PAGES:
        page.goto(f"{place}{path}")
        page.evaluate(script())
        found = page.evaluate("axe.run()")["violations"]
        faults += [(path, one["id"], one["nodes"][0]["html"][:100]) for one in found]
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        if page.evaluate(wide) > 1:
            faults.append((path, "runs over the edge", str(width)))
    context.close()
    assert faults == []
    assert [url for url in asked if not url.startswith(place)] == []


def test_from_the_front_page_to_the_brief_in_three_actions(browser: Any, place: str) -> None:
    """Type, choose, send: with the keyboard alone."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(place)
    page.get_by_label("State or bloc").focus()
    for text in ("Russia", "Iran", "United States", "2017-02-01"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/brief/RUS-IRN-USA/2017-02-01")
    assert "Russia and Iran, as of 1 February 2017" in page.locator("h1").inner_text()
    page.get_by_role("link", name="A year earlier").click()
    page.wait_for_url("**/brief/RUS-IRN-USA/2016-02-01")
    page.go_back()
    assert page.url.endswith("/brief/RUS-IRN-USA/2017-02-01")


def test_every_link_within_the_site_leads_somewhere(browser: Any, place: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{place}/bond/RUS-IRN/2017-02-01")
    links = [one.get_attribute("href") or "" for one in page.locator("a").all()]
    own = sorted({link for link in links if link.startswith("/") and "." not in link})
    assert len(own) > 10
    broken = [link for link in own if page.request.get(f"{place}{link}").status >= 400]
    assert broken == []
