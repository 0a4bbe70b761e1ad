"""The records of an article that was checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.checks.verdict import Figure, Verdict, Word
from daylight.claims.records import Actor, Attribution, Claim, Type
from daylight.core.answer import Answer


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of the original text, the last one not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Time:
    """The time that a claim names: its first and last day, and what it is to the claim."""

    first: date
    last: date
    how: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim of an article with the verdict of the data.

    Attributes
    ----------
    type, relation : str
    span : Span
    text, sentence : str
        The words that carry the claim, and the sentence around them.
    attribution : Attribution
        asserted, reported, hypothetical or opinion: how far the writer stands behind it.
    speaker : str or None
    negated : bool
    subject, object, other : tuple of Actor
    value, unit : float or None, str or None
        The number that the text gives.
    time : Time or None
        None for the date of the text.
    verdict : Word
    definition : str or None
        By which rule.
    query : tuple of str
        Commands that show the rows and values.
    figures : tuple of Figure
    answer : str
        What the data say, in a sentence or two.
    """

    type: Type
    relation: str
    span: Span
    text: str
    sentence: str
    attribution: Attribution
    speaker: str | None
    negated: bool
    subject: tuple[Actor, ...]
    object: tuple[Actor, ...]
    other: tuple[Actor, ...]
    value: float | None
    unit: str | None
    time: Time | None
    verdict: Word
    definition: str | None
    query: tuple[str, ...]
    figures: tuple[Figure, ...]
    answer: str


def checked(claim: Claim, verdict: Verdict) -> Checked:
    """Return a claim with its verdict."""
    window = claim.window
    return Checked(
        type=claim.type,
        relation=claim.relation,
        span=Span(claim.start, claim.end),
        text=claim.text,
        sentence=claim.sentence,
        attribution=claim.attribution,
        speaker=claim.speaker,
        negated=claim.negated,
        subject=claim.subject,
        object=claim.object,
        other=claim.other,
        value=claim.value,
        unit=claim.unit,
        time=Time(window.first, window.last, window.how) if window else None,
        verdict=verdict.word,
        definition=verdict.definition,
        query=verdict.query,
        figures=verdict.figures,
        answer=verdict.answer,
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or caption of the text, for a page that marks the claims in it."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, repr=False)
class Check(Answer):
    """An article whose claims were checked.

    Attributes
    ----------
    title : str or None
    truncated : bool
    language : str
    claims : tuple of Checked
        In the order of the text.
    counts : dict of str to int
        How many claims have each verdict.
    passages : tuple of Passage
        The article as it was read; for the reader's own use, nothing keeps it.
    """

    title: str | None
    truncated: bool
    language: str
    claims: tuple[Checked, ...]
    counts: dict[str, int]
    passages: tuple[Passage, ...]
