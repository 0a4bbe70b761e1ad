"""Whether a word is a verb or a noun where it stands."""

from __future__ import annotations

from daylight.coding.lexicon import readings
from daylight.coding.words import words

MODALS = words("modals")
BE = words("be")
HAVE = words("have")
DO = words("do")
NOT = words("not")
DETERMINERS = words("determiners")
HOLDING = words("holding")
"""Words after which a noun stands: "two", "most"."""
PREPOSITIONS = words("prepositions")
PRONOUNS = words("pronouns")
LOOSE = words("loose verbs")
"""Verbs that are mostly other words: taken for verbs only where their place shows it."""


def before(lows: tuple[str, ...], skip: tuple[bool, ...], i: int) -> int:
    """Place of the word before, adverbs and days left out; -1 at the start."""
    i -= 1
    while i >= 0 and skip[i]:
        i -= 1
    return i


def keys(
    lows: tuple[str, ...],
    skip: tuple[bool, ...],
    named: frozenset[int],
    i: int,
    found: tuple[tuple[str, str], ...],
) -> tuple[str, ...]:
    """Return what the word at ``i`` answers to in the dictionary, of its readings ``found``."""
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
    as_verb = not helping and _is_verb(
        left, right, verbs, bool(noun) or lows[i] in LOOSE, prev in named, i + 1 in named, i
    )
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
        return "b" in tags or left != "to"
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
    return objects and right != "to" and (after or left.endswith(("s", "n")))


def _before_verb(lows: tuple[str, ...], skip: tuple[bool, ...], i: int) -> bool:
    """Whether a form of a verb follows, so that "has" or "did" only helps it."""
    i += 1
    while i < len(lows) and (skip[i] or lows[i] in NOT):
        i += 1
    if i >= len(lows):
        return False
    kinds = {tag for _, tag in readings().get(lows[i], ())}
    return lows[i] in BE or lows[i] == "to" or (bool(kinds & {"p", "b"}) and "n" not in kinds)


def _passive(lows: tuple[str, ...], skip: tuple[bool, ...], i: int) -> bool:
    at = before(lows, skip, i)
    while at >= 0 and lows[at] in NOT:
        at = before(lows, skip, at)
    left = lows[at] if at >= 0 else ""
    if left in BE:
        return True
    return left not in HAVE and i + 1 < len(lows) and lows[i + 1] == "by"
