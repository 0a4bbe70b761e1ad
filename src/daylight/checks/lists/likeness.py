"""How much a sentence is like a row of the list of statements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from daylight.checks.lists.telling_words import own, scene, stems, weight, weights
from daylight.checks.terms.times import within
from daylight.claims.records import Claim
from daylight.cohesion.spells import Row
from daylight.core.partial import PartialDate
from daylight.store.atlas import Atlas

ALIKE = 85.0
"""Likeness, of 100, from which words of the text are those of a row."""
LEAST_WORDS = 2
PLAIN = 8.5
"""Weight of shared words, at least two, from which they are about the same."""
HELPED = 4.0
"""The same where the day, or the place, or the common mistake is that of the row."""
EXACT = ("day", "month")
CUT = re.compile(r"//|;")


@dataclass(frozen=True, slots=True)
class Like:
    """A row with how much a claim is like it.

    Attributes
    ----------
    row : Row
    score : float
        0 where it is about something else.
    quoted : bool
        Whether words of the row stand in the text.
    same : bool
        Whether it is surely the same saying: words of it stand in the text, or the common mistake
        that the row tells of, or much the same of the same month.
    """

    row: Row
    score: float
    quoted: bool = False
    same: bool = False


def like(claim: Claim, row: Row, atlas: Atlas) -> Like:
    """Return how much a claim is like a row by the same speaker."""
    of = weights(atlas)
    said = stems(claim.sentence) - stems(row["speaker"])
    shared, around = own(row) & said, scene(row) & said
    quoted = _quoted(claim.sentence, row)
    content = weight(shared, of)
    when = PartialDate(row["day"], row["precision"])
    timed = claim.window is not None and claim.window.how == "in" and within(when, claim.window)
    month = timed and claim.window is not None and claim.window.precision in EXACT
    mistake = weight(stems(row["misplaced"]) & said, of)
    helped = timed or weight(around, of) >= HELPED or mistake >= HELPED
    if (
        quoted
        or (content >= PLAIN and len(shared) >= LEAST_WORDS)
        or (helped and content >= HELPED)
    ):
        score = content + 0.5 * weight(around, of) + 0.5 * mistake + 4.0 * timed + 8.0 * quoted
        same = quoted or mistake >= HELPED or (month and content >= PLAIN)
        return Like(row, score, quoted, same)
    return Like(row, 0.0)


def _quoted(sentence: str, row: Row) -> bool:
    """Whether words of a row stand in a sentence, or nearly, in whatever order."""
    small, said = sentence.lower(), stems(sentence)
    phrases = [part.strip().lower() for part in CUT.split(row["phrase"] or "")]
    from rapidfuzz import fuzz  # here because the import is slow

    return any(
        len(phrase.split()) >= LEAST_WORDS
        and (
            fuzz.partial_ratio(phrase, small) >= ALIKE
            or (len(stems(phrase)) >= LEAST_WORDS and stems(phrase) <= said)
        )
        for phrase in phrases
    )
