"""The claim of a match in which it is known where subject and object stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from daylight.claims.masked import Masked
from daylight.claims.patterns import denied, matches, part, patterns
from daylight.claims.records import Actor, Claim, Window
from daylight.claims.rows import Row
from daylight.claims.scene import Scene

OPENING = re.compile(r"(?:In |On |By |Since |During )?‹T")
"""A time at the head of a sentence holds for all of it."""
PARTS = ("word", "what", "way", "after", "since", "by")
SUBJECTS = ("sub", "both", "those", "own")
OBJECTS = ("obj", "one")
OTHERS = ("other", "apart")
TIMES = ("t", "since", "after")


def by_pattern(scene: Scene) -> Iterator[Claim]:
    """Yield the claims of a sentence that rows with subject and object read."""
    for row in patterns():
        for match in matches(row, scene.marked, scene.small, scene.parts[-1]):
            yield _made(row, match, scene)


def _made(row: Row, match: re.Match[str], scene: Scene) -> Claim:
    sentence = scene.marked
    number = sentence.number(part(match, "n")) or sentence.number(part(match, "by"))
    parts = ((name, part(match, name)) for name in PARTS)
    return Claim(
        type=row.type,
        relation=row.relation,
        **scene.shared(_begin(match), match.end()),
        negated=denied(match),
        subject=_actors(match, sentence, SUBJECTS) or _main(row, scene),
        object=_actors(match, sentence, OBJECTS) or _bloc(row, match, sentence),
        other=_actors(match, sentence, OTHERS),
        measure=row.measure,
        comparator=row.comparator,
        value=number.value if number else None,
        unit=number.unit if number else None,
        window=_window(match, scene),
        parts=(
            ("about", scene.about(number)),
            *((name, scene.plain(text)) for name, text in parts if text and text.strip()),
        ),
    )


def _begin(match: re.Match[str]) -> int:
    """Return where a claim begins: a relative clause after the words that it is about."""
    return match.start("begin" if part(match, "begin") is not None else 0)


def _main(row: Row, scene: Scene) -> tuple[Actor, ...]:
    """Return the state that the text is about, for the other side of a treaty."""
    if row.relation != "treaty" or scene.main is None:
        return ()
    return (Actor("state", scene.main, (scene.main,)),)


def _actors(match: re.Match[str], sentence: Masked, names: Iterable[str]) -> tuple[Actor, ...]:
    """Return who stands in some named parts of a match, each once."""
    found = (sentence.named(part(match, name)) for name in names)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _bloc(row: Row, match: re.Match[str], sentence: Masked) -> tuple[Actor, ...]:
    """Return the bloc of a match that names it without a part of its own, "a NATO ally"."""
    return sentence.named(match[0], "B") if row.type == "membership" else ()


def _window(match: re.Match[str], scene: Scene) -> Window | None:
    """Return the time of a claim: within its words, else the nearest one in the sentence."""
    sentence = scene.marked
    for name in TIMES:
        times = sentence.times(part(match, name) or "")
        if times:
            return times[0]
    inside = sentence.times(match[0])
    if inside:
        return inside[-1]
    start, end = scene.around(match.start(), match.end())
    near = sentence.times(sentence.masked[start:end])
    if near or start == 0:
        return near[0] if near else None
    opening = sentence.times(sentence.masked[: scene.cuts[1]])
    return opening[0] if opening and OPENING.match(sentence.masked) else None
