"""What makes a sentence say something else than the claim that was read in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.actors.find import find
from daylight.checks.known import Known
from daylight.claims.records import Claim

UNLIKE = re.compile(
    r"\b(?:unlike|in contrast to|as opposed to|other than|apart from|except(?: for)?|but for|"
    r"save for) (?:the )?$",
    re.IGNORECASE,
)
"""Words before somebody of whom the rest is not said."""
WISH = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|hop(?:es?|ed|ing)|wants?|wanted|wish(?:es|ed)?|seeks?|yet|due|"
    r"tr(?:y|ies|ied|ying)|about|expected|ready|asked|set|going|refus\w+|declin\w+|unable|keen|"
    r"eager|threaten\w*|plans?|planned|inten\w+|prefer\w*)(?: (?:since|for) [^,;:]{1,30}?)? to "
    r"(?:be |have )?$|"
    r"\b(?:talks?|talking|thought|dreams?) of $",
    re.IGNORECASE,
)
"""Words of a wish before a verb, by which the thing has not come."""
APART = re.compile(r"^ (?:apart|aside|excepted)\b")
NOBODY = re.compile(
    r"\b(?:at no (?:time|point)|not once|on no|by no means|nobody|none|no one|"
    r"no (?:state|country|nation|power|member|other)|hardly|scarcely|nothing)\b",
    re.IGNORECASE,
)
"""Words that deny without a "not"."""
PLAIN = ("membership", "resilience", "sphere", "tether", "meeting", "base", "trend")
MOVES = ("join", "leave")
MOVED = re.compile(
    r"\b(?:join|enter|let into|leav|quit|admitted|accepted|taken into|withdr)", re.IGNORECASE
)
LIMB = re.compile(
    r"^['’]s? (?:[A-Z]\w+ \w+|(?:[a-z]+ ){0,2}(?:command|structures?|wing|summit|meeting|"
    r"parliament|talks|conference|currency|market|programme|exercises?|headquarters|assembly|orbit|"
    r"fold|door|table)\b)"
)
"""A part or an occasion of a bloc, which is not the bloc."""
BESIDE = re.compile(r"\b(?:after|before|like|ahead of) (?:the )?$", re.IGNORECASE)
DENIAL = re.compile(r"\b(?:not|never|no longer|no)\b|n['’]t\b")
"""Words that deny."""


def said_otherwise(claim: Claim, known: Known) -> str | None:
    """Return why a sentence does not settle the claim that was read in it, None where it does."""
    return next(_reasons(claim, known), None)


def _reasons(claim: Claim, known: Known) -> Iterator[str]:
    if _denies_another(claim) if claim.negated else _denies_unread(claim):
        yield "The text does not settle what it denies."
    if claim.relation in MOVES and _wished(claim):
        yield "It is about a wish, not about what had come."
    who = {code for actor in claim.subject for code in actor.ids}
    blocs = {name for actor in claim.object if actor.kind == "bloc" for name in actor.ids}
    for mention in find(claim.sentence, known.on):
        before, after = claim.sentence[: mention.start], claim.sentence[mention.end :]
        if who & set(mention.ids) and (UNLIKE.search(before) or APART.match(after)):
            yield "The text does not settle whom it is about: it says whom it is not about."
        if claim.relation in MOVES and who & set(mention.ids) and _beside(claim, mention.start):
            yield "The text does not settle whom it is about: it compares several."
        if claim.relation in MOVES and blocs & set(mention.ids) and LIMB.match(after):
            yield "It is about a part of the bloc or an occasion, not about membership."


def _denies_another(claim: Claim) -> bool:
    """Whether what is denied stands in another clause, behind a colon."""
    head, colon, tail = claim.text.partition(":")
    return bool(colon and DENIAL.search(head) and not DENIAL.search(tail))


def _beside(claim: Claim, start: int) -> bool:
    """Whether somebody stands behind the verb of a move, after "after", "before" or "like"."""
    verb = MOVED.search(claim.sentence)
    behind = verb is not None and verb.end() < start
    return behind and bool(BESIDE.search(claim.sentence[:start]))


def _denies_unread(claim: Claim) -> bool:
    """Whether a claim that was read as no denial has words before its verb that deny."""
    verb = claim.text.lower().find(claim.word("word")) if claim.word("word") else -1
    unread = NOBODY.search(claim.text[: max(verb, 0)]) or "no longer" in claim.text.lower()
    return claim.type in PLAIN and bool(unread)


def _wished(claim: Claim) -> bool:
    """Whether the verb of a move follows a word of a wish."""
    verb = MOVED.search(claim.text)
    return verb is not None and bool(WISH.search(claim.text[: verb.start()]))
