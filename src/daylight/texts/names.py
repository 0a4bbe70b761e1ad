"""Lines with the names of writers, and notes that say who they are."""

from __future__ import annotations

import re
from functools import cache

from daylight.texts.furniture import key
from daylight.texts.lists import words

LONGEST = 30
"""Most words of a byline."""
_AFTER, _APART = re.compile(r",? (?:in|for|at) "), re.compile(r" and | & |, ")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*")


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the lists."""
    return frozenset(words("names")[name])


def agency(text: str) -> bool:
    """Whether a line is the name of an agency or of a desk, which stands for a writer."""
    return key(text) in listed("agency lines")


def byline(text: str, count: int) -> bool:
    """Whether a line names who wrote the article: ``By`` and names, and no sentence."""
    if count > LONGEST or (
        text.endswith((".", "!", "?")) and count > 12 and _described(text) == text
    ):
        return False
    text = _described(text)
    lower = text.casefold()
    for end in (3, 2, 1):
        first = " ".join(lower.split(" ")[:end]).rstrip(":")
        if first in listed("by"):
            rest = text.split(" ", end)[end:]
            return bool(rest) and names(rest[0])
    return False


def _described(text: str) -> str:
    """Return a byline without what is said of the writer: ``By A B, a historian``."""
    head, comma, rest = text.partition(", ")
    said = rest.split(" ", 1)[0] in ("a", "an", "the", "who", "senior", "professor", "former")
    return head if comma and said and head.count(" ") <= 6 else text


def names(text: str) -> bool:
    """Whether a text is names, with words between them such as ``and`` or ``in``."""
    found = _WORD.findall(text)
    rest = [w for w in found if w[0].isupper() or w not in listed("between")]
    if not rest or _digits(text) or not found[0][0].isalpha():
        return False
    named = sum(_capital(word) for word in rest)
    return _capital(rest[0]) and named >= 0.8 * len(rest) and named >= 0.4 * len(found)


def one_name(text: str) -> bool:
    """Whether a line may be the name of one person or of two, and nothing else."""
    found = text.split(" ")
    if (
        not 2 <= len(found) <= 7
        or (len(found) > 3 and not _several(found))
        or any(c in text for c in '0123456789:?!|/"“”∙·•[]()#@+')
    ):
        return False
    if found[0] in words("abbreviations")["begins"].split(" "):
        return False
    return not text.endswith(".") and writers(text) and _few_between(found)


def author_note(text: str, count: int, writer: str | None) -> bool:
    """Whether a paragraph says who the writer is: a name, ``is``, and what a writer can be."""
    if count > 120:
        return False
    head = text.split(" ")[:9]
    verbs = [i for i, word in enumerate(head) if word in ("is", "was", "are", "covers", "writes",
                                                          "reports", "teaches")]  # fmt: skip
    if not verbs or not 1 <= verbs[0] <= 8:
        return False
    who = " ".join(head[: verbs[0]]).strip(",")
    if head[verbs[0]] in ("covers", "writes", "reports", "teaches"):
        known = True
    else:
        plain = set(key(" ".join(text.split(" ")[verbs[0] :][:14])).split(" "))
        known = not plain.isdisjoint(listed("writers"))
    if not known or not names(who):
        return False
    return (writer is not None and key(who) in key(writer)) or who.isupper() or len(who.split()) > 1


def writers(text: str) -> bool:
    """Whether a line is names of persons, of two words or more, with a place or a post after."""
    persons = _APART.split(_AFTER.split(text)[0])
    return names(text) and all(1 <= person.count(" ") <= 3 for person in persons)


def signed(text: str) -> bool:
    """Whether a line may say who wrote an article: a name, or names with a place or a post."""
    if one_name(text):
        return True
    parted = any(sign in text for sign in (", ", " and ", " in ", " & "))
    return parted and text.count(" ") <= 11 and not text.endswith(".") and writers(text)


def _several(found: list[str]) -> bool:
    """Whether more words than a name has are two names, or one with a particle."""
    return any(word.islower() for word in found[1:-1])


def _few_between(found: list[str]) -> bool:
    small = [word for word in found if word.islower()]
    return len(found) - len(small) >= 2 and all(
        w
        in (
            "and",
            "de",
            "van",
            "von",
            "al",
            "bin",
            "ibn",
            "der",
            "den",
            "del",
            "da",
            "y",
            "et",
            "und",
        )
        for w in small
    )


def _capital(word: str) -> bool:
    """Whether a word begins with a capital, or with a letter of a script that has none."""
    if word[0].islower():  # as in el-Hadi
        return any(c.isupper() for c in word)
    return not word[0].isdigit()


def _digits(text: str) -> bool:
    return any(c.isdigit() for c in text)
