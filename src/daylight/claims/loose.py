"""The claim of a clause that a cue tells: its actors in the order in which they are named."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.claims.clause import Clause
from daylight.claims.cue import cued
from daylight.claims.masked import Masked
from daylight.claims.patterns import Found, negation
from daylight.claims.records import Actor, Claim, Window
from daylight.claims.rows import Row, rows
from daylight.claims.scene import Scene

Sides = tuple[tuple[Actor, ...], tuple[Actor, ...], tuple[Actor, ...]]
LARGE = 1e5
"""From here a bare number beside a word of trade may be an amount."""
WORDS = ("word", "word2", "word3", "word4")


def by_cue(scene: Scene) -> Iterator[Claim]:
    """Yield the claims of a sentence that its clauses tell."""
    for cue in rows("cues"):
        if cue.may(scene.small):
            for clause, found in cued(cue, scene):
                claim = _told(cue, clause, found, scene)
                if cue.relation != "amount" or _is_amount(claim):
                    yield claim


def _told(cue: Row, clause: Clause, found: Found, scene: Scene) -> Claim:
    sentence = scene.marked
    text = sentence.masked[clause.start : clause.end]
    ahead = not scene.marked.named(sentence.masked[clause.start : found.match.start()], "SLD")
    subject, object_, other = _sides(cue, text, scene, ahead)
    number = sentence.number(text, cue.relation == "amount") if "N" in cue.needs else None
    named = next((name for name in WORDS if found.part(name)), None)
    words = found.whole if named is None else found.part(named) or ""
    told = found.match.end() if named is None else found.match.start(named)
    return Claim(
        type=cue.type,
        relation=cue.relation,
        **scene.shared(clause.start, clause.end, found.match.start()),
        negated=bool(negation().search(sentence.masked[clause.start : told])),
        subject=subject,
        object=object_,
        other=other,
        measure=cue.measure,
        comparator=cue.comparator,
        value=number.value if number else None,
        unit=number.unit if number else None,
        window=_window(sentence, clause, found.match.end()),
        parts=(("about", scene.about(number)), ("word", scene.plain(words))),
    )


def _is_amount(claim: Claim) -> bool:
    """Whether the number of a claim can be of trade: that of "two kitchens" is not."""
    return claim.unit is not None or (claim.value or 0) >= LARGE


def _window(sentence: Masked, clause: Clause, after: int) -> Window | None:
    """Return the time of a clause: the first one after its cue, else the last one before."""
    later = sentence.times(sentence.masked[after : clause.end])
    times = sentence.times(sentence.masked[clause.start : after]) or sentence.times()
    return later[0] if later else times[-1] if times else None


def _sides(cue: Row, text: str, scene: Scene, ahead: bool) -> Sides:
    """Return who the claim is about, to whom, and besides whom.

    Of the largest partners, the state whose partner it is stands second, but first where the words
    of the cue stand `ahead` of both: "no country buys more from Australia than China".
    """
    named = scene.marked.named
    blocs, people = named(text, "B"), named(text, "SLD")
    match cue.relation:
        case "said":
            return named(text, "LH")[:1], (), ()
        case "met":
            return people, (), ()
        case "forces":
            return people[:1], named(text, "P")[:1] or people[1:2], ()
        case "members":
            return (), blocs, ()
        case "largest" if not ahead:
            return people[1:2], people[:1], people[2:3]
    if blocs and "B" in cue.needs:
        return people, blocs, ()
    return people[:1], people[1:2], people[2:3]
