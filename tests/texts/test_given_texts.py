"""Files, bytes and the standard input as text: encodings, and what is refused with a reason."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import BadInput, DaylightError
from daylight.texts import fetch as fetching
from daylight.texts import given as givens
from daylight.texts.decode import decode
from daylight.texts.fetch import Page
from daylight.texts.given import MOST, markup
from daylight.texts.read import parsed, read

TEXT = "L’Algérie a signé."
GUESSED = "windows-1252"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_text_says_its_encoding_or_is_utf_8(name: str) -> None:
    assert decode(TEXT.encode(name), "It") == (TEXT, ())


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ('<meta charset="windows-1251"><p>Договор подписан', "cp1251"),
        ("<meta charset=koi8-r><p>Договор подписан", "koi8-r"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>条約',
            "shift_jis",
        ),
        ('<?xml version="1.0" encoding="ISO-8859-2"?><p>Traktat został podpisany', "iso8859-2"),
        ('<meta charset="iso-8859-1"><p>“Traité” — signé', "cp1252"),
    ],
)
def test_a_page_declares_its_encoding(page: str, name: str) -> None:
    assert decode(page.encode(name), "It") == (page, ())


def test_the_header_of_an_answer_declares_it() -> None:
    assert decode("Договор".encode("cp1251"), "It", "windows-1251") == ("Договор", ())
    assert decode("Договор".encode(), "It", "windows-1252x") == ("Договор", ())


@pytest.mark.parametrize(
    "name",
    ["rot13", "zlib", "unicode_escape", "idna", "punycode", "utf-7", "hex", "\0", "", "x" * 99],
)
def test_encodings_that_are_none_of_the_web_are_passed_over(name: str) -> None:
    assert decode(b"A\\u0041 text", "It", name) == ("A\\u0041 text", ())


def test_a_guess_is_said() -> None:
    text, notes = decode(TEXT.encode("cp1252"), "It")
    assert text == TEXT
    assert len(notes) == 1 and GUESSED in notes[0]
    found = parsed(text + " Puis rien ne s'est passé pendant dix ans dans les deux pays.", notes)
    assert found.notes[0] == notes[0]


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 text", b"\x89PNG\r\n", b"PK\x03\x04rest", gzip.compress(b"text", mtime=0), b"a\0b",
     b"{\\rtf1 text}", bytes(range(1, 32)) * 9, b"\x7fELF", b"BZh91AY", b"\xff\xfeA"],
)  # fmt: skip
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput):
        decode(content, "It")


@pytest.mark.parametrize(
    "content", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf  ", b"\xff\xfe"]
)
def test_nothing_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput, match="is empty"):
        decode(content, "It")


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    try:
        text, _ = decode(content, "It")
    except BadInput:
        return
    assert isinstance(text, str)


BODY = (
    "Finland shares 1,340 kilometres of border with Russia, more than all members together had.\n\n"
    "Nobody in Helsinki speaks of it, though everybody in Helsinki thinks of it on most days.\n"
)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, "utf-8")
    found = read(str(path))
    assert (found.kind, len(found.paragraphs)) == ("pasted", 2)
    assert found.original == BODY


def test_the_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY.encode())))
    assert len(read("-").paragraphs) == 2


def test_a_page_of_the_web_is_read_only_by_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(url: str, most: int) -> Page:
        asked.append((url, most))
        return Page(BODY.replace(",", "—").encode("cp1252"), "windows-1252", url)

    monkeypatch.setattr(fetching, "fetch", answer)
    assert len(read("HTTPS://example.org/a").paragraphs) == 2
    assert asked == [("HTTPS://example.org/a", MOST)]


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as handle:
        handle.truncate(MOST + 1)
    with pytest.raises(BadInput, match="10,000,001 bytes"):
        read(str(path))
    monkeypatch.setattr(givens, "MOST", 10)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * 11)))
    with pytest.raises(BadInput, match="more than 10 bytes"):
        read("-")


@pytest.mark.parametrize(
    "source",
    ["no/such/file.txt", "", "a\0b", "file:///etc/passwd", "ftp://example.org/a",
     "data:text/plain,a", "javascript:alert(1)", "https:/example.org", "x" * 5000,
     "~nobody-of-this-name/a", "."],
)  # fmt: skip
def test_what_cannot_be_read_is_a_plain_line(source: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(source)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInput, match="it is a pipe"):
        read(str(tmp_path / "pipe"))


def test_a_name_with_a_colon_may_be_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note:1.txt").write_text(BODY, "utf-8")
    assert len(read("note:1.txt").paragraphs) == 2


@pytest.mark.parametrize(
    "text",
    ["Log in\nUsername\nPassword\nForgot your password?", "Home\nMenu\n© 2011 The Paper",
     "Please enable JavaScript to run this app."],
)  # fmt: skip
def test_a_page_without_an_article_is_said(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput, match="holds no text of an article") as caught:
        read(str(path))
    assert isinstance(caught.value, DaylightError)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!DOCTYPE html><html><body>", True),
        ("\n<HTML lang=en>", True),
        ('<?xml version="1.0"?>\n<!-- a -->\n<html>', True),
        ("<p>One</p><p>Two</p>", True),
        ("If a < b and c > d, then x <y> z.", False),
        ("The <p> tag is a tag. " * 2, False),
        (BODY, False),
        ("<" * 10_000, False),
    ],
)
def test_what_html_is(text: str, found: bool) -> None:
    assert markup(text) is found
