"""One sentence made ready for its claims, and what every claim of it shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from daylight.claims.clause import Clause, clauses, edges
from daylight.claims.hedged import attribution, speaker
from daylight.claims.masked import MARK, Masked
from daylight.claims.numbers import Number
from daylight.claims.records import Actor, Attribution
from daylight.texts.fold import Folded


class Shared(TypedDict):
    """Fields that a claim has of its place in the sentence."""

    start: int
    end: int
    text: str
    sentence: str
    attribution: Attribution
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence.

    Attributes
    ----------
    marked : Masked
    small : str
        The masked sentence in small letters.
    folded : Folded
        Knows where its characters stand in the original.
    cuts : tuple of int
        Where clauses begin in the masked sentence, and its end.
    parts : tuple of Clause
        The clauses, and the whole last.
    speaker : str or None
        To whom it is attributed.
    main : str or None
        Code of the state that the text is about.
    bloc : Actor or None
        The bloc that was named last.
    """

    marked: Masked
    small: str
    folded: Folded
    cuts: tuple[int, ...]
    parts: tuple[Clause, ...]
    speaker: str | None
    main: str | None
    bloc: Actor | None

    def shared(self, start: int, end: int, told: int | None = None) -> Shared:
        """Return what a claim has of its place.

        Parameters
        ----------
        start, end : int
            Of the claim in the masked sentence.
        told : int, optional
            Where the words begin for which the writer's attitude is asked.
        """
        here = self.marked.place(start)
        text = self.marked.text[here : self.marked.place(end)]
        whole = text.rstrip(" .,;:–—")
        at = self.folded.span(here, here + len(whole))
        return Shared(
            start=at[0],
            end=at[1],
            text=" ".join(whole.split()),
            sentence=" ".join(self.marked.text.split()),
            attribution=attribution(self.marked, start if told is None else told, end),
            speaker=self.speaker,
        )

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Return the clauses that hold a stretch of the masked sentence."""
        first = max(edge for edge in self.cuts if edge <= start)
        last = min(edge for edge in self.cuts if edge >= end)
        return first, last

    def plain(self, text: str) -> str:
        """Return a part of the masked sentence in the words of the text."""
        shown = MARK.sub(lambda m: self._words(int(m[2])), text)
        return " ".join(shown.split())

    def about(self, number: Number | None) -> str:
        """Return the words before a number: "more than", "nearly"."""
        if number is None:
            return ""
        return self.marked.text[max(0, number.start - 24) : number.start].lower()

    def _words(self, number: int) -> str:
        item = self.marked.items[number]
        return self.marked.text[item.start : item.end]


def scene(
    marked: Masked, folded: Folded, main: str | None = None, bloc: Actor | None = None
) -> Scene:
    """Make a sentence ready."""
    cuts = edges(marked.masked)
    parts = clauses(marked.masked, cuts)
    return Scene(marked, _small(marked.masked), folded, cuts, parts, speaker(marked), main, bloc)


def _small(text: str) -> str:
    """Return a text in small letters, each in its place: one capital of Turkish becomes two."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[0] for c in text)
