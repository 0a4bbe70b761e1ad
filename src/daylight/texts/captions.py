"""Captions of pictures, and credits: known by who took the picture, and by how they begin."""

from __future__ import annotations

import re
from enum import Enum

from daylight.texts.furniture import key
from daylight.texts.names import listed, names

LONGEST = 110
"""Most words of a caption with its credit."""
MOST, SENTENCES = 70, 3
"""Most words and ends of sentences of a line that its end alone makes a caption."""
ALONE = 14
"""Most words of a credit."""
_END = re.compile(r"[.!?…)\]”\"]\s+|\s{2,}|\s[|•–—-]\s|[(\[（【]|\s(?=©)|(?<=[a-z.)])(?=Credit)")
_FREE = ("cc by", "creative commons", "public domain", "wikimedia commons")
_WITHIN = ("picture alliance", "新华社", "法新社", "路透", "共同社")
_BRACKETS = frozenset("([（【")
_OWNED = frozenset({"photo", "photos", "images", "foto"})
_SENTENCE = re.compile(r"[^\W\d]{3}[.!?]\s")


class Sort(Enum):
    """What a line about a picture is."""

    CREDIT = "credit"
    CAPTION = "caption"


def sort(raw: str, text: str, words: int) -> Sort | None:
    """Return whether a line is a caption or a credit alone.

    Parameters
    ----------
    raw : str
        As it stands in the original; two spaces tell a caption from its credit.
    text : str
        Cleaned.
    words : int
    """
    if words > LONGEST:
        return None
    start = _start(text)
    if start is not None:
        rest = text[start:].lstrip(" :.,…-–—|/")
        if not rest:
            return Sort.CREDIT
        alone = words <= ALONE and (_owner(rest) or names(rest))
        return Sort.CREDIT if alone else Sort.CAPTION
    if words <= ALONE and _owner(text):
        return Sort.CREDIT
    if _first(text):
        return Sort.CAPTION
    if words > MOST or len(_SENTENCE.findall(text)) > SENTENCES:
        return None
    tail = _tail(raw)
    known = tail and (_owner(tail, False) or key(tail) in listed("caption ends"))
    return Sort.CAPTION if known else None


def empty(text: str) -> bool:
    """Whether a line only says that a caption follows, such as ``Image caption,``."""
    return key(text) in listed("caption starts")


def pictured(text: str, words: int) -> bool:
    """Whether a line that has no credit reads as what a picture shows."""
    if not 4 <= words <= 60:
        return False
    plain = key(text).split(" ")
    first = [w for w in plain[:16] if w in listed("pictured")]
    return bool(first) or bool(re.search(r"\b(?:in|on) [A-Z][\w., ]{2,30} (?:19|20)\d\d\.?$", text))


def _start(text: str) -> int | None:
    """Return where a line goes on after such words as ``Photograph:``."""
    parts = text[:60].split(" ")
    for count in (3, 2, 1):
        if len(parts) < count:
            continue
        first = " ".join(parts[:count])
        plain = key(first)
        if plain in listed("caption starts"):
            signed = first[-1] in ":.…|," or text[len(first) : len(first) + 2].strip()[:1] in (
                ":",
                "|",
            )
            if signed or (count > 1 and plain not in ("photo", "image")):
                return len(first)
    return None


def _first(text: str) -> bool:
    """Whether a line begins with a credit, such as ``UN Photo/A. B.``."""
    head = text[:60].split(" ")[:4]
    for i, word in enumerate(head):
        left, slash, right = word.partition("/")
        if slash and right[:1].isupper() and left.lower() in _OWNED | listed("agencies"):
            return i < 3
    return False


def _tail(raw: str) -> str | None:
    """Return the end of a caption after its last sentence, where a credit stands."""
    last = None
    line = raw.rstrip()
    for match in _END.finditer(line, max(len(line) - 200, 0)):
        if match.end() < len(line) - 2:
            last = match
    if last is None:
        slash = line.rfind(" / ", max(len(line) - 80, 0))
        if slash < 0:
            return None
        return " ".join(line[:slash].split(" ")[-2:]) + line[slash:]
    return line[last.end() - (last.group() in _BRACKETS) :].strip()


def _owner(text: str, alone: bool = True) -> bool:
    """Whether a text names who owns a picture: an agency, or a photographer with a sign of it."""
    if len(text) > 200 or text.count(" ") >= ALONE + 4:
        return False
    bracketed = text[:1] in _BRACKETS
    text = text.strip("()[]{}（）【】. \t")
    plain = key(text.replace("/", " "))
    tokens = plain.split(" ")
    if not plain:
        return False
    if not alone and any(f" {free} " in f" {plain} " for free in _FREE):
        return True
    owned = not listed("agencies").isdisjoint(tokens) or any(n in plain for n in _WITHIN)
    worded = tokens[0] in listed("credit words") or tokens[-1] in listed("credit words")
    signed = bracketed or "/" in text or "©" in text or text.startswith("via ") or " via " in text
    if not (owned or worded or signed):
        return False
    capital = names(text.replace("/", " ").replace("©", " ").replace("|", " "))
    if owned:
        return capital and (
            signed or worded or len(tokens) <= 2 or tokens[-1] in listed("agencies")
        )
    return capital and (
        (worded and len(tokens) > 1)
        or (signed and (text.count(" / ") == 1 or ("/" in text and not alone)))
        or "©" in text
    )
