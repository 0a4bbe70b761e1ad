"""What stands beside a word tells that it is a part of another name, or only a language."""

from __future__ import annotations

from daylight.actors.scan import HYPHENS, Hit
from daylight.actors.tables import words
from daylight.actors.tokens import LOWER, TITLE, Tokens

_SPACES = (" ", "\u00a0")
_ENDS = frozenset(".!?\n")


def title_case(cut: Tokens) -> bool:
    """Whether most words of the text have capitals, as in a headline."""
    letters = [shape for shape, word in zip(cut.shapes, cut.words, strict=True) if word.isalpha()]
    return len(letters) > 3 and sum(s != LOWER for s in letters) >= 0.7 * len(letters)


def touches(cut: Tokens, i: int) -> bool:
    """Whether only a space stands between a word and the one before."""
    return 0 < i < len(cut.words) and cut.text[cut.ends[i - 1] : cut.starts[i]] in _SPACES


def hyphened(cut: Tokens, i: int) -> bool:
    """Whether a hyphen stands between a word and the one before."""
    return 0 < i < len(cut.words) and cut.text[cut.ends[i - 1] : cut.starts[i]] in HYPHENS


def surname_of_another(cut: Tokens, hit: Hit) -> bool:
    """Whether a given name stands before: ``Michael Jordan``, ``Ivanka Trump``."""
    i = hit.i
    if not touches(cut, i) or cut.shapes[i - 1] != TITLE:
        return False
    return cut.words[i - 1] in words("given name")


def before_a_capital(cut: Tokens, hit: Hit, listed: bool) -> bool:
    """Whether a word that is no institution follows with a capital: ``Carter Page``."""
    j = hit.j
    if not touches(cut, j) or cut.shapes[j] != TITLE:
        return False
    if cut.words[j] in words("named after a person"):
        return True
    if listed:
        return False
    return cut.text[cut.starts[j]].isalpha() and cut.words[j] not in words("institution")


def given_name(cut: Tokens, hit: Hit, listed: bool, headline: bool) -> bool:
    """Whether the word for a state is a given name: ``Jordan Peterson``, ``Chad Smith``."""
    j = hit.j
    if hit.j - hit.i != 1 or cut.words[hit.i] not in words("state as given name"):
        return False
    if touches(cut, j) and cut.shapes[j] == TITLE and cut.words[j] in words("surname"):
        return True
    return not headline and before_a_capital(cut, hit, listed)


def place_only(cut: Tokens, i: int) -> bool:
    """Whether a capital is only where something happens: ``in Moscow``."""
    if i > 1 and cut.words[i - 1] == "the":  # in the Hague
        i -= 1
    return i > 0 and cut.joined[i] and cut.words[i - 1] in words("before a place")


def attitude(cut: Tokens, hit: Hit) -> str | None:
    """Return ``attitude`` in ``pro-Russian``, ``no`` in ``post-Soviet`` or ``Iranian-born``."""
    if hyphened(cut, hit.i):
        before = cut.words[hit.i - 1]
        if before in words("no actor after"):
            return "no"
        if before in words("attitude"):
            return "attitude"
    if hyphened(cut, hit.j) and cut.words[hit.j] in words("no actor before"):
        return "no"
    return None


def language(cut: Tokens, hit: Hit) -> bool:
    """Whether the word is a language: ``in Russian.``, ``speaks Chinese and French``."""
    i, j = hit.i, hit.j
    if not touches(cut, i) or cut.words[i - 1] not in words("before a language"):
        return False
    if touches(cut, j):
        return cut.words[i - 1] != "in" and cut.words[j] in ("and", "or")
    return not hyphened(cut, j)


def acts(cut: Tokens, hit: Hit) -> bool:
    """Whether a surname that is a common word stands as a person's does.

    Inside a sentence it has a capital of its own; at the start a verb of a person must follow.
    """
    if cut.words[hit.i] == "may" and hit.i and cut.words[hit.i - 1] in words("before a month"):
        return False
    if hit.i > 0 and not _ENDS.intersection(cut.text[cut.ends[hit.i - 1] : cut.starts[hit.i]]):
        return True
    return verb_follows(cut, hit)


def verb_follows(cut: Tokens, hit: Hit) -> bool:
    """Whether a verb follows that only a person does: told, visited."""
    return hit.j < len(cut.words) and cut.words[hit.j] in words("verb of a person")
