"""The forms that references are given in."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.citing.bibtex import bibtex
from daylight.citing.csl import csl
from daylight.citing.known import daylight, of_sources, once
from daylight.citing.reference import Reference
from daylight.citing.ris import ris
from daylight.core.answer import Answer
from daylight.core.choices import one_of

FORMS = ("text", "bibtex", "ris", "csl-json")


def of_answer(answer: Answer, form: str = "text") -> str:
    """Return what to cite for an answer: Daylight, and the sources that its values rest on."""
    asked = answer.request
    own = daylight(asked.atlas, asked.command)
    return written(once([own, *of_sources(answer.sources)]), form)


def written(works: Iterable[Reference], form: str = "text") -> str:
    """Return references as text, a line each, or for a program.

    Parameters
    ----------
    works : iterable of Reference
    form : str
        One of :data:`FORMS`.

    Raises
    ------
    BadInput
        For another form.
    """
    one_of(form, FORMS, "form of citations")
    if form == "bibtex":
        return bibtex(works)
    if form == "ris":
        return ris(works)
    if form == "csl-json":
        return csl(works)
    # The first work of a source has the words for all works of it.
    return "".join(f"{work.text}\n" for work in works if work.text)
