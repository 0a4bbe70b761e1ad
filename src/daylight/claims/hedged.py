"""How far a writer stands behind words: asserted, reported, hypothetical, or an opinion."""

from __future__ import annotations

import re
from functools import cache

from daylight.claims.masked import Masked
from daylight.claims.records import Attribution
from daylight.claims.rows import compiled, words

QUOTE = re.compile(r"[“\"]([^”\"]{2,600})[”\"]")
LATER = re.compile(r"[;:]|, (?:but|and|while|although|though|yet) ")
"""Before another main clause: what was said of the one before is not said of it."""
CARRIED = re.compile(r", |; | that | which ")
"""After these words the verb of a claim no longer stands."""
WORDS_THAT_ASK_WHETHER = 60
"""Characters before a claim within which a word such as "if" bears on it."""


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"[^.;:]{{0,40}}[,”\"] ?(?:[^.;:]{{0,60}})\b{words('tells')}\b|"
        r"[^.;:]{0,40},? according to\b",
        re.IGNORECASE,
    )


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(
        rf"(?:according to|as|{words('tells')}) (?P<after>‹[LSB]\d+›)|"
        rf"(?P<before>‹[LSB]\d+›)(?:['’]s?)?[^‹›.;:]{{0,60}}?\b{words('tells')}\b",
        re.IGNORECASE,
    )


def attribution(sentence: Masked, start: int, end: int) -> Attribution:
    """Return how the words between two places of the masked sentence are meant."""
    text = sentence.masked
    before, inside, after = text[:start], text[start:end], text[end:]
    clause = LATER.split(before)[-1]
    if_words, opinion = compiled("hypothetical"), compiled("opinion")
    if if_words.search(clause[-WORDS_THAT_ASK_WHETHER:]) or if_words.search(_head(inside)):
        return "hypothetical"
    if opinion.search(clause) or opinion.search(inside):
        return "opinion"
    quoted = any(m.start() <= start and end <= m.end() for m in QUOTE.finditer(text))
    if quoted or compiled("reported").search(before) or _told().match(after):
        return "reported"
    return "asserted"


def speaker(sentence: Masked) -> str | None:
    """Return to whom the sentence is attributed, by name, where it says so."""
    match = _speaker().search(sentence.masked)
    if match is None:
        return None
    named = sentence.named(match["after"] or match["before"])
    return named[0].name if named else None


def _head(text: str) -> str:
    """Return the part that carries the verb, before a second clause."""
    return CARRIED.split(text, maxsplit=1)[0]
