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
OWN = re.compile(r", (?:which|who|whose|where|when)\b[^,;:]*$")
"""A subclause in which the writer speaks, though somebody else is quoted before it."""
WORDS_THAT_ASK_WHETHER = 60
"""Characters before a claim within which a word such as "if" bears on it."""


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"[^.;:]{{0,40}}[,”\"] ?(?!(?:and|but|while|though|yet|which|who|where)\b)"
        rf"(?:[^.;:]{{0,60}})\b{words('tells')}\b|"
        r"[^.;:]{0,40},? according to\b",
        re.IGNORECASE,
    )


@cache
def _set_apart() -> re.Pattern[str]:
    """Words within a claim that say whose it is: "Brazil, according to a bank, has"."""
    return re.compile(
        r"[,–—] ?(?:according to|so |as |if (?:one|you|‹N\d+›) |it is (?:said|whispered|rumoured))"
        r"[^,;:]*[,–—]|"
        rf"[,–—] (?:he|she|they|(?:the|an?|some|many|most|two) [^,;:]{{1,40}}?|[a-z]+s) "
        rf"{words('tells')}\b[^,;:]{{0,30}}(?:[,–—.]|$)",
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
    end = len(text[:end].rstrip(" ,"))
    before, inside, after = text[:start], text[start:end], text[end:]
    clause = LATER.split(before)[-1]
    if_words, opinion = compiled("hypothetical"), compiled("opinion")
    if if_words.search(clause[-WORDS_THAT_ASK_WHETHER:]) or if_words.search(_head(inside)):
        return "hypothetical"
    if opinion.search(clause) or opinion.search(inside):
        return "opinion"
    quoted = any(m.start() <= start and end <= m.end() for m in QUOTE.finditer(text))
    said = OWN.sub("", before) if OWN.search(before) else None
    told = compiled("reported").search(before if said is None else before[len(said) :])
    if quoted or told or _told().match(after) or _set_apart().search(inside):
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
