"""Pages of HTML: the article apart from the page, and each part's place in it."""

from __future__ import annotations

import sys
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import BadInput, MissingExtra
from daylight.texts.areas import areas
from daylight.texts.document import Document
from daylight.texts.html import OWN_RULES, html
from daylight.texts.main_text import within
from daylight.texts.markup import tokens
from daylight.texts.metadata import metadata
from daylight.texts.place import unfold
from daylight.texts.read import parsed
from daylight.texts.sentences import sentences

PARAGRAPHS = [
    "Five states belong to the <b>Eurasian Economic Union</b>, which began its work on the first "
    "day of 2015. Russia has most of its people, and most of its trade&#46;",
    "Its members charge one tariff on what comes from outside. “We have a market of 180 million,” "
    "an official in <a href='/minsk'>Minsk</a> said, “and&nbsp;we must learn to use&hellip;”",
    "Trade among them is small: some 14 percent of all, a third of what it is in the European "
    "Union &amp; less than in <em>Mercosur</em>. It fell in 2015, and it fell again in 2016.",
    "Tajikistan has thought about joining for years. Its migrants send home half of what it lives "
    "on, and as members they would need no permits to work in Russia or in Kazakhstan.",
]
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>A Union of Unequals | The Review</title>
<meta property="og:title" content="A Union of Unequals">
<meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2017-02-01T09:00:00Z">
<meta name="description" content="What binds the five, and what does not">
<script>var a = "<p>never to be read</p>"; while (a < 3) alert(1)</script>
<style>p {{ color: red }}</style></head>
<body><div class="cookie-banner">This site uses cookies. <button>Accept</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>A Union of <em>Unequals</em></h1>
<p class="dek">What binds the five, and what does not</p>
<div class="byline">By <a href="/jane">Jane Doe</a></div>
<time datetime="2017-02-01">February 1, 2017</time>
<p>{PARAGRAPHS[0]}</p><!-- a comment <p>never to be read</p> -->
<p>{PARAGRAPHS[1]}</p>
<figure><img src="a.jpg"><figcaption>Leaders meet in Minsk, October 2014.
<span class="credit">Ivan Petrov / Reuters</span></figcaption></figure>
<h2>Small Trade</h2>
<p>{PARAGRAPHS[2]}</p>
<div class="related"><h3>Read more</h3><a href="/1">The ferry that never left</a></div>
<p>{PARAGRAPHS[3]}</p></article>
<aside><h3>Most Read</h3><ul><li><a href="/2">Ten lawns to see before you die</a></li></ul></aside>
<footer><p>© 2017 The Review. All rights reserved.</p><a href="/p">Privacy Policy</a></footer>
<script>document.write("<p>never to be read</p>")</script></body></html>"""


@pytest.fixture(scope="module")
def page() -> Document:
    pytest.importorskip("trafilatura")
    return html(PAGE)


def test_a_page_is_read(page: Document) -> None:
    assert (page.title, page.deck) == (
        "A Union of Unequals", "What binds the five, and what does not"
    )  # fmt: skip
    assert page.byline == "By Jane Doe"
    assert page.date is not None and page.date.first == date(2017, 2, 1)
    assert [p.text.split(",")[0][:30] for p in page.paragraphs] == [
        "Five states belong to the Eura", "Its members charge one tariff ", "Small Trade",
        "Trade among them is small: som", "Tajikistan has thought about j",
    ]  # fmt: skip
    assert [c.text for c in page.captions] == [
        "Leaders meet in Minsk, October 2014. Ivan Petrov / Reuters"
    ]
    assert {(d.text, d.why) for d in page.dropped} >= {
        ("This site uses cookies.", "cookie notice"), ("Home", "navigation"),
        ("The ferry that never left", "related links"), ("Privacy Policy", "footer"),
        ("Ten lawns to see before you die", "related links"),
    }  # fmt: skip
    assert (page.kind, page.language, page.truncated, page.notes) == ("html", "en", False, ())
    assert page.original == PAGE


def test_what_is_no_text_is_never_read(page: Document) -> None:
    for one in (*page.paragraphs, *page.captions, *page.dropped):
        assert "never to be read" not in one.text
        assert "color: red" not in one.text


def test_every_part_of_a_page_has_its_place(page: Document) -> None:
    parts = sorted((*page.paragraphs, *page.captions, *page.dropped), key=lambda one: one.start)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    first = page.paragraphs[0]
    assert PAGE[first.start : first.end] == PARAGRAPHS[0]
    assert "one & less" not in page.paragraphs[3].text
    for one in page.paragraphs:
        assert unfold(one, PAGE).text == one.text
        cut = sentences(one, PAGE)
        assert " ".join(s.text for s in cut) == one.text
        assert all(unfold(s, PAGE).text == s.text for s in cut)
    assert [s.text[-8:] for s in sentences(first, PAGE)] == ["of 2015.", "s trade."]


def test_html_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match="extra `articles`"):
        html(PAGE)
    assert parsed("A text that is no page needs nothing. It is read as it is.").paragraphs


def test_a_page_without_a_main_text_is_read_by_its_lines() -> None:
    pytest.importorskip("trafilatura")
    found = html("<p>A short sentence stands here, and nothing else is on this page.")
    assert [p.text[:16] for p in found.paragraphs] == ["A short sentence"]
    tags = "<p>The union has four members, and it may take in two more before long.</p>\n" * 30_000
    large = html(f"<html><body>{tags}")
    assert len(large.paragraphs) == 30_000
    assert OWN_RULES in large.notes


def test_a_byline_and_a_date_in_one_line_are_parted() -> None:
    pytest.importorskip("trafilatura")
    line = "<div>By <a href='/j'>Jane Doe</a> &bull; <span>3 May&nbsp;2011</span></div>"
    page = f"<html><body><h1>A Treaty</h1>{line}<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"
    found = html(page)
    assert (found.title, found.byline, str(found.date)) == ("A Treaty", "By Jane Doe", "2011-05-03")
    (dated,) = found.dropped
    assert page[dated.start : dated.end] == "&bull; <span>3 May&nbsp;2011"


def test_too_many_tags_are_no_article() -> None:
    with pytest.raises(BadInput, match="no article"):
        areas("<b>a" * 600_000)


BROKEN = [
    "<p>One<p>Two", "<p", "<", "<>", "</", "<!--", "<!-- a", "<![CDATA[", "<script>", "<style><p>a",
    '<p class="a>text', "<p class='a\">text</p>", "&#x110000;", "&#0;", "&amp", "&;", "<a<b>c",
    "<div><span></div></span>text", "<table><td>a", "<title>", "<svg><p>a</p>", "<p>a</p></body>x",
    "<script>a</scrip></SCRIPT >text", "<?php echo 1 ?>text", "<!doctype html>text", "\0<p>\0",
    "<p>\u202eabc", "<textarea><p>a", "<p>a<br><br>b", "</p></p></p>a", "<p/>a", "<script/>a",
]  # fmt: skip
FRAGMENTS = st.lists(st.one_of(st.sampled_from(BROKEN), st.text(max_size=20)), max_size=15)


@given(FRAGMENTS.map("".join))
def test_the_tokens_of_anything_cover_it(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert token.start == last < token.end
        last = token.end
    assert last == len(text)


@given(FRAGMENTS.map("".join))
def test_areas_of_anything_have_their_places(text: str) -> None:
    last = 0
    for area in areas(text):
        one = area.block
        assert last <= one.start < one.end <= len(text)
        last = one.end


@given(FRAGMENTS.map("".join))
def test_broken_pages_are_read_or_refused(text: str) -> None:
    pytest.importorskip("trafilatura")
    found = html(text)
    parts = sorted((*found.paragraphs, *found.captions, *found.dropped), key=lambda p: p.start)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    metadata(text)


def test_the_main_text_is_found_again_in_a_page() -> None:
    parts = areas(PAGE)
    main = f"A Union of Unequals\n{parts[8].block.text[:90]}\n- Small Trade"
    inside = [parts[i].block.text[:12] for i in sorted(within(main, parts))]
    assert inside == ["A Union of U", "Five states ", "Small Trade"]


@pytest.mark.parametrize(
    ("head", "when"),
    [
        ('<meta name="date" content="2011-05">', "2011-05"),
        ('<meta itemprop="datePublished" content="20110503">', "2011-05-03"),
        ('<time datetime="2011-05-03T01:00">', "2011-05-03"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2011-05-03"}]}'
         "</script>", "2011-05-03"),
        ('<script type="application/ld+json">{"datePublished": "2011-05-03"</script>', None),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", None),
        ('<meta name="date" content="yesterday">', None),
        ('<meta name="date" content="2011-13-40">', None),
    ],
)  # fmt: skip
def test_dates_that_a_page_declares(head: str, when: str | None) -> None:
    found = metadata(head).date
    assert (str(found) if found else None) == when


def test_writers_and_titles_that_a_page_declares() -> None:
    found = metadata(
        '<meta name="author" content="https://example.org/jane"><title>A &amp; B | C</title>'
        '<script type="application/ld+json">[{"headline": "A & B", "author": [{"name": "Jane Doe"},'
        ' {"name": "Tom Roe"}]}]</script>'
    )
    assert found.writer == "Jane Doe, Tom Roe"
    assert found.titles == ("A & B", "A & B | C")
