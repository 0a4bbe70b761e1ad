"""The brief: one tree of results that every form of it shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from daylight.blocs.records import BlocTies
from daylight.bonds.records import Bond
from daylight.core.refs import StateRef
from daylight.divergences.records import Divergence

SCHEMA_VERSION = "1.1"
"""First number: a change that breaks readers. Second: something added."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked, as it was understood, and the command that asks it again."""

    a: StateRef
    b: StateRef
    divider: StateRef | None
    as_of: date
    year: int
    command: str
    daylight: str
    atlas: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of the answer, the numbers it rests on, and the rule that made it.

    `evidence` names fields of this brief by dotted path.
    """

    section: Literal["bond", "peaks", "divergence", "blocs"]
    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in one sentence, what stands behind it, and the words it uses."""

    headline: str
    findings: tuple[Finding, ...]
    scale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source that a number in this brief derives from."""

    id: str
    title: str
    version: str
    coverage: str
    licence: str
    redistribution: str
    citation: str
    url: str


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something that limits the answer: coverage, definition, data or method."""

    kind: Literal["coverage", "definition", "data", "method"]
    text: str


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that a brief shows, in reading order."""

    schema_version: str
    request: Request
    answer: Answer
    bond: Bond
    divergence: Divergence
    blocs: BlocTies
    sources: tuple[SourceNote, ...]
    caveats: tuple[Caveat, ...]

    def __str__(self) -> str:
        """Return the brief as text for a terminal."""
        from daylight.briefs.text import render

        return render(self)
