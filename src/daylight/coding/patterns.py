"""The default coder: phrases, clauses and word order; no model, no network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.coding.clauses import Clause, clauses
from daylight.coding.compose import Coded, concepts, halted, of_concept, of_mode
from daylight.coding.match import Hit, hits
from daylight.coding.mood import Mood, mood
from daylight.coding.ontology import codes
from daylight.coding.parties import Found, groups, parties
from daylight.coding.reading import read
from daylight.coding.records import Event
from daylight.coding.sides import Group, Scene, sayer, sides
from daylight.coding.tokens import Token, tokens

MUTUAL = {"040": "040", "041": "041", "042": "043", "043": "042", "044": "044", "046": "046"}
"""Acts that both sides do, with the code of the other side."""


class PatternCoder:
    """Codes events by patterns of words."""

    name = "patterns"

    def code(self, sentence: str, on: date | None = None) -> tuple[Event, ...]:
        """Events of a sentence, the main one first."""
        from daylight.actors.find import find

        words = without_asides(tokens(sentence))
        if not words:
            return ()
        return coded(words, tuple(find(sentence[: words[-1].end], on)))


def without_asides(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out what stands in short brackets, and quotation marks."""
    out: list[Token] = []
    opened = -1
    for word in words:
        if word.low == "(":
            opened = len(out)
        elif word.low == ")" and opened >= 0:
            del out[opened:]
            opened = -1
        elif word.low not in {'"', "“", "”", "‘", "``", "''", "«", "»"}:
            out.append(word)
    return tuple(out)


def coded(words: tuple[Token, ...], found: tuple[Found, ...]) -> tuple[Event, ...]:
    """Events of a sentence that is cut into words, with its actors."""
    placed = parties(found, words)
    named = frozenset(i for party in placed for i in range(party.first, party.last))
    text = read(words, named)
    scene = Scene(text, groups(placed, text), clauses(text))
    every = with_halts(hits(text))
    events: list[Event] = []
    for number, clause in enumerate(scene.clauses):
        events += _of_clause(scene, number, clause, every)
    if not events:
        events += _of_nouns(scene, every)
    return tuple(dict.fromkeys(events))


def with_halts(found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Join words of halting with what they halt: "lift" with "sanctions"."""
    out: list[Hit] = []
    things = [hit for hit in found if not hit.mode]
    for hit in found:
        if not (hit.mode and hit.what == "halt"):
            out.append(hit)
            continue
        near = [h for h in things if hit.last < h.first <= hit.last + 8 and halted(h.what)]
        if near:
            thing = near[0]
            what = halted(thing.what) or thing.what
            out.append(Hit(what, False, hit.first, thing.last, hit.head, hit.weight + 1))
    return tuple(out)


def _of_clause(
    scene: Scene, number: int, clause: Clause, every: tuple[Hit, ...]
) -> Iterator[Event]:
    inside = [h for h in every if clause.first <= max(h.head, h.first) < clause.last]
    acts = [h for h in inside if h.head >= 0]
    if not acts:
        return
    told = {h.head: mood(scene.read, h.head) for h in acts}
    top = min(acts, key=lambda h: (not told[h.head].finite, h.head, -h.weight, not h.mode))
    about = [h for h in every if top.last < h.first < clause.last and not h.mode]
    yield from _event(scene, number, top, told[top.head], about)


def _of_nouns(scene: Scene, every: tuple[Hit, ...]) -> Iterator[Event]:
    nouns = [h for h in every if h.head < 0]
    if not nouns:
        return
    top = max(nouns, key=lambda h: (h.mode, h.weight, -h.first))
    number = next(n for n, c in enumerate(scene.clauses) if c.first <= top.first < c.last)
    about = [h for h in nouns if top.last < h.first and not h.mode]
    yield from _event(scene, number, top, Mood(top.first), about)


def _event(
    scene: Scene, number: int, hit: Hit, told: Mood, about: list[Hit]
) -> Iterator[Event]:
    clause = scene.clauses[number]
    thing = max(about, key=lambda h: (h.weight, -h.first), default=None)
    what = thing.what if thing else None
    source, target = sides(scene, number, hit, told)
    coding: Coded | None
    if hit.mode and hit.what == "must":
        if not clause.said:
            return
        mode = "demand" if scene.read.lows[hit.first] in {"must", "has", "have"} else "appeal"
        coding = of_mode(mode, what, told)
        source, target = sayer(scene, number), source
    elif hit.mode:
        coding = of_mode(hit.what, what, told)
    else:
        aims = [h.what for h in about if concepts()[h.what]["protest"]]
        coding = of_concept(hit.what, aims[0] if aims else None, told, clause.said)
    if coding is not None:
        yield from _pairs(scene, clause, hit, coding, source, target)


def _pairs(
    scene: Scene, clause: Clause, hit: Hit, coding: Coded, source: Group, target: Group
) -> Iterator[Event]:
    ways: list[tuple[str | None, str | None, str]] = []
    sources = [p.code for p in source] or [None]
    targets = [p.code for p in target] or [None]
    if len(sources) > 1 and targets == [None]:
        ways = [(a, b, coding.code) for a in sources for b in sources if a != b]
    else:
        ways = [(a, b, coding.code) for a in sources for b in targets]
        if coding.code in MUTUAL and targets != [None] and sources != [None]:
            ways += [(b, a, MUTUAL[coding.code]) for a, b, _ in ways]
    first = scene.read.tokens[hit.first].start
    last = scene.read.tokens[hit.last].end
    for one, other, code in ways:
        known = codes()[code]
        yield Event(
            one,
            other,
            known.root,
            code,
            known.goldstein,
            coding.negated,
            coding.hypothetical or clause.kind == "if",
            clause.said,
            first,
            last,
        )


