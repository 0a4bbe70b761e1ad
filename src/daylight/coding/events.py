"""From an act to events: its code, and an event for each pair of source and target."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.coding.acts import Act
from daylight.coding.clauses import Clause
from daylight.coding.compose import Coded, concepts, of_concept, of_mode
from daylight.coding.ontology import codes
from daylight.coding.records import Event
from daylight.coding.sides import Group, Scene, sayer, sides

MUTUAL = {"040": "040", "041": "041", "042": "043", "043": "042", "044": "044", "046": "046"}
"""Acts that both sides do, with the code of the other side."""
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
TOGETHER_CODES = frozenset({"050", "054", "057", "164", "0871"})
EACH_OTHER = ("clash", "fight", "fought", "battl", "exchang", "swap", "trad", "skirm", "duel")
"""How words begin for what two that are named together do to each other."""
DECIDING = frozenset({"agree", "decid", "appro", "resol"})
"""How verbs begin by which several decide on an act that is then done."""
OWN_FORCES = ("074", "087", "15", "166")
"""Codes of acts on forces or staff of one's own: "troops were withdrawn"."""
TALKS = frozenset(["036", "040", "041", "044", "046", "057", "026", "106", "125", "134", "164"])
"""Codes under which a name after "in" is only where they meet."""
AT_HOME = frozenset({"PROTEST", "COERCE", "CONCEDE"})


def events_of(scene: Scene, act: Act) -> Iterator[Event]:
    """Events of an act."""
    source, target = sides(scene, act.number, act.hit, act.told)
    quoted = sayer(scene, act.number)
    coding = _coding(scene, act)
    if coding is None:
        return
    if act.hit.mode and _by_the_sayer(scene, act):
        source, target = quoted, source
    elif not source and target and (_own(coding.code, act) or _at_home(coding.code, act, target)):
        source, target = target, ()
    yield from _pairs(scene, act, coding, source, target)


def _coding(scene: Scene, act: Act) -> Coded | None:
    clause, hit = scene.clauses[act.number], act.hit
    thing = max(act.about, key=lambda h: (h.weight, -h.first), default=None)
    what = thing.what if thing else None
    word = scene.read.lows[hit.first]
    if hit.mode and hit.what == "must":
        mode = "demand" if word in {"must", "has", "have"} else "appeal"
        return of_mode(mode, what, act.told, said=True) if clause.said else None
    if hit.mode:
        ordered = word.startswith("order") and thing is not None and thing.head < 0
        decided = word[:5] in DECIDING
        return of_mode(hit.what, what, act.told, clause.said, decided, ordered)
    return of_concept(
        hit.what,
        next((h.what for h in act.about if concepts()[h.what]["protest"]), None),
        act.told,
        clause.said,
        unless=any(scene.read.lows[c.first] == "unless" for c in scene.clauses),
        announced=_announced(scene, clause),
    )


def _by_the_sayer(scene: Scene, act: Act) -> bool:
    """Whether who is quoted acts: "Iran must stop, France said", "that is out of the question"."""
    word = scene.read.lows[act.hit.first]
    return act.hit.what == "must" or (word == "out" and scene.clauses[act.number].said)


def _announced(scene: Scene, clause: Clause) -> bool:
    if clause.sayer < 0:
        return False
    said = scene.clauses[clause.sayer]
    return any(low.startswith("announc") for low in scene.read.lows[said.first : said.last])


def _own(code: str, act: Act) -> bool:
    return act.told.passive and code.startswith(OWN_FORCES)


def _at_home(code: str, act: Act, target: Group) -> bool:
    """Whether who acts has no name, and the act is one within the state where it happens.

    "Students blocked roads in Chile" is an act of Chile, by the rule that people and police
    without a state of their own stand for the one that is named.
    """
    passive = act.told.passive or act.hit.passive
    return codes()[code].root in AT_HOME and not passive and all(p.place for p in target)


def _pairs(scene: Scene, act: Act, coding: Coded, source: Group, target: Group) -> Iterator[Event]:
    code, hit = coding.code, act.hit
    sources: list[str | None] = [p.code for p in source] or [None]
    targets: list[str | None] = [p.code for p in target] or [None]
    several = len(sources) > 1
    if code in TALKS and all(p.place for p in target):
        targets = [None]
    ways = [(a, b, code) for a in sources for b in targets]
    if several and targets == [None] and _together(code, scene.read.lows[hit.first]):
        ways = [(a, b, code) for a in sources for b in sources if a != b]
    elif code in MUTUAL and targets != [None] and sources != [None]:
        ways += [(b, a, MUTUAL[code]) for a, b, _ in ways]
    clause = scene.clauses[act.number]
    for one, other, each in ways:
        known = codes()[each]
        yield Event(
            source=one,
            target=other,
            root=known.root,
            code=each,
            goldstein=known.goldstein,
            negated=coding.negated,
            hypothetical=coding.hypothetical or clause.kind == "if",
            reported=clause.said,
            start=scene.read.tokens[hit.first].start,
            end=scene.read.tokens[hit.last].end,
        )


def _together(code: str, word: str) -> bool:
    return codes()[code].root in TOGETHER or code in TOGETHER_CODES or word.startswith(EACH_OTHER)
