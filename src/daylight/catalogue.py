"""Everything that can be asked: the brief, which is made of questions, and each of these."""

from __future__ import annotations

from daylight.briefs.question import BRIEF
from daylight.core.question import Question
from daylight.questions import QUESTIONS

CATALOGUE: tuple[Question, ...] = (BRIEF, *QUESTIONS)


def by_name(name: str) -> Question | None:
    """Return the entry of this name, or None."""
    return next((q for q in CATALOGUE if q.name == name), None)
