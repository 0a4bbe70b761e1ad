"""HTML as tags and text with their places: in one pass, whatever is wrong with it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from daylight.texts.fold import Run, seen

Kind = Literal["text", "open", "close", "unseen"]
UNREAD = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "object",
     "math", "canvas", "audio", "video", "noembed", "noframes", "xmp", "datalist"]
)  # fmt: skip
"""Elements with nothing to read: code, or what a page shows in its place."""
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,60})((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_START = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"</?([A-Za-z][^\s/>]{0,60})")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")


class Token(NamedTuple):
    """A tag, a text, or something that is not to be read, with its place."""

    kind: Kind
    name: str
    start: int
    end: int


class _Scan:
    """What is known not to come any more, so that nothing is looked for twice."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end = text, end
        self.gone: set[str] = set()
        self.quoted = True

    def find(self, what: str, start: int) -> int:
        """Return where a text comes next; at the end when it does not."""
        if what in self.gone:
            return self.end
        found = self.text.find(what, start, self.end)
        if found < 0:
            self.gone.add(what)
            return self.end
        return found

    def tag_end(self, start: int) -> int | None:
        """Return the end of the tag that starts here; None when it never ends."""
        if self.quoted:
            match = _TAG.match(self.text, start, self.end)
            if match:
                return match.end()
            if _NAME.match(self.text, start, self.end):
                self.quoted = False  # a quotation mark is missing: from here on they say nothing
        found = self.find(">", start)
        return found + 1 if found < self.end else None


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of HTML between two places; together they cover it."""
    stop = len(text) if end is None else end
    scan = _Scan(text, stop)
    at = start
    while at < stop:
        found = _START.search(text, at, stop)
        tag = found.start() if found else stop
        if tag > at:
            yield Token("text", "", at, tag)
        if tag >= stop:
            return
        after, kind, name = _markup(scan, tag)
        if after is None:
            yield Token("text", "", tag, stop)
            return
        yield Token(kind, name, tag, after)
        at = after
        if kind == "open" and name in UNREAD and text[after - 2] != "/":
            close = _closing(scan, name, after)
            if close > after:
                yield Token("unseen", name, after, close)
            at = close


def _markup(scan: _Scan, at: int) -> tuple[int | None, Kind, str]:
    """Return the end, kind and name of the markup that starts here."""
    text = scan.text
    if text.startswith("<!--", at):
        return min(scan.find("-->", at + 4) + 3, scan.end), "unseen", "comment"
    if text.startswith("<![CDATA[", at):
        return min(scan.find("]]>", at) + 3, scan.end), "unseen", "cdata"
    name = _NAME.match(text, at, scan.end)
    if name is None:
        return scan.tag_end(at), "unseen", "declaration"
    kind: Kind = "close" if text[at + 1] == "/" else "open"
    return scan.tag_end(at), kind, name[1].lower()


def _closing(scan: _Scan, name: str, start: int) -> int:
    """Return where the closing tag of an element starts; at the end when there is none."""
    mark = f"</{name}"
    if mark in scan.gone:
        return scan.end
    found = re.compile(mark, re.I).search(scan.text, start, scan.end)
    if found is None:
        scan.gone.add(mark)
        return scan.end
    return found.start()


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """Yield what is to be read in HTML between two places, a space for space and for ``<br>``."""
    for token in tokens(text, start, end):
        if token.kind == "text":
            yield from decoded(text, token.start, token.end)
        elif token.name in ("br", "hr", "p", "div", "li", "td", "th", "tr"):
            yield " ", token.start, token.end


def decoded(text: str, start: int, end: int) -> Iterator[Run]:
    """Yield the runs of a text between tags, with ``&amp;`` and the like read."""
    at = start
    for match in _ENTITY.finditer(text, start, end):
        yield from seen(text, at, match.start())
        plain = html.unescape(match.group())
        if plain.isspace():
            yield " ", match.start(), match.end()
        else:
            for run, *_ in seen(plain, 0, len(plain)):
                yield run, match.start(), match.end()
        at = match.end()
    yield from seen(text, at, end)
