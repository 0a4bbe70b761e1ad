"""What an answer says: findings, caveats and sources, each pointing at what it is about.

A pointer is a JSON pointer (RFC 6901) into the JSON of the answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Literal

INDEX = re.compile(r"0|[1-9]\d*")
"""A place in a list, as RFC 6901 writes it."""
CaveatKind = Literal["coverage", "definition", "data", "conflict", "model"]
LIMITS: tuple[CaveatKind, ...] = ("coverage", "definition", "data", "conflict")
"""Kinds of caveat that could change the answer; what a model assumes qualifies it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, true by construction.

    Attributes
    ----------
    about : str
        What it is about, in a word that programs can look for.
    text : str
        Without a full stop.
    evidence : tuple of str
        JSON pointers to the values that it rests on, in the JSON of the answer.
    """

    about: str
    text: str
    evidence: tuple[str, ...]

    def within(self, place: str) -> Finding:
        """Return the finding as it stands in a document that has its answer at a place."""
        return replace(self, evidence=tuple(f"{place}{pointer}" for pointer in self.evidence))


@dataclass(frozen=True, slots=True)
class Summary:
    """The answer in a sentence or two, and the findings behind it."""

    headline: str
    findings: tuple[Finding, ...]

    def within(self, place: str) -> Summary:
        """Return what is said as it stands in a document that has its answer at a place."""
        return Summary(self.headline, tuple(finding.within(place) for finding in self.findings))


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something that limits the answer.

    Attributes
    ----------
    kind : CaveatKind
        coverage: a source ends or has a hole; definition: another one would change the answer;
        data: a known fault; conflict: sources differ; model: what the method assumes.
    text : str
    touches : tuple of str
        JSON pointers to the parts that it limits.
    """

    kind: CaveatKind
    text: str
    touches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source that values of the answer derive from.

    `supports` holds JSON pointers to the parts that rest on it.
    """

    id: str
    title: str
    version: str
    coverage: str
    licence: str
    redistribution: str
    citation_key: str
    citation: str
    url: str
    supports: tuple[str, ...]


def at(document: Any, pointer: str) -> Any:
    """Return what a JSON pointer (RFC 6901) names in plain data.

    Raises
    ------
    KeyError
        When there is nothing there, or the text is no pointer.
    """
    if pointer and not pointer.startswith("/"):
        raise KeyError(pointer)
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(document, list) and INDEX.fullmatch(key) and int(key) < len(document):
            document = document[int(key)]
        elif isinstance(document, dict) and key in document:
            document = document[key]
        else:
            raise KeyError(pointer)
    return document
