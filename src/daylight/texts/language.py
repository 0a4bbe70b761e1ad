"""In which language a text seems to be: by its script, and by words that every text has."""

from __future__ import annotations

import re
from functools import cache

from daylight.texts.lists import words

SAMPLE = 4000
"""Characters that are looked at."""
LEAST = 8
"""Words below which nothing is said of a script that many languages have."""
SHARE, AHEAD = 0.08, 1.3
"""Share of the words that must be common ones, and how far the first must be before the second."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SCRIPTS = {
    "kana": re.compile("[\u3040-\u30ff]"),
    "han": re.compile("[\u3400-\u9fff]"),
    "hangul": re.compile("[\uac00-\ud7af]"),
    "arabic": re.compile("[\u0600-\u06ff]"),
    "hebrew": re.compile("[\u0590-\u05ff]"),
    "devanagari": re.compile("[\u0900-\u097f]"),
    "greek": re.compile("[\u0370-\u03ff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
    "other": re.compile("[\u0530-\u058f\u0980-\u1cff\ua000-\uabff]"),
}
_ALONE = {"kana": "ja", "hangul": "ko", "hebrew": "he", "greek": "el"}
"""Scripts that tell the language well enough."""


@cache
def _common() -> dict[str, dict[str, frozenset[str]]]:
    return {
        script: {name: frozenset(common.split()) for name, common in languages.items()}
        for script, languages in words("languages").items()
    }


def language(text: str) -> str:
    """Return the language of a text, ``en`` or the like; ``und`` when it cannot be told."""
    sample = text[:SAMPLE]
    script = _script(sample)
    if script == "han":
        return "zh"
    if script in _ALONE:
        return _ALONE[script]
    found = _WORD.findall(sample.lower().replace("’", "'"))
    if len(found) < LEAST or script not in _common():
        return "und"
    counts = sorted(
        (
            (sum(word in common for word in found), name)
            for name, common in _common()[script].items()
        ),
        reverse=True,
    )
    best, name = counts[0]
    second = counts[1][0] if len(counts) > 1 else 0
    return name if best >= SHARE * len(found) and best >= AHEAD * second else "und"


def _script(sample: str) -> str:
    """Return the script of most letters; kana anywhere among Chinese signs is Japanese."""
    if sample.isascii():
        return "latin"
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS.items()}
    counts["kana"] += counts["han"] if counts["kana"] > 0.1 * counts["han"] else 0
    return max(counts, key=lambda name: counts[name])
