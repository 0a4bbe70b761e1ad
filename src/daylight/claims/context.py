"""Whom words such as "the union", "the two countries" and "it" mean, from what was named before.

The nearest earlier one of the kind that fits. Nothing cleverer is tried: where none was named,
the words stay without a meaning, and a claim about them is not made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from daylight.actors.records import Mention
from daylight.claims.it import IT, UNDER, means_nobody
from daylight.claims.open_place import open_places
from daylight.claims.records import Actor, Meant
from daylight.claims.rows import compiled, words

HE = re.compile(r"\b(?:He|he|She|she)\b")
ANOTHER = re.compile(r"\w+(?: [A-Z][\w-]+){2,}")
"""A name of some other body, of which no list knows: "the Latin Union"."""
Named = Mention | Meant
NO_BLOC = ("UN",)
"""Nearly all states belong to it, so that "the bloc" and "the six" never mean it."""


@cache
def _bloc() -> re.Pattern[str]:
    return re.compile(rf"\b{words('a_bloc')}\b(?!\s+(?:of|between|with)\b| [A-Z])")


@cache
def _country() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:the|this|that) (?:(?P<island>island)|{words('country')})\b(?! of\b)", re.IGNORECASE
    )


@cache
def islands() -> frozenset[str]:
    """Return the codes of states that a writer may call an island."""
    return frozenset(words("islands")[3:-1].split("|"))


@cache
def _their() -> re.Pattern[str]:
    thing = words("a_tie_of_two")
    return re.compile(
        rf"\b(?:their|the)(?= (?:[a-z-]+ ){{0,3}}{thing}\b)|\bbilateral(?= {thing}\b)",
        re.IGNORECASE,
    )


@dataclass
class Context:
    """What was named so far in a text.

    Attributes
    ----------
    bloc : Mention or None
        The newest one.
    topic : Mention, Meant or None
        The first state or bloc of the sentence before.
    pair : tuple of str or None
        The two states of the newest sentence that names two.
    names : Counter
        How often each state was named.
    person : Mention or None
        The newest leader.
    states : list of Mention or Meant
        The newest mention of each state, in order.
    """

    bloc: Mention | None = None
    topic: Named | None = None
    pair: tuple[str, str] | None = None
    names: Counter[str] = field(default_factory=Counter)
    person: Mention | None = None
    states: list[Named] = field(default_factory=list)

    def meant(self, text: str, mentions: tuple[Mention, ...]) -> Iterator[Meant]:
        """Return whom words of a sentence mean that name nobody."""
        yield from self._blocs(text, mentions)
        yield from self._it(text, mentions)
        yield from self._pairs(text, mentions)
        yield from self._persons(text, mentions)
        yield from self._countries(text, mentions)
        yield from open_places(text)

    def main(self) -> str | None:
        """Return the state that is named most so far, if one is."""
        first = self.names.most_common(2)
        return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else None

    def newest(self) -> Actor | None:
        """Return the bloc that was named last, if one was."""
        return Actor("bloc", self.bloc.name, self.bloc.ids) if self.bloc else None

    def add(self, mentions: tuple[Mention, ...], said: tuple[Meant, ...] = ()) -> None:
        """Take in a sentence: who is named, and who is meant by other words."""
        both: list[Named] = [*mentions, *(m for m in said if not m.pronoun)]
        told = _topics(sorted(both, key=lambda m: m.start))
        self.topic = next(told, self.topic)
        blocs = [m for m in mentions if m.kind == "bloc" and m.settled and m.ids != NO_BLOC]
        self.bloc = blocs[-1] if blocs else self.bloc
        self.names.update(_codes(mentions))
        self.pair = _two(mentions) or self.pair
        self.person = next((m for m in reversed(mentions) if _leads(m)), self.person)
        for mention in mentions:
            if mention.kind == "state" and mention.settled:
                self.states = [m for m in self.states if m.ids != mention.ids] + [mention]

    def couple(self) -> tuple[str, str] | None:
        """Return the two states that the text is about so far."""
        if self.pair is not None:
            return self.pair
        first = [name for name, _ in self.names.most_common(2)]
        return (first[0], first[1]) if len(first) == 2 else None

    def _blocs(self, text: str, mentions: tuple[Mention, ...]) -> Iterator[Meant]:
        named = [m for m in mentions if m.kind == "bloc" and m.settled and m.ids != NO_BLOC]
        if self.bloc is None and not named:
            return
        for match in (*_bloc().finditer(text), *compiled("its_members").finditer(text)):
            if ANOTHER.fullmatch(match[0]):
                continue
            bloc = next((m for m in reversed(named) if m.end <= match.start()), self.bloc)
            if bloc is not None:
                yield Meant(*match.span(), "bloc", bloc.name, bloc.ids)

    def _it(self, text: str, mentions: tuple[Mention, ...]) -> Iterator[Meant]:
        first = next(_topics(mentions), None)
        starts = {m.start for m in mentions}
        for match in IT.finditer(text):
            if match.end() + 1 in starts:  # "its Russian neighbour"
                continue
            if means_nobody(text, match.end(), mentions):
                continue
            topic = self.topic if first is None or match.start() < first.start else first
            if first is not None and topic is first and UNDER.search(text, 0, match.start()):
                topic = self._other(first, match.start(), mentions)
            if topic is not None and len(topic.ids) == 1:
                yield Meant(*match.span(), topic.kind, topic.name, topic.ids, pronoun=True)

    def _other(self, first: Named, end: int, mentions: tuple[Mention, ...]) -> Named | None:
        """Return whom "it" means where it is not what the sentence is about: a bloc, if one is."""
        before = [m for m in _topics(mentions) if m.end <= end and m.ids != first.ids]
        last = [self.topic] if self.topic is not None and self.topic.ids != first.ids else []
        blocs = [m for m in (*last, *before) if m.kind == "bloc"]
        return (blocs or before or last or [first])[-1]

    def _pairs(self, text: str, mentions: tuple[Mention, ...]) -> Iterator[Meant]:
        pair = _two(mentions) or self.couple()
        if pair is None:
            return
        found = [*compiled("two_states").finditer(text)]
        if not _codes(mentions):
            found += _their().finditer(text)
        for match in found:
            yield Meant(*match.span(), "pair", " and ".join(pair), pair)

    def _persons(self, text: str, mentions: tuple[Mention, ...]) -> Iterator[Meant]:
        for match in HE.finditer(text):
            leaders = [m for m in mentions if _leads(m) and m.end <= match.start()]
            person = leaders[-1] if leaders else self.person
            if person is not None:
                yield Meant(*match.span(), "he", person.name, person.ids, pronoun=True)

    def _countries(self, text: str, mentions: tuple[Mention, ...]) -> Iterator[Meant]:
        for match in _country().finditer(text):
            here = [m for m in mentions if m.kind == "state" and m.end <= match.start()]
            known = [m for m in (*self.states, *here) if len(m.ids) == 1]
            if match["island"]:
                known = [m for m in known if m.ids[0] in islands()]
            if known:
                yield Meant(*match.span(), "state", known[-1].name, known[-1].ids, pronoun=True)


def _leads(mention: Mention) -> bool:
    return mention.kind == "leader" and mention.settled


def _topics(named: Iterable[Named]) -> Iterator[Named]:
    return (m for m in named if m.kind in ("bloc", "state"))


def _two(mentions: tuple[Mention, ...]) -> tuple[str, str] | None:
    codes = [*dict.fromkeys(_codes(mentions))]
    return (codes[0], codes[1]) if len(codes) == 2 else None


def _codes(mentions: tuple[Mention, ...]) -> list[str]:
    return [m.ids[0] for m in mentions if m.kind in ("state", "leader", "people") and m.settled]
