"""Blocks of HTML: what stands between tags that begin a line, with where on the page it is."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.errors import BadInput
from daylight.texts.blocks import MOST, Block, ended, words
from daylight.texts.elements import INLINE, VOID, hints
from daylight.texts.fold import Run, folded
from daylight.texts.markup import Token, decoded, tokens

TOKENS = 1_000_000
"""Tags and texts of a page; those of newspapers have some thousands."""
DEEPEST = 500
"""Elements within each other that are followed; deeper ones belong to the last."""


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
                within = self.stack[-1][1] | hints(self.page, token)
                self.stack.append((token.name, within))
            return
        for i in range(len(self.stack) - 1, max(len(self.stack) - 30, 0), -1):
            if self.stack[i][0] == token.name:
                del self.stack[i:]
                return

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
