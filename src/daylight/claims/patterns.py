"""A pattern: words and marks that carry a claim, and how its parts become one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from daylight.claims.masked import Masked
from daylight.claims.records import Comparator, Type

_ONE = r"(?:the |its |both |neighbou?ring |former )?‹[SLD]\d+›(?:['’]s?)?"
MACROS = {
    "{A}": _ONE,
    "{SS}": rf"{_ONE}(?:(?:,? (?:and|or|as well as|along with|together with|plus|nor) |, (?:and )?|[-/–]|,? & ){_ONE}){{0,40}}",
    "{B}": r"(?:the )?‹B\d+›(?:['’]s?)?",
    "{BB}": r"(?:both )?(?:the )?‹B\d+›(?:(?:,? (?:and|or|as well as|nor) |, (?:and )?)(?:the )?‹B\d+›){0,20}(?:['’]s?)?",
    "{P}": r"(?:the )?‹P\d+›",
    "{T}": r"‹T\d+›",
    "{N}": r"‹N\d+›",
    "{ADV}": r"(?:(?:formally|officially|finally|later|once|also|both|all|then|only|eventually|briefly|already|"
             r"first|recently|jointly|indeed|still|each|had|have|has|itself|soon|duly|quietly|never|not|did not|"
             r"didn['’]t|has not|hasn['’]t|have not|haven['’]t|never actually|long|since|again|now) ){0,3}",
    "{G}": r"[^‹›.;:!?]{0,50}?",
    "{GG}": r"[^.;:!?]{0,80}?",
    "{BE}": r"(?:is|are|was|were|be|been|being|became|become|becomes|becoming|remains?|remained)",
}  # fmt: skip
MASK = re.compile("|".join(re.escape(name) for name in MACROS))
NEGATION = re.compile(
    r"\b(?:not|never|no longer|nor|neither|none of|without|n['’]t|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|"
    r"haven['’]t|hadn['’]t|didn['’]t|doesn['’]t|don['’]t|cannot|refused to|declined to|failed to|stopped short of)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pattern:
    """Words that carry a claim of a type.

    Attributes
    ----------
    type, relation : str
    words : str
        A regular expression over the masked sentence. ``{SS}`` and the like stand for marks. Named
        groups: `sub` and `obj` for actors, `n` for a number, `t` for a time, `word` for words that
        the check needs, `neg` for words that deny.
    keys : tuple of str
        One of these small letters must stand in the sentence, else the pattern is not tried.
    measure, comparator : str or None
    """

    type: Type
    relation: str
    words: str
    keys: tuple[str, ...]
    measure: str | None = None
    comparator: Comparator | None = None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression with its marks."""
        return re.compile(MASK.sub(lambda m: MACROS[m[0]], self.words), re.IGNORECASE)

    def matches(self, sentence: Masked, small: str) -> Iterator[re.Match[str]]:
        """Return where the words stand in a sentence, given with small letters too."""
        if any(key in small for key in self.keys):
            yield from self.compiled.finditer(sentence.masked)


def part(match: re.Match[str], name: str) -> str | None:
    """Return a named part of a match, None where the pattern has none of that name."""
    return match[name] if name in match.re.groupindex else None


def denied(match: re.Match[str]) -> bool:
    """Whether the words of a match deny it."""
    text = match[0] if part(match, "neg") is None else str(part(match, "neg"))
    return bool(NEGATION.search(text))
