"""Whom words such as "the union", "the two countries" and "it" mean, from what was named before.

The nearest earlier one of the kind that fits. Nothing cleverer is tried: where none was named,
the words stay without a meaning, and a claim about them is not made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from daylight.actors.records import Mention

BLOC = re.compile(
    r"\b(?:the|this|that) (?:[a-z]+ )?(?:union|bloc|alliance|organi[sz]ation|pact|grouping|group|association|"
    r"community|league|club)\b(?!\s+(?:of|between|with)\b)",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"\b(?:(?:the|these|both|its) two (?:[a-z]+ )?(?:countries|states|nations|sides|governments|capitals|powers|"
    r"neighbou?rs|partners|allies|giants|rivals|adversaries|republics|kingdoms|economies)|both (?:countries|states|nations|"
    r"sides|governments|capitals|powers)|the pair|each other(?=['’]s))\b",
    re.IGNORECASE,
)
THEIR = re.compile(
    r"\b(?:their|the) (?=(?:[a-z-]+ ){0,3}(?:ties|bonds?|relations(?:hip)?|partnership|alliance|trade|friendship|"
    r"cooperation)\b)|\b(?=bilateral (?:trade|ties|relations|commerce))",
    re.IGNORECASE,
)

IT = re.compile(r"\b(?:It|Its)\b|(?<=[a-z,] )(?:it|its)\b")
"""As the first word it means what the sentence before was about; within one, what this one is."""


@dataclass
class Context:
    """What was named so far in a text.

    Attributes
    ----------
    bloc : Mention or None
        The newest one.
    topic : Mention or None
        The first state or bloc of the sentence before.
    pair : tuple of str or None
        The two states of the newest sentence that names two.
    names : Counter
        How often each state was named.
    """

    bloc: Mention | None = None
    topic: Mention | None = None
    pair: tuple[str, str] | None = None
    names: Counter[str] = field(default_factory=Counter)

    def meant(self, text: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
        """Return whom words of a sentence mean that name nobody."""
        if self.bloc is not None:
            for match in BLOC.finditer(text):
                bloc = next(
                    (m for m in reversed(mentions) if m.kind == "bloc" and m.end <= match.start()),
                    self.bloc,
                )
                yield Mention(*match.span(), match[0], "bloc", bloc.name, bloc.ids, "said before")
        first = next((m for m in mentions if m.kind in ("bloc", "state")), None)
        for match in IT.finditer(text):
            topic = self.topic if first is None or match.start() < first.start else first
            if topic is not None and len(topic.ids) == 1:
                yield Mention(*match.span(), match[0], topic.kind, topic.name, topic.ids, "pronoun")
        pair = self._two(mentions) or self.couple()
        if pair is None:
            return
        for match in PAIR.finditer(text):
            yield Mention(*match.span(), match[0], "pair", " and ".join(pair), pair, "said before")
        if len(_codes(mentions)) == 0:
            for match in THEIR.finditer(text):
                if match.end() > match.start():
                    span = (match.start(), match.end() - 1)
                    yield Mention(*span, match[0], "pair", " and ".join(pair), pair, "said before")

    def add(self, mentions: tuple[Mention, ...], said: tuple[Mention, ...] = ()) -> None:
        """Take in a sentence: who is named, and who is meant by other words."""
        told = [
            m
            for m in sorted((*mentions, *said), key=lambda m: m.start)
            if m.kind in ("bloc", "state") and m.role != "pronoun"
        ]
        self.topic = told[0] if told else self.topic
        blocs = [m for m in mentions if m.kind == "bloc" and len(m.ids) == 1]
        self.bloc = blocs[-1] if blocs else self.bloc
        self.names.update(_codes(mentions))
        self.pair = self._two(mentions) or self.pair

    def _two(self, mentions: tuple[Mention, ...]) -> tuple[str, str] | None:
        codes = [*dict.fromkeys(_codes(mentions))]
        return (codes[0], codes[1]) if len(codes) == 2 else None

    def couple(self) -> tuple[str, str] | None:
        """Return the two states that the text is about so far."""
        if self.pair is not None:
            return self.pair
        first = [name for name, _ in self.names.most_common(2)]
        return (first[0], first[1]) if len(first) == 2 else None


def _codes(mentions: tuple[Mention, ...]) -> list[str]:
    return [
        m.ids[0] for m in mentions if m.kind in ("state", "leader", "people") and len(m.ids) == 1
    ]
