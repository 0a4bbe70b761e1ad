"""Parts of pages: the questions, and the scales of words that answers use."""

from __future__ import annotations

from daylight.catalogue import CATALOGUE
from daylight.core.lazy import load
from daylight.questions import QUESTIONS
from daylight.say.words import Scale

from .markdown import grid


def word_scales() -> str:
    """List every scale and rule of words, by question."""
    rows = []
    for question in QUESTIONS:
        named = load(question.view).words
        words = load(named) if named else ()
        for entry in () if callable(words) else words:
            kind = entry.name if isinstance(entry, Scale) else "rule"
            rows.append((f"`{question.command}`", kind, entry.legend()))
    return grid(("question", "about", "what the words stand for"), rows)


def question_list() -> str:
    """List every question with its command and its Python name."""
    return grid(
        ("question", "command line", "Python"),
        [(load(q.view).asks, f"`{q.example}`", f"`dl.{q.name}`") for q in CATALOGUE],
    )
