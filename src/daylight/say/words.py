"""Words for sizes, and the numbers that they stand for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of words.

    Attributes
    ----------
    name : str
        What the words are about.
    unit : str
        What the thresholds count.
    steps : tuple of (float, str)
        Least number and word, highest first.
    lowest : str
        Word for anything less.
    """

    name: str
    unit: str
    steps: tuple[tuple[float, str], ...]
    lowest: str

    def word(self, value: float) -> str:
        """Return the word for a number."""
        return next((word for least, word in self.steps if value >= least), self.lowest)

    def words(self) -> tuple[str, ...]:
        """Return all words, highest first."""
        return (*(word for _, word in self.steps), self.lowest)

    def legend(self) -> str:
        """Return what the words stand for, as a sentence."""
        (top, first), *others = self.steps
        parts = [f"{first} = at least {top:g}", *(f"{word} = {least:g}" for least, word in others)]
        return f"{self.name}, by {self.unit}: {', '.join(parts)}, {self.lowest} = less."


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule behind words that no single threshold gives, as a sentence for readers."""

    text: str

    def legend(self) -> str:
        """Return the rule."""
        return self.text


Words = tuple[Scale | Rule, ...]
"""The scales and rules of one question, in the order in which people meet them."""
