"""Pasted pages: what each line is taken for, against what it is; and what holds for any text."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from gold import Gold, pages
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.texts.blocks import MOST
from daylight.texts.document import WHYS, Document
from daylight.texts.fold import fold
from daylight.texts.pasted import pasted, read_parts
from daylight.texts.sentences import sentences

MEANT = {"T": "title", "K": "deck", "B": "byline", "C": "caption", "P": "body"}
"""What the lines of the pages are; all others are furniture."""
FLOORS = {"pasted": 1.0, "fresh": 1.0, "later": 1.0, "last": 0.99, "fifth": 0.99, "unseen": 0.92}
"""Share of the lines that are taken for what they are. A floor only rises. No rule is changed for
the pages of the last folder: they tell how well new ones are read."""
ALL = [page for folder in FLOORS for page in pages(folder) if folder != "unseen"]


def taken(page: Gold) -> list[tuple[str, str, str]]:
    """Return for each line of a page what it is, what it is taken for, and the line."""
    parts, roles = read_parts(page.text)
    found = []
    for kind, start, end in page.parts:
        text = " ".join(page.text[start:end].split())
        over = [r for b, r in zip(parts, roles, strict=True) if b.start < end and start < b.end]
        role = over[0] if over else ""
        role = "furniture" if role in WHYS else "caption" if role == "credit" else role
        if text:
            found.append((MEANT.get(kind, "furniture"), role, text))
    return found


@pytest.mark.parametrize("folder", FLOORS)
def test_lines_are_taken_for_what_they_are(folder: str) -> None:
    lines = [line for page in pages(folder) for line in taken(page)]
    wrong = [line for line in lines if line[0] != line[1]]
    assert len(lines) > 100
    assert 1 - len(wrong) / len(lines) >= FLOORS[folder], wrong


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_date_language_and_end_of_a_page(page: Gold) -> None:
    found = pasted(page.text)
    assert (str(found.date) if found.date else None) == page.date
    assert found.truncated == page.truncated
    assert found.language == page.language
    assert found.kind == "pasted"


PIECES = [
    "Home", "World | Politics | Sport", "Advertisement", "Share", "By Jane Doe",
    "By Jane Doe | 3 May 2011", "May 3, 2011", "Most Read", "Related Articles", "Read more",
    "Comments (3)", "About the author", "Subscribe to read the full story", "© 2011 The Paper",
    "This site uses cookies to improve your experience.", "A Title of Some Words",
    "Leaders meet in Minsk, June 2011. Ivan Petrov / REUTERS", "Photo: Reuters", "...",
    "The union has four members, and it may take in two more before the end of the decade.",
    "Officials said on Monday that the talks would go on. Nobody knew for how long, or where.",
    "in the middle of a sentence without", "“A quotation stands here.”", "Jane Doe is a fellow.",
    "\u200b", "\u202b", "«", "中韩领导人在杭州会晤。", "Автор: Ирина Соколова", "\ufeffText", "-- ",
]  # fmt: skip
SPACES = ["\n", "\n\n", "\r\n", " \n\t\n", "\u2028", "\n \u200b\n", "\x0b"]
TEXTS = st.lists(
    st.tuples(st.one_of(st.sampled_from(PIECES), st.text(max_size=60)), st.sampled_from(SPACES)),
    max_size=25,
).map(lambda found: "".join(a + b for a, b in found))


def visible(text: str) -> Counter[str]:
    return Counter(fold(text).replace(" ", ""))


def of(found: Document) -> list[str]:
    pieces = [p.text for p in (*found.paragraphs, *found.captions, *found.dropped)]
    return [*pieces, *(x for x in (found.title, found.deck, found.byline) if x)]


@given(TEXTS)
def test_the_parts_of_any_text_cover_it_and_never_overlap(text: str) -> None:
    parts, roles = read_parts(text)
    assert len(parts) == len(roles)
    last = 0
    for part in parts:
        assert last <= part.start < part.end <= len(text)
        assert fold(text[last : part.start]) == ""
        assert fold(text[part.start : part.end]) == part.text
        assert not text[part.start].isspace() and not text[part.end - 1].isspace()
        last = part.end
    assert fold(text[last:]) == ""
    assert sum(role == "title" for role in roles) <= 1
    assert sum(role == "deck" for role in roles) <= 1
    assert sum(role == "byline" for role in roles) <= 1


@given(TEXTS)
def test_a_document_holds_each_character_of_any_text_once(text: str) -> None:
    found = pasted(text)
    assert sum(map(visible, of(found)), Counter()) == visible(text)
    for pieces in (found.paragraphs, found.captions, found.dropped):
        for one in pieces:
            assert fold(text[one.start : one.end]) == one.text
        assert all(a.end <= b.start for a, b in pairwise(pieces))
    assert {one.why for one in found.dropped} <= set(WHYS)
    for paragraph in found.paragraphs:
        cut = sentences(paragraph, text)
        assert " ".join(one.text for one in cut).replace(" ", "") == paragraph.text.replace(" ", "")
        assert all(fold(text[one.start : one.end]) == one.text for one in cut)


@given(TEXTS)
def test_a_text_is_read_the_same_twice(text: str) -> None:
    assert pasted(text) == pasted(text)


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\ufeff", "\n" * 1000])
def test_nothing_is_in_an_empty_text(text: str) -> None:
    found = pasted(text)
    assert of(found) == []
    assert not found.truncated
    assert found.language == "und"


def test_a_text_of_too_many_lines_is_no_article() -> None:
    with pytest.raises(BadInput, match="give one article"):
        pasted("a\n" * (MOST + 1))


ARTICLE = Path(__file__).parents[3] / "shared" / "articles"
NAME = "why-russia-wont-help-trump-on-iran.txt"


@pytest.fixture(scope="module")
def article() -> Document:
    path = ARTICLE / NAME
    if not path.is_file():
        pytest.skip(f"the motivating article is not at ../shared/articles/{NAME}")
    return pasted(path.read_text("utf-8"))


def test_the_motivating_article(article: Document) -> None:
    assert article.title is not None and article.title.startswith("Why Russia Won")
    assert article.deck is not None and article.deck.endswith("More Than Ever")
    assert (article.byline, article.date) == (None, None)
    assert any("no date" in note for note in article.notes)
    assert [p.text.split()[0] for p in article.paragraphs] == [
        "By", "The", "In", "In", "Politically,"
    ]  # fmt: skip
    assert [p.text[-7:] for p in article.captions] == ["REUTERS", "REUTERS"]
    assert [d.why for d in article.dropped] == [
        "loading note", "related links", "related links", "cookie notice"
    ]  # fmt: skip
    assert article.truncated
    assert any("breaks off" in note for note in article.notes)
    assert article.language == "en"


def test_sentences_of_the_motivating_article(article: Document) -> None:
    counts = [len(sentences(p, article.original)) for p in article.paragraphs]
    assert counts == [5, 3, 2, 4, 1]
