"""Pasted pages with what each line is, written before the rules that read them.

A line begins with what it is: T title, K deck, B byline, W a line with a date, C caption or credit,
P paragraph, ``P+`` its next line, X furniture. The first line has the date, whether the text breaks
off, and its language. All of it is made up for these tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_PART = re.compile(r"(?:^|~)([TKBWCPX]\+?)\| ?")


@dataclass(frozen=True)
class Gold:
    """A page and its parts: what each is, and where it stands."""

    name: str
    text: str
    date: str | None
    truncated: bool
    language: str
    parts: tuple[tuple[str, int, int], ...]

    def of(self, kind: str) -> list[str]:
        return [" ".join(self.text[a:b].split()) for k, a, b in self.parts if k == kind]


def pages(folder: str) -> list[Gold]:
    """Return the pages of a folder."""
    return [_page(path) for path in sorted((HERE / folder).glob("*.txt"))]


def _page(path: Path) -> Gold:
    first, *lines = path.read_text("utf-8").splitlines()
    date, cut, language = first.removeprefix("# ").split(" ")
    text = ""
    parts: list[tuple[str, int, int]] = []
    for line in lines:
        pieces = _PART.split(line)[1:]
        for kind, words in zip(pieces[::2], pieces[1::2], strict=True):
            if kind == "P+":
                parts[-1] = ("P", parts[-1][1], len(text) + len(words))
            else:
                parts.append((kind, len(text), len(text) + len(words)))
            text += words
        text += "\n"
    when = None if date == "none" else date
    return Gold(path.stem, text, when, cut == "yes", language, tuple(parts))
