"""Numbers in digits and in words, with what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass

SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6,
    "bn": 1e9, "mn": 1e6, "tn": 1e12, "k": 1e3,
}  # fmt: skip
DOZENS = {"a": 1.0, "a dozen": 12.0, "dozen": 12.0, "half a dozen": 6.0, "two dozen": 24.0}
PARTS = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6,
    "eighth": 12.5, "tenth": 10.0, "twentieth": 5.0, "fiftieth": 2.0, "hundredth": 1.0,
}  # fmt: skip
MANY = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
WHOLES = {
    "ten": 10, "10": 10, "five": 5, "four": 4, "three": 3, "six": 6, "eight": 8, "twelve": 12,
    "twenty": 20,
}  # fmt: skip
_SMALL, _TENS = "|".join(SMALL), "|".join(TENS)
_UNITS = "|".join([*SMALL][:9])
_WORD = rf"(?:(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_SMALL})"
_DOLLARS = r"(?P<dollars> (?:US )?dollars\b)?"
NUMBER = re.compile(
    r"(?P<money>US\$|\$|€|£)?\s?"
    r"(?P<digits>(?<![\d.,])\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|(?<![\d.,])\d{1,15}(?:\.\d{1,6})?)"
    rf"(?:[ -]?(?P<scale>{'|'.join(SCALES)})\b)?"
    rf"(?P<percent>\s?(?:%|per ?cent\b))?{_DOLLARS}",
    re.IGNORECASE,
)
WORDS = re.compile(
    r"\b(?P<word>half a dozen|two dozen|a dozen|dozen|a(?= (?:hundred|[mb]illion|trillion)\b)|"
    r"(?<!\bno )(?<!\bnumber[ -])(?!one (?:another|day|may|might|can|must|believes|listens)\b)"
    rf"{_WORD})"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion)\b)?"
    rf"(?P<percent> per ?cent\b)?{_DOLLARS}\b",
    re.IGNORECASE,
)
PART = re.compile(
    rf"\b(?P<of>\d{{1,3}}|{_SMALL}) (?:times |cases |votes? )?(?:of|in|out of)(?: every)? "
    r"(?P<whole>ten|a hundred|hundred|100|10|five|four|three|six|eight|twelve|twenty)\b"
    r"(?! (?:countries|states|members|nations|founders|signatories))|"
    rf"\b(?P<each>\d{{1,3}}|{_SMALL}) (?:times|cases|votes?|parts|occasions|ballots|roll calls) "
    rf"(?:of|in|out of)(?: every)? (?P<all>\d{{1,3}}|{_WORD})\b|"
    rf"\b(?:(?P<many>a|an|one|{'|'.join(MANY)})[ -])?"
    rf"(?P<part>{'|'.join(PARTS)})s? of\b|"
    rf"\b(?P<parts>{'|'.join(MANY)})[ -](?P<these>{'|'.join(PARTS)})s\b|"
    r"(?:than|nearly|almost|about|roughly|over|under|fully)(?: an?| one)? "
    rf"(?P<bare>{'|'.join(PARTS)})"
    r"(?=[,.;:)]| (?:is|was|were|are|has|had|goes|went|came|in)\b|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: its value, its unit, and the characters where it stands.

    Attributes
    ----------
    value : float
    unit : str or None
        percent, dollars, or nothing that is said with it.
    start, end : int
    """

    value: float
    unit: str | None
    start: int
    end: int


def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of a sentence in order."""
    parts = [_part(match) for match in PART.finditer(text)]
    plain = [_digits(m) for m in NUMBER.finditer(text)] + [_words(m) for m in WORDS.finditer(text)]
    rest = [n for n in plain if all(n.end <= p.start or n.start >= p.end for p in parts)]
    return tuple(sorted((*parts, *rest), key=lambda number: number.start))


def _part(match: re.Match[str]) -> Number:
    part = match["part"] or match["these"] or match["bare"]
    if part:
        many = MANY.get((match["many"] or match["parts"] or "").lower(), 1)
        start = match.start("bare") if match["bare"] else match.start()
        return Number(many * PARTS[part.lower()], "percent", start, match.end())
    if match["each"]:
        value = 100 * _count(match["each"]) / max(_count(match["all"]), 1)
        return Number(value, "percent", match.start(), match.end())
    count = match["of"].lower()
    value = float(count) if count.isdigit() else float(SMALL[count])
    whole = WHOLES.get(match["whole"].lower(), 100)
    return Number(100 * value / whole, "percent", match.start(), match.end())


def _digits(match: re.Match[str]) -> Number:
    value = float(match["digits"].replace(",", ""))
    value *= SCALES[match["scale"].lower()] if match["scale"] else 1
    start = match.start("money") if match["money"] else match.start("digits")
    return Number(value, _unit(match, bool(match["money"])), start, match.end())


def _words(match: re.Match[str]) -> Number:
    word = match["word"].lower()
    value = DOZENS.get(word)
    if value is None:
        value = _count(word)
    value *= SCALES[match["scale"].lower()] if match["scale"] else 1
    return Number(value, _unit(match, False), match.start(), match.end())


def _unit(match: re.Match[str], money: bool) -> str | None:
    if match["percent"]:
        return "percent"
    return "dollars" if money or match["dollars"] else None


def _count(text: str) -> float:
    """Return a whole number below a hundred in words, or one in digits."""
    small = text.lower()
    if small.isdigit():
        return float(small)
    return float(sum(SMALL.get(part, TENS.get(part, 0)) for part in re.split("[- ]", small)))
