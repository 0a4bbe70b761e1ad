"""Whether a word is a verb or a noun where it stands, and what stands around a verb."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.coding.lexicon import readings
from daylight.coding.tokens import Token

MODALS = frozenset("will would can could may might shall should must 'll cannot".split())
BE = frozenset("be is are was were been being am 's 're get got".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
NOT = frozenset("not n't never nor neither no-longer".split())
DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your no any some all both each every "
    "another such new more several many 's first second last final recent major alleged joint "
    "military political economic nuclear further latest".split()
)
HOLDING = frozenset(
    "most least very newly two three four five six seven eight nine ten eleven twelve twenty "
    "hundred thousand million".split()
)
PREPOSITIONS = frozenset(
    "of in on at by with from for into against over under between among during after before "
    "about amid despite following without through toward towards via per than since near".split()
)
PRONOUNS = frozenset("it he she they we i who which that".split())
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight "
    "january february march april may june july august september october november december".split()
)
LOOSE = frozenset("back free open close mass secure second tax down limit base ground patch".split())
"""Verbs that are mostly other words: taken for verbs only where their place shows it."""
OFTEN = frozenset(
    "also again now still already just later earlier once soon immediately once further formally "
    "even only instead finally jointly here there".split()
)


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with what each word may be.

    Attributes
    ----------
    keys
        For each word the keys of the dictionary that it answers to.
    skip
        Words that may stand within any phrase: adverbs, days, quotation marks.
    """

    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    skip: tuple[bool, ...]
    named: frozenset[int]


def read(tokens: tuple[Token, ...], named: frozenset[int]) -> Read:
    """Read the words; ``named`` are those that belong to the name of an actor."""
    lows = tuple(token.low for token in tokens)
    skip = tuple(_skippable(lows, i) for i in range(len(lows)))
    known = readings()
    keys = []
    for i, low in enumerate(lows):
        found = known.get(low)
        keys.append(_keys(lows, skip, named, i, found) if found and i not in named else ())
    return Read(tokens, lows, tuple(keys), skip, named)


def _skippable(lows: tuple[str, ...], i: int) -> bool:
    low = lows[i]
    if low in DAYS:
        return low != "may" or (i > 0 and lows[i - 1] in {"in", "of", "since", "last", "on"})
    if low in {"on", "in", "last", "this", "next", "late", "early"}:
        return i + 1 < len(lows) and lows[i + 1] in DAYS and lows[i + 1] != "may"
    return low in OFTEN or low in {'"', "“", "”", "'"} or (low.endswith("ly") and len(low) > 4)


def before(lows: tuple[str, ...], skip: tuple[bool, ...], i: int) -> int:
    """Place of the word before, adverbs and days left out; -1 at the start."""
    i -= 1
    while i >= 0 and skip[i]:
        i -= 1
    return i


def _keys(
    lows: tuple[str, ...],
    skip: tuple[bool, ...],
    named: frozenset[int],
    i: int,
    found: tuple[tuple[str, str], ...],
) -> tuple[str, ...]:
    noun = [f"{base}/n" for base, tag in found if tag == "n"]
    out = [base if not tag else f"{base}/a" for base, tag in found if tag in {"", "a"}]
    verbs = {tag for _, tag in found if tag not in {"", "a", "n"}}
    if not verbs:
        return tuple(noun + out)
    prev = before(lows, skip, i)
    while prev >= 0 and lows[prev] in NOT:
        prev = before(lows, skip, prev)
    left = lows[prev] if prev >= 0 else ""
    right = lows[i + 1] if i + 1 < len(lows) else ""
    helping = lows[i] in HAVE | DO and _before_verb(lows, skip, i)
    as_verb = not helping and _is_verb(left, right, verbs, bool(noun) or lows[i] in LOOSE, prev in named, i + 1 in named, i)
    if not as_verb:
        return tuple(noun + out)
    passive = "p" in verbs and _passive(lows, skip, i)
    for base, tag in found:
        if tag in verbs:
            out.append(f"{base}/v")
            if passive and tag == "p":
                out.append(f"{base}/p")
    return tuple(dict.fromkeys(out))


def _is_verb(
    left: str, right: str, tags: set[str], noun: bool, after: bool, actor: bool, i: int
) -> bool:
    held = (left in DETERMINERS and left != "that") or left in HOLDING or left[:1].isdigit()
    if tags & {"d", "p"} and not tags & {"b"}:
        if right == "by" and not held:
            return True
        return not held and left not in PREPOSITIONS - {"by"} and i > 0
    if left == "to" or left in MODALS or left in DO:
        return True
    if "g" in tags:
        return not (noun and (held or left in PREPOSITIONS)) and not held
    if not noun:
        return not held
    if held or left in PREPOSITIONS or i == 0:
        return False
    objects = actor or right in DETERMINERS or right.isdigit() or right in {"to", "that"}
    if "d" in tags or "p" in tags:  # strike, cut, hit
        return objects or right not in {"in", "of", "on", "by", "and", ",", "."}
    if left in PRONOUNS:
        return True
    if "s" in tags:
        return objects and right != "to"
    return objects and right != "to" and (after or left.endswith("s") or left.endswith("n"))


def _before_verb(lows: tuple[str, ...], skip: tuple[bool, ...], i: int) -> bool:
    """Whether a form of a verb follows, so that "has" or "did" only helps it."""
    i += 1
    while i < len(lows) and (skip[i] or lows[i] in NOT):
        i += 1
    if i >= len(lows):
        return False
    kinds = {tag for _, tag in readings().get(lows[i], ())}
    return lows[i] in BE or lows[i] == "to" or bool(kinds & {"p", "b"}) and "n" not in kinds


def _passive(lows: tuple[str, ...], skip: tuple[bool, ...], i: int) -> bool:
    at = before(lows, skip, i)
    while at >= 0 and lows[at] in NOT:
        at = before(lows, skip, at)
    left = lows[at] if at >= 0 else ""
    if left in BE:
        return True
    return left not in HAVE and i + 1 < len(lows) and lows[i + 1] == "by"
