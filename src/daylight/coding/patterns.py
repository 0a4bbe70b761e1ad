"""The default coder: phrases, clauses and word order; no model, no network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.coding.clauses import Clause, clauses
from daylight.coding.compose import Coded, concepts, halted, of_concept, of_mode, stands
from daylight.coding.match import Hit, hits
from daylight.coding.mood import Mood, mood
from daylight.coding.ontology import codes
from daylight.coding.parties import Found, groups, parties
from daylight.coding.reading import PREPOSITIONS, read
from daylight.coding.records import Event
from daylight.coding.sides import Group, Scene, sayer, sides
from daylight.coding.tokens import Token, tokens

DECIDING = frozenset({"agree", "decid", "appro", "resol"})
"""How verbs begin by which several decide on an act that is then done."""
AT_HOME = frozenset({"PROTEST", "COERCE", "CONCEDE"})
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
    main: list[Event] = []
    beside: list[Event] = []
    for number, clause in enumerate(scene.clauses):
        if clause.kind == "main" or clause.kind == "said":
            main += _of_clause(scene, number, clause, every)
        else:
            beside += _of_clause(scene, number, clause, every)
    if not main:
        main += _of_nouns(scene, every, beside=bool(beside))
    return tuple(dict.fromkeys(main + beside))


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
    top = min(acts, key=lambda h: (_loose(scene, h, told[h.head]), h.head, -h.weight, not h.mode))
    about = [h for h in every if top.last < h.first < clause.last and not h.mode]
    yield from _event(scene, number, top, told[top.head], about)


def _loose(scene: Scene, hit: Hit, told: Mood) -> bool:
    """Whether a verb hangs on another: "a statement demanding" stands for itself."""
    if told.finite:
        return False
    left = scene.read.lows[hit.head - 1] if hit.head else ""
    return not (hit.mode and not told.to and left not in PREPOSITIONS and left != ",")


def _of_nouns(scene: Scene, every: tuple[Hit, ...], beside: bool) -> Iterator[Event]:
    spans = [(c.first, c.last) for c in scene.clauses if c.kind == "main" or not beside]
    nouns = [h for h in every if h.head < 0 and any(a <= h.first < b for a, b in spans)]
    alone = [h for h in nouns if h.mode or stands(h.what)]
    if not alone or not scene.groups:
        return
    top = max(alone, key=lambda h: (h.mode, h.weight, -h.first))
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
        coding = of_mode(hit.what, what, told, scene.read.lows[hit.first][:5] in DECIDING)
        if scene.read.lows[hit.first] == "out" and clause.said:
            source, target = sayer(scene, number), source
    else:
        unless = any(scene.read.lows[c.first] == "unless" for c in scene.clauses)
        aims = [h.what for h in about if concepts()[h.what]["protest"]]
        coding = of_concept(hit.what, aims[0] if aims else None, told, clause.said, unless)
    if coding is not None:
        if not source and target and _at_home(coding.code, hit, told, target):
            source, target = target, ()
        yield from _pairs(scene, clause, hit, coding, source, target)


def _at_home(code: str, hit: Hit, told: Mood, target: Group) -> bool:
    """Whether who acts has no name, and the act is one within the state where it happens.

    "Students blocked roads in Chile" is an act of Chile, by the rule that people and police
    without a state of their own stand for the one that is named.
    """
    return (
        codes()[code].root in AT_HOME
        and not (told.passive or hit.passive)
        and all(party.place for party in target)
    )


def _pairs(
    scene: Scene, clause: Clause, hit: Hit, coding: Coded, source: Group, target: Group
) -> Iterator[Event]:
    ways: list[tuple[str | None, str | None, str]] = []
    sources = [p.code for p in source] or [None]
    here = len(sources) > 1 and coding.code in MUTUAL and all(p.place for p in target)
    targets = [None] if here else [p.code for p in target] or [None]
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


