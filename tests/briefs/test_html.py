"""The page: one file, nothing loaded, nothing unescaped, everything said."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from daylight.briefs.brief import brief
from daylight.briefs.records import Brief
from daylight.core.errors import DaylightError
from daylight.show.named import runs
from daylight.show.page import link
from daylight.show.sheet import LIMITS_ON_A_SHEET

VOID = {"meta", "br", "img", "input", "hr", "link"}


class Page(HTMLParser):
    """What a page holds; fails on tags that do not close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


def render(brief: Brief) -> str:
    return brief.view.page(brief)


def asked(*words: str) -> str:
    try:
        return render(brief(*words[:2], as_of=words[2]))
    except DaylightError as error:
        pytest.skip(f"no atlas to ask: {error}")


def test_the_small_page(small_brief: Brief, snapshot: SnapshotAssertion) -> None:
    text = render(small_brief)
    body = text[text.index("<body") :]
    assert body == snapshot
    assert render(small_brief) == text


def test_nothing_runs_and_nothing_is_loaded(small_brief: Brief) -> None:
    text = render(small_brief)
    page = Page(text)
    assert page.all("script", "link", "img", "iframe", "object", "image", "use") == []
    for tag, attributes in page.tags:
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        address = attributes.get("href") or ""
        assert not address or tag == "a"
        carried = address.startswith("data:") and attributes.get("download")
        assert carried or address.startswith(("#", "https://", "http://")) or not address
    policy = page.all("meta")[1]["content"] or ""
    assert page.all("meta")[1]["http-equiv"] == "Content-Security-Policy"
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not [name for _, a in page.tags for name in a if name == "style"]
    inside = text[text.index("<style>") + len("<style>") : text.index("</style>")]
    mark = b64encode(sha256(inside.encode()).digest()).decode()
    assert f"'sha256-{mark}'" in policy
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_what_came_from_outside_is_escaped(small_brief: Brief) -> None:
    hostile = "<img src=x onerror=alert(1)>\"'&"
    request = small_brief.request
    named = replace(request.a, name=hostile)
    asked = replace(request, states=(named, request.b), command=hostile)
    bad = replace(
        small_brief,
        request=asked,
        parts={name: replace(p, request=asked) for name, p in small_brief.parts.items()},
        answer=replace(small_brief.answer, headline=hostile),
    )
    text = render(bad)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
    assert "<img" not in text
    assert 'href="javascript' not in text
    Page(text)


def test_only_web_addresses_become_links() -> None:
    assert link("https://example.org") == "https://example.org"
    assert link("javascript:alert(1)") == link("ATOP 5.1, atopid 4220") == ""
    assert link("data:text/html,x") == ""


def test_many_sources_are_named_by_runs_of_numbers() -> None:
    assert runs([1, 2, 3, 5, 7, 8]) == "[1] to [3], [5], [7] to [8]"
    assert runs([2]) == "[2]"


def test_headings_are_in_order_and_in_reading_order(small_brief: Brief) -> None:
    text = render(small_brief)
    levels = [int(tag[1]) for tag, _ in Page(text).tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    order = ["as of 1 February 2017</h1>", "at peace.", "On the peace scale", "Most cooperation",
             "1 dated fact", "Place on the peace scale", "Close on rights", "No shared bloc",
             "What would change", "Sources and caveats", "The scale of words"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_every_chart_has_a_caption_and_its_data(small_brief: Brief) -> None:
    text = render(small_brief)
    figures = re.findall(r"<figure.*?</figure>", text, re.S)
    assert len(figures) == 6
    for figure in figures:
        for part in ("<title", "<desc", "<figcaption>", "Source:", "<details", "<caption>"):
            assert part in figure
        assert 'scope="col"' in figure
        assert 'scope="row"' in figure


def test_landmarks_language_and_targets(small_brief: Brief) -> None:
    page = Page(render(small_brief))
    assert page.all("html")[0]["lang"] == "en"
    assert len(page.all("main")) == len(page.all("header")) == len(page.all("footer")) == 1
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    named = [a[k] for _, a in page.tags for k in ("aria-labelledby", "aria-describedby") if k in a]
    assert {*named, "answer"} <= set(ids)


def test_every_caveat_source_and_the_command_are_there(small_brief: Brief) -> None:
    text = render(small_brief)
    for caveat in small_brief.caveats:
        assert caveat.text in text
    assert "Somebody (2016)." in text
    assert "daylight brief RUS IRN" in text
    assert "atlas abc123" in text


def test_points_are_written_with_their_band_and_how_they_are_known(small_brief: Brief) -> None:
    text = render(small_brief)
    assert "10 (7–17)" in text
    assert "3 of 10 points carried" in text
    assert "carried since 2012, 4 years, holds with 70 in 100" in text
    assert "0 to 80, no point" in text
    assert "20 (12–31)" in text


def test_tables_print_only_when_asked(small_brief: Brief) -> None:
    """One sheet holds neither tables nor citations; a box at the top asks for all, without code."""
    text = render(small_brief)
    page = Page(text)
    assert [a for a in page.all("input") if a.get("type") == "checkbox"]
    sheet = text[text.index(".page:not(:has(.ask :checked))") :]
    hidden = next(line for line in sheet.splitlines() if "details" in line)
    assert hidden.strip().endswith("{ display: none; }")
    assert ".scroll" in hidden and ".screen" in hidden and ".more" in hidden
    before = text[text.index("@media print") : text.index(".page:not(:has(.ask :checked))")]
    assert "details, " not in before, "whoever asks for all gets all"


def test_limits_that_a_sheet_leaves_out_are_counted(small_brief: Brief) -> None:
    assert "more stand on the page itself" not in render(small_brief)
    many = tuple(replace(small_brief.caveats[0], text=f"Limit {k}.") for k in range(8))
    text = render(replace(small_brief, caveats=many))
    assert f"{8 - LIMITS_ON_A_SHEET} more stand on the page itself." in text
    assert text.count('<li class=more><span class="kind">') == 8 - LIMITS_ON_A_SHEET


def test_facts_have_their_date_for_programs_and_lead_to_what_tells_of_them(
    small_brief: Brief,
) -> None:
    text = render(small_brief)
    page = Page(text)
    assert {a["datetime"] for a in page.all("time")} == {"2015-09-30"}
    assert [a for a in page.all("a") if a.get("href") == "https://example.org/fact"]


def test_votes_before_the_united_nations_are_said_to_be_absent() -> None:
    text = asked("DEU", "FRA", "1910")
    assert "No UN votes before 1946." in text
    assert "The ledgers begin in 1946" in text
    assert 'id="issues"' not in text
    Page(text)


def test_what_is_carried_is_said_today() -> None:
    text = asked("RUS", "IRN", "2025")
    assert re.search(r"carried since 20\d\d", text)
    Page(text)


@pytest.mark.browser
def test_a_browser_shows_it_without_complaint(small_brief: Brief, tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium on the path")
    page = tmp_path / "page.html"
    # A phone of 360 pixels: headless windows have a least width, a frame has none.
    probe = (
        "<!DOCTYPE html><body><iframe id=f width=360 height=800 src=page.html></iframe><script>"
        "f.onload=()=>{const d=f.contentDocument.documentElement;"
        "const s=f.contentWindow.getComputedStyle(f.contentDocument.querySelector('.answer'));"
        "const x=f.contentDocument.createElement('script');x.textContent='parent.ran=1';"
        "f.contentDocument.body.append(x);"
        "document.title='styled '+s.fontSize+' ran '+(window.ran||0)+"
        "' wide '+d.scrollWidth+' loaded '"
        "+f.contentWindow.performance.getEntriesByType('resource').length}</script>"
    )
    page.write_text(render(small_brief), "utf-8")
    (tmp_path / "probe.html").write_text(probe, "utf-8")
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--allow-file-access-from-files", "--enable-logging=stderr", "--virtual-time-budget=3000",
         f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom",
         (tmp_path / "probe.html").as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    found = re.search(r"wide (\d+) loaded (\d+)", done.stdout)
    assert found is not None, done.stdout[:500]
    assert int(found[1]) <= 360
    assert int(found[2]) == 0
    assert "styled 20px ran 0" in done.stdout, (
        "the style holds, a script put into the page does not"
    )
    said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    assert len(said) == 1, said
    assert "Executing inline script violates" in said[0]
