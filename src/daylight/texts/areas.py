"""Blocks of HTML: what stands between tags that begin a line, with where on the page it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from daylight.core.errors import BadInput
from daylight.texts.blocks import MOST, Block, ended, words
from daylight.texts.fold import Run, folded
from daylight.texts.markup import Token, decoded, tokens

INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
     "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span",
     "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "source", "picture", "path"]
)  # fmt: skip
"""Elements within a line. All others begin a new one."""
VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", "area", "base", "embed",
     "param", "track"]
)  # fmt: skip
AREAS = frozenset(
    ["nav", "footer", "aside", "header", "figure", "figcaption", "form", "button", "h1", "h2", "h3",
     "h4", "h5", "h6", "li", "blockquote", "article", "main", "table", "title", "dialog", "menu"]
)  # fmt: skip
"""Elements that tell what is in them."""
TOKENS = 1_000_000
"""Tags and texts of a page; those of newspapers have some thousands."""
DEEPEST = 500
"""Elements within each other that are followed; deeper ones belong to the last."""
_CLASS = re.compile(
    r"""\b(?:class|id|itemprop|role)\s{0,5}=\s{0,5}"""
    r"""(?:"([^"]{0,300})|'([^']{0,300})|([^\s"'>]{1,100}))""",
    re.I,
)
_WORDS = re.compile(r"[a-z]+")
HINTS = frozenset(
    ["caption", "credit", "credits", "byline", "author", "authors", "headline", "dek",
     "deck", "standfirst", "subtitle", "subheadline", "subhead", "share", "social",
     "related", "recirc", "newsletter", "comments", "comment", "cookie", "consent",
     "banner", "promo", "ad", "ads", "advert", "advertisement", "paywall", "tags",
     "breadcrumb", "breadcrumbs", "navigation", "footer", "sidebar", "popular", "trending",
     "recommended", "photographer", "copyright"]
)  # fmt: skip
"""Words of classes that tell what is in an element."""


@dataclass(frozen=True, slots=True)
class Area:
    """A block of a page.

    Attributes
    ----------
    block : Block
    within : frozenset of str
        Elements that it is in, of those that tell something, and words of their classes.
    linked : float
        Share of its characters that are links.
    """

    block: Block
    within: frozenset[str]
    linked: float


def areas(page: str) -> tuple[Area, ...]:
    """Return the blocks of a page in order, without code, comments and what is in the head.

    Raises
    ------
    BadInput
        When there are too many of them.
    """
    return _Walk(page).walk()


class _Walk:
    """One pass over a page."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.stack: list[tuple[str, frozenset[str]]] = [("", frozenset())]
        self.runs: list[Run] = []
        self.linked = self.link = 0
        self.found: list[Area] = []

    def walk(self) -> tuple[Area, ...]:
        head = False
        breaks = 0
        for count, token in enumerate(tokens(self.page)):
            if count > TOKENS:
                raise BadInput(
                    f"The page has more than {TOKENS:,} tags and texts, so it is no article; give "
                    "one article."
                )
            if token.kind == "text":
                if not head:
                    self._text(token)
                    breaks = breaks if self.page[token.start : token.end].isspace() else 0
            elif token.kind == "unseen":
                continue
            elif token.name in ("head", "body", "title"):
                head = token.kind == "open" and token.name in ("head", "title")
                self._end()
            elif token.name == "br":
                breaks += 1
                self.runs.append((" ", token.start, token.end))
                if breaks > 1:
                    self._end()
            elif token.name == "a":
                self.link = 1 if token.kind == "open" else 0
                self._step(token)
            else:
                if token.name not in INLINE:
                    self._end()
                self._step(token)
        self._end()
        return tuple(self.found)

    def _text(self, token: Token) -> None:
        made = list(decoded(self.page, token.start, token.end))
        self.runs += made
        if self.link:
            self.linked += sum(len(run[0]) for run in made)

    def _step(self, token: Token) -> None:
        """Go into an element, or out of the nearest of its name."""
        if token.name in VOID:
            return
        if token.kind == "open":
            if len(self.stack) < DEEPEST:
                within = self.stack[-1][1] | self._hints(token)
                self.stack.append((token.name, within))
            return
        for i in range(len(self.stack) - 1, max(len(self.stack) - 30, 0), -1):
            if self.stack[i][0] == token.name:
                del self.stack[i:]
                return

    def _hints(self, token: Token) -> frozenset[str]:
        own = {token.name} if token.name in AREAS else set()
        tag = self.page[token.start : min(token.end, token.start + 2000)]
        if "=" in tag:
            for match in _CLASS.finditer(tag):
                named = _WORDS.findall((match[1] or match[2] or match[3] or "").lower())
                own |= {f".{word}" for word in named if word in HINTS}
        return frozenset(own)

    def _end(self) -> None:
        """End the block that is being read."""
        while self.runs and self.runs[-1][0] == " ":
            self.runs.pop()
        whole = folded(self.runs)
        if whole.text:
            start, end = whole.runs[0][1], whole.runs[-1][2]
            one = Block(whole.text, start, end, True, words(whole.text), ended(whole.text))
            self.found.append(Area(one, self.stack[-1][1], self.linked / len(whole.text)))
            if len(self.found) > MOST:
                raise BadInput(
                    f"The page has more than {MOST:,} lines, so it is no article; give one article."
                )
        self.runs, self.linked = [], 0
