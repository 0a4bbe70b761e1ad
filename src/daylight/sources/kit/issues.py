"""A log of what a build noticed in its sources, kept with the atlas and shown in briefs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["note", "warning"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing noticed: in which source, how grave, how many rows, and what."""

    source: str
    severity: Severity
    rows: int
    text: str


@dataclass(slots=True)
class IssueLog:
    """Collects issues while one source is shaped."""

    source: str
    issues: list[Issue] = field(default_factory=list)

    def note(self, text: str, rows: int = 0) -> None:
        """Record something handled as declared."""
        self.issues.append(Issue(self.source, "note", rows, text))

    def warn(self, text: str, rows: int = 0) -> None:
        """Record something that a reader of the numbers should know."""
        self.issues.append(Issue(self.source, "warning", rows, text))
