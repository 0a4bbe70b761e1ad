"""Elements of HTML, and words of their classes, by what they tell of what is in them."""

from __future__ import annotations

import re

from daylight.texts.markup import Token

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


def hints(page: str, token: Token) -> frozenset[str]:
    """Return what an opening tag tells: its name, and words of its classes with a dot before."""
    own = {token.name} if token.name in AREAS else set()
    tag = page[token.start : min(token.end, token.start + 2000)]
    if "=" in tag:
        for match in _CLASS.finditer(tag):
            named = _WORDS.findall((match[1] or match[2] or match[3] or "").lower())
            own |= {f".{word}" for word in named if word in HINTS}
    return frozenset(own)
