"""What makes a sentence say something else than the claim that was read in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.actors.find import find
from daylight.checks.known import Known
from daylight.claims.records import Claim

UNLIKE = re.compile(
    r"\b(?:unlike|in contrast to|as opposed to|other than|apart from) (?:the )?$", re.I
)
WISH = re.compile(
    r"\b(?:waits?|waiting|hop(?:es?|ed|ing)|wants?|wanted|wish(?:es|ed)?|seeks?|yet|due|"
    r"tr(?:y|ies|ied|ying)|about|expected|ready|asked|set|going|refus\w+|declin\w+|unable|keen|"
    r"eager|threaten\w*|plans?|planned|inten\w+|prefer\w*) to (?:be |have )?$|"
    r"\b(?:talks?|talking|thought|dreams?) of $",
    re.IGNORECASE,
)
"""Words of a wish before a verb, by which the thing has not come."""
MOVES = ("join", "leave")
MOVED = re.compile(
    r"\b(?:join|enter|let into|leav|quit|admitted|accepted|taken into|withdr)", re.IGNORECASE
)
LIMB = re.compile(
    r"^['’]s? (?:[a-z]+ ){0,2}(?:command|structures?|wing|summit|meeting|parliament|talks|"
    r"conference|currency|market|programme|exercises?|headquarters|assembly|orbit|fold|door|table)\b"
)
"""A part or an occasion of a bloc, which is not the bloc."""
DENIAL = re.compile(r"\b(?:not|never|no longer|no)\b|n['’]t\b")
"""Words that deny."""


def said_otherwise(claim: Claim, known: Known) -> str | None:
    """Return why a sentence does not settle the claim that was read in it, None where it does."""
    return next(_reasons(claim, known), None)


def _reasons(claim: Claim, known: Known) -> Iterator[str]:
    if claim.negated and _denies_another(claim):
        yield "The text does not settle what it denies."
    if claim.relation in MOVES and _wished(claim):
        yield "It is about a wish, not about what had come."
    who = {code for actor in claim.subject for code in actor.ids}
    blocs = {name for actor in claim.object if actor.kind == "bloc" for name in actor.ids}
    for mention in find(claim.sentence, known.on):
        before, after = claim.sentence[: mention.start], claim.sentence[mention.end :]
        if who & set(mention.ids) and UNLIKE.search(before):
            yield "The text does not settle whom it is about: it says whom it is not about."
        if claim.relation in MOVES and blocs & set(mention.ids) and LIMB.match(after):
            yield "It is about a part of the bloc or an occasion, not about membership."


def _denies_another(claim: Claim) -> bool:
    """Whether what is denied stands in another clause, behind a colon."""
    head, colon, tail = claim.text.partition(":")
    return bool(colon and DENIAL.search(head) and not DENIAL.search(tail))


def _wished(claim: Claim) -> bool:
    """Whether the verb of a move follows a word of a wish."""
    verb = MOVED.search(claim.text)
    return verb is not None and bool(WISH.search(claim.text[: verb.start()]))
