"""Which phrases of a sentence tell of an act: the first verb of each clause, else a noun."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.coding.clauses import Clause
from daylight.coding.compose import halted, stands
from daylight.coding.kinds import PREPOSITIONS
from daylight.coding.match import Hit
from daylight.coding.mood import Mood, mood
from daylight.coding.sides import Scene

NEAR = 8
"""How far what is halted may stand from the word of halting."""


@dataclass(frozen=True, slots=True)
class Act:
    """A phrase that tells of an act.

    Attributes
    ----------
    number
        Number of its clause.
    told
        How it is told: done, denied, possible, to come.
    about
        Phrases after it in its clause: what it is about.
    """

    number: int
    hit: Hit
    told: Mood
    about: tuple[Hit, ...]


def with_halts(found: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Join words of halting with what they halt: "lift" with "sanctions"."""
    out: list[Hit] = []
    things = [hit for hit in found if not hit.mode]
    for hit in found:
        if not (hit.mode and hit.what == "halt"):
            out.append(hit)
            continue
        near = (h for h in things if hit.last < h.first <= hit.last + NEAR)
        for thing in near:
            what = halted(thing.what)
            if what:
                joined = Hit(what, False, hit.first, thing.last, hit.head, hit.weight + 1)
                out.append(joined)
                break
    return tuple(out)


def of_clause(scene: Scene, number: int, every: tuple[Hit, ...]) -> Act | None:
    """Return the act that the first verb of a clause tells, a finite one before others."""
    clause = scene.clauses[number]
    acts = [h for h in every if h.head >= 0 and _begins(h, clause)]
    if not acts:
        return None
    told = {h.head: mood(scene.read, h.head) for h in acts}
    top = min(acts, key=lambda h: (_hangs(scene, h, told[h.head]), h.head, -h.weight, not h.mode))
    about = tuple(h for h in every if top.last < h.first < clause.last and not h.mode)
    return Act(number, top, told[top.head], about)


def of_nouns(scene: Scene, every: tuple[Hit, ...], beside: bool) -> Act | None:
    """Return the act that a noun tells, where no verb does: "clashes between".

    ``beside`` keeps to the main clauses, where a clause beside them has an act of its own.
    """
    spans = [c for c in scene.clauses if c.kind == "main" or not beside]
    nouns = [h for h in every if h.head < 0 and any(_begins(h, c) for c in spans)]
    alone = [h for h in nouns if (h.mode or stands(h.what)) and not _in_a_name(scene, h)]
    if not alone or not scene.groups:
        return None
    top = max(alone, key=lambda h: (h.mode, h.weight, -h.first))
    number = next(n for n, c in enumerate(scene.clauses) if _begins(top, c))
    about = tuple(h for h in nouns if top.last < h.first and not h.mode)
    return Act(number, top, Mood(top.first), about)


def _in_a_name(scene: Scene, hit: Hit) -> bool:
    """Whether the noun has a capital letter within the sentence: "Munich Conference"."""
    return hit.first > 0 and scene.read.tokens[hit.last].text[:1].isupper()


def _begins(hit: Hit, clause: Clause) -> bool:
    return clause.first <= max(hit.head, hit.first) < clause.last


def _hangs(scene: Scene, hit: Hit, told: Mood) -> bool:
    """Whether a verb hangs on another; "a statement demanding" stands for itself."""
    if told.finite:
        return False
    left = scene.read.lows[hit.head - 1] if hit.head else ","
    return not (hit.mode and not told.to and left not in PREPOSITIONS and left != ",")
