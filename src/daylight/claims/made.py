"""The claim of a match in which it is known where subject and object stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from daylight.claims.masked import Masked
from daylight.claims.patterns import Found, matches, patterns
from daylight.claims.records import Actor, Claim, Window
from daylight.claims.rows import Row
from daylight.claims.scene import Scene

OPENING = re.compile(r"(?:In |On |By |Since |During )?‹T")
"""A time at the head of a sentence holds for all of it."""
NEXT = re.compile(r"[^‹›.;:,]{0,30}‹T\d+›")
"""A time right behind a claim is its own; one within may be of words set apart."""
PARTS = ("word", "what", "way", "after", "since", "by")
SUBJECTS = ("sub", "sub_", "both", "those", "own")
OBJECTS = ("obj", "one")
OTHERS = ("other", "apart")
TIMES = ("t", "since", "after")


def by_pattern(scene: Scene) -> Iterator[Claim]:
    """Yield the claims of a sentence that rows with subject and object read."""
    for row in patterns():
        for found in matches(row, scene):
            claim = _made(row, found, scene)
            if claim.object or row.type != "membership":
                yield claim


def _made(row: Row, found: Found, scene: Scene) -> Claim:
    sentence = scene.marked
    number = sentence.number(found.part("n")) or sentence.number(found.part("by"))
    parts = ((name, found.part(name)) for name in PARTS)
    next_ = NEXT.match(sentence.masked, found.match.end())
    return Claim(
        type=row.type,
        relation=row.relation,
        **scene.shared(found.begin, next_.end() if next_ else found.match.end()),
        negated=found.denied,
        subject=_actors(found, sentence, SUBJECTS) or _main(row, found, scene),
        object=_actors(found, sentence, OBJECTS) or _bloc(row, found, scene),
        other=_actors(found, sentence, OTHERS),
        measure=row.measure,
        comparator=row.comparator,
        value=number.value if number else None,
        unit=number.unit if number else None,
        window=_window(found, scene, next_),
        parts=(
            ("about", scene.about(number)),
            *((name, scene.plain(text)) for name, text in parts if text and text.strip()),
        ),
    )


def _main(row: Row, found: Found, scene: Scene) -> tuple[Actor, ...]:
    """Return the state that the text is about, for the other side of a tie with one."""
    if scene.main is None or not (row.relation == "treaty" or found.part("one")):
        return ()
    return (Actor("state", scene.main, (scene.main,)),)


def _actors(found: Found, sentence: Masked, names: Iterable[str]) -> tuple[Actor, ...]:
    """Return who stands in some named parts of a match, each once."""
    named = (sentence.named(found.part(name)) for name in names)
    return tuple(dict.fromkeys(chain.from_iterable(named)))


def _bloc(row: Row, found: Found, scene: Scene) -> tuple[Actor, ...]:
    """Return the bloc of a match that has no part for it: "a NATO ally", "and then it left"."""
    if row.type != "membership" or row.relation == "ally":
        return ()
    named = scene.marked.named(found.whole, "B")
    return named or ((scene.bloc,) if scene.bloc and "B" not in row.needs else ())


def _window(found: Found, scene: Scene, next_: re.Match[str] | None) -> Window | None:
    """Return the time of a claim: within its words, else the nearest one in the sentence."""
    sentence = scene.marked
    for name in TIMES:
        times = sentence.times(found.part(name) or "")
        if times:
            return times[0]
    inside = sentence.times(sentence.masked[found.begin : found.match.end()])
    if inside and next_:
        return sentence.times(next_[0])[0]
    if inside:
        return inside[-1]
    start, end = scene.around(found.begin, found.match.end())
    near = sentence.times(sentence.masked[found.match.end() : end])
    near = near or sentence.times(sentence.masked[start:end])
    if near or start == 0:
        return near[0] if near else None
    opening = sentence.times(sentence.masked[: scene.cuts[1]])
    return opening[0] if opening and OPENING.match(sentence.masked) else None
