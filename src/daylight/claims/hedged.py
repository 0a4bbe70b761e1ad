"""How far a writer stands behind words: asserted, reported, hypothetical, or an opinion."""

from __future__ import annotations

import re

from daylight.claims.masked import Masked
from daylight.claims.records import Attribution

REPORTED = re.compile(
    r"\b(?:said|says|saying|told|claim(?:s|ed|ing)?|according to|reported(?:ly)?|alleg(?:es|ed|edly)|insist(?:s|ed)?|"
    r"assert(?:s|ed)?|argu(?:es|ed)|maintain(?:s|ed) that|rumou?red|purported(?:ly)?|supposedly|denied|denies|"
    r"deny|announced that|stated|wrote|believes?|suggest(?:s|ed) that|officials say|as .{3,30} put it|in the words of|quoted)\b",
    re.IGNORECASE,
)
HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|were to|would|could|might|may(?! \d)(?! ‹)|should|whether|suppos(?:e|ing)|imagine|in case|what if|"
    r"had (?:it|they|he|she) )\b(?!’s)",
    re.IGNORECASE,
)
OPINION = re.compile(
    r"\b(?:i (?:think|believe|suspect|doubt)|in my view|arguably|perhaps|it seems|seems? to|appears? to|probably|no doubt|"
    r"surely|frankly|in our view|to my mind|we (?:think|believe)|there is reason to believe|one might say)\b",
    re.IGNORECASE,
)
QUOTE = re.compile(r"[“\"]([^”\"]{2,600})[”\"]")
SPEAKER = re.compile(
    r"(?:according to|said|says|told|claimed|claims|insisted|argued|wrote|as) (?P<after>‹[LSB]\d+›)|"
    r"(?P<before>‹[LSB]\d+›)(?:['’]s?)?[^‹›.;:]{0,60}?\b(?:said|says|told|claim(?:s|ed)|insist(?:s|ed)|argu(?:es|ed)|maintains|denied|denies|stated|wrote|announced)\b",
    re.IGNORECASE,
)
WORDS_THAT_ASK_WHETHER = 60
"""Characters before a claim within which a word such as "if" bears on it."""


def attribution(sentence: Masked, start: int, end: int) -> Attribution:
    """Return how the words between two places of the masked sentence are meant."""
    text = sentence.masked
    before = text[:start]
    clause = re.split(r"[;:]|, (?:but|and|while|although|though|yet) ", before)[-1]
    inside = text[start:end]
    if HYPOTHETICAL.search(clause[-WORDS_THAT_ASK_WHETHER:]) or _first(HYPOTHETICAL, inside):
        return "hypothetical"
    if OPINION.search(clause) or OPINION.search(inside):
        return "opinion"
    quoted = any(m.start() <= start and end <= m.end() for m in QUOTE.finditer(text))
    after = text[end:]
    told = re.match(
        r"[^.;:]{0,40}[,”\"] ?(?:[^.;:]{0,60})\b(?:said|says|told|claim|insist|argu|according to)",
        after,
        re.IGNORECASE,
    )
    if quoted or REPORTED.search(before) or told:
        return "reported"
    return "asserted"


def _first(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words stand in the part that carries the verb, before a second clause."""
    return bool(pattern.search(re.split(r", |; | that | which ", text)[0]))


def speaker(sentence: Masked) -> str | None:
    """Return to whom the sentence is attributed, by name, where it says so."""
    match = SPEAKER.search(sentence.masked)
    if match is None:
        return None
    named = sentence.named(match["after"] or match["before"])
    return named[0].name if named else None
