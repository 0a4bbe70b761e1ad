"""The records of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Type = Literal[
    "membership", "count", "candidate", "sequence", "statement", "meeting", "base", "quantity",
    "comparison", "superlative", "trend", "resilience", "tether", "sphere", "causal",
    "intent", "forecast", "value",
]  # fmt: skip
TYPES: dict[Type, str] = {
    "membership": "who belongs to what, in which standing",
    "count": "how many belong, and who they are",
    "candidate": "who may join",
    "sequence": "when something happened, and what came first",
    "statement": "who said what, where and when",
    "meeting": "who met whom, where and when",
    "base": "whose forces are at which place",
    "quantity": "how much of something there was",
    "comparison": "which of two is more",
    "superlative": "what is the most of all, or the most ever",
    "trend": "what rose, fell or stayed",
    "resilience": "whether a tie held under shocks",
    "tether": "whether a bloc leans on one state",
    "sphere": "whose sphere a state lies in",
    "causal": "what led to what",
    "intent": "what somebody wants",
    "forecast": "what will happen",
    "value": "how good, great or important something is",
}
UNCHECKABLE: tuple[Type, ...] = ("causal", "intent", "forecast", "value")
"""Types that no data decide; each is answered with what is nearest to it."""
Attribution = Literal["asserted", "reported", "hypothetical", "opinion"]
Comparator = Literal["=", ">", "<", "max", "min", "rising", "falling", "steady"]
Precision = Literal["day", "month", "year", "span"]


@dataclass(frozen=True, slots=True)
class Window:
    """The time that a text names, with where it stands.

    Attributes
    ----------
    first, last : date
        Both included.
    precision : Precision
    how : str
        in, since, by, before, after: what the time is to the claim.
    start, end : int
        Characters in the sentence.
    """

    first: date
    last: date
    precision: Precision
    how: str
    start: int
    end: int

    def holds(self, day: date) -> bool:
        """Whether a day lies within."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody whom words of a sentence mean that name nobody: "the union", "the two", "it".

    Attributes
    ----------
    start, end : int
        Characters in the sentence.
    kind : str
        state, bloc, or pair for two states.
    name : str
    ids : tuple of str
        Codes of states, or the short name of a bloc.
    pronoun : bool
        Whether the word only points back, and so says nothing new of what the text is about.
    """

    start: int
    end: int
    kind: str
    name: str
    ids: tuple[str, ...]
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody whom a claim is about.

    Attributes
    ----------
    kind : str
        state, leader, bloc, place or people.
    name : str
    ids : tuple of str
        Codes of states, or the short name of a bloc; several where the text does not settle it.
    """

    kind: str
    name: str
    ids: tuple[str, ...]

    @property
    def state(self) -> str | None:
        """The one state that it stands for, if there is one."""
        return self.ids[0] if self.kind != "bloc" and len(self.ids) == 1 else None


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a text says is so.

    Attributes
    ----------
    type : Type
    relation : str
        What the type leaves open: joined, left, founded, trade and so on.
    start, end : int
        Characters in the original text.
    text, sentence : str
        The words that carry the claim, and the sentence around them.
    attribution : Attribution
    speaker : str or None
        To whom it is attributed.
    negated : bool
    subject, object, other : tuple of Actor
        Who, to or in whom, and besides whom or against whom.
    measure : str or None
        What is measured: trade, votes, military and so on.
    comparator : Comparator or None
    value : float or None
        A number that the text gives, with its `unit`.
    unit : str or None
    window : Window or None
        None for the date of the text.
    parts : tuple of (str, str)
        Other words that the check needs, by name: a standing, what follows, a way.
    """

    type: Type
    relation: str
    start: int
    end: int
    text: str
    sentence: str
    attribution: Attribution = "asserted"
    speaker: str | None = None
    negated: bool = False
    subject: tuple[Actor, ...] = ()
    object: tuple[Actor, ...] = ()
    other: tuple[Actor, ...] = ()
    measure: str | None = None
    comparator: Comparator | None = None
    value: float | None = None
    unit: str | None = None
    window: Window | None = None
    parts: tuple[tuple[str, str], ...] = ()

    def word(self, name: str) -> str:
        """Return one of the other words, in small letters; empty where there is none."""
        return dict(self.parts).get(name, "").lower()

    @property
    def states(self) -> tuple[str, ...]:
        """Codes of the states of subject and object, each once."""
        codes = (actor.state for actor in (*self.subject, *self.object, *self.other))
        return tuple(dict.fromkeys(code for code in codes if code))

    @property
    def blocs(self) -> tuple[str, ...]:
        """Short names of its blocs, each once."""
        names = (a.ids[0] for a in (*self.subject, *self.object) if a.kind == "bloc" and a.ids)
        return tuple(dict.fromkeys(names))
