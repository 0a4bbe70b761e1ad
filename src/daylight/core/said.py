"""What an answer says: findings, caveats and sources, each pointing at what it is about.

A pointer is a JSON pointer (RFC 6901) into the JSON of the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

CaveatKind = Literal["coverage", "definition", "data", "conflict", "model"]
LIMITS: tuple[CaveatKind, ...] = ("coverage", "definition", "data", "conflict")
"""Kinds of caveat that could change the answer; what a model assumes qualifies it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, true by construction.

    `evidence` holds JSON pointers (RFC 6901) to the values that it rests on, in the JSON of
    the answer.
    """

    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The answer in a sentence or two, and the findings behind it."""

    headline: str
    findings: tuple[Finding, ...]


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
        When there is nothing there.
    """
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        try:
            document = document[int(key)] if isinstance(document, list) else document[key]
        except (IndexError, ValueError, TypeError):
            raise KeyError(pointer) from None
    return document
