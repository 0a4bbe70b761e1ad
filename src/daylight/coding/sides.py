"""Source and target of an act, by where the parties stand around its verb."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.coding.clauses import Clause
from daylight.coding.cuts import BESIDE
from daylight.coding.kinds import BE, DETERMINERS, DO, HAVE, MODALS, NOT
from daylight.coding.match import Hit
from daylight.coding.mood import Mood
from daylight.coding.parties import BOTH, OWN, Party
from daylight.coding.reading import Read

Group = tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence read: its words, parties and clauses."""

    read: Read
    groups: tuple[Group, ...]
    clauses: tuple[Clause, ...]


def within(scene: Scene, first: int, last: int) -> list[Group]:
    """Return the groups that begin in a span of words."""
    return [group for group in scene.groups if first <= group[0].first < last]


def subject(scene: Scene, number: int, upto: int) -> Group:
    """Who acts in a clause, as told before the word ``upto``."""
    clause = scene.clauses[number]
    found = within(scene, clause.first, upto)
    firm = [g for g in found if not g[0].place and _left(scene, g) != "by"]
    if firm:
        return firm[0]
    if found and not _stands_for_other(scene, clause.first, upto):
        return found[0]
    if not _stands_for_other(scene, clause.first, upto):
        return ()
    if clause.said and clause.sayer >= 0 and clause.sayer < number:
        sayer = scene.clauses[clause.sayer]
        return subject(scene, clause.sayer, sayer.last)
    if number:
        return subject(scene, number - 1, scene.clauses[number - 1].last)
    return found[0] if found else ()


def _stands_for_other(scene: Scene, first: int, upto: int) -> bool:
    """Whether no noun of its own stands there: nothing, or a word for one named before."""
    own = set()
    for i in range(first, upto):
        low = scene.read.lows[i]
        if scene.read.skip[i] or not low[0].isalpha() or i in scene.read.named:
            continue
        if low in OWN or low in BOTH:
            return True
        if low in {"that", "and", "but", "to", "then", "the", "on", "in", "after", "while"}:
            continue
        if low in BE or low in HAVE or low in MODALS or low in DO or low in NOT:
            continue
        own.add(low)
    return not own


def sayer(scene: Scene, number: int) -> Group:
    """Who is quoted for a clause."""
    clause = scene.clauses[number]
    if clause.sayer < 0:
        return ()
    said = scene.clauses[clause.sayer]
    return subject(scene, clause.sayer, said.last)


def sides(scene: Scene, number: int, hit: Hit, told: Mood) -> tuple[Group, Group]:
    """Source and target of an act."""
    clause = scene.clauses[number]
    head = hit.head if hit.head >= 0 else hit.first
    before = min(told.first, hit.first) if not hit.passive else told.first
    acting = subject(scene, number, before if hit.head >= 0 else hit.first)
    after = within(scene, head, clause.last)
    if not _other(after, acting):
        after += within(scene, clause.last, _reach(scene, number))
    if hit.turned:
        givers = [g for g in after if _left(scene, g) in {"from", "of", "by", "with"}]
        return (givers or after or [()])[0], acting
    if told.passive or hit.passive:
        agents = [g for g in after if _left(scene, g) == "by"]
        source = agents[0] if agents else ()
        return source, acting or _other(after, source)
    return acting, _target(scene, acting, after, within(scene, clause.first, head))


def _reach(scene: Scene, number: int) -> int:
    """Where the words end in which a clause may name its target."""
    for later in scene.clauses[number + 1 :]:
        low = scene.read.lows[later.first]
        joined = later.kind == "main" and scene.read.lows[later.first - 1] == "and"
        if joined and later.first not in scene.read.named and low not in DETERMINERS:
            continue  # "set up ties with and opened an embassy in"
        if later.kind != "side" or low in BESIDE:
            return later.first
    return len(scene.read.lows)


def _left(scene: Scene, group: Group) -> str:
    i = group[0].first - 1
    while i >= 0 and scene.read.lows[i] in {"the", "an", "a", "its", "their"}:
        i -= 1
    return scene.read.lows[i] if i >= 0 else ""


def _codes(group: Group) -> set[str | None]:
    return {party.code for party in group}


def _other(found: list[Group], than: Group) -> Group:
    return next((g for g in found if not _codes(g) & _codes(than)), ())


def _target(scene: Scene, acting: Group, after: list[Group], ahead: list[Group]) -> Group:
    others = [g for g in after if not _codes(g) <= _codes(acting)]
    firm = [g for g in others if not g[0].place]
    if firm:
        return firm[0]
    if others:
        return others[0]
    left = [g for g in ahead if g is not acting and not _codes(g) <= _codes(acting)]
    if left:
        return left[-1]
    same = [g for g in after if not g[0].place and _codes(g) <= _codes(acting)]
    return same[0] if same and len(acting) == 1 else ()
