"""Everything that can be asked: the brief, made of questions, each of these, and watch lists."""

from __future__ import annotations

from daylight.briefs.question import BRIEF
from daylight.core.question import Question
from daylight.questions import QUESTIONS
from daylight.watches.question import WATCH

CATALOGUE: tuple[Question, ...] = (BRIEF, *QUESTIONS, WATCH)


def by_name(name: str) -> Question | None:
    """Return the entry of this name, or None."""
    return next((q for q in CATALOGUE if q.name == name), None)
