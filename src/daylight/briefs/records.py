"""The record of a brief: the answers of its sections, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from daylight.core.answer import Answer


@dataclass(frozen=True, kw_only=True, repr=False)
class Brief(Answer):
    """What several questions say of two states, on one page.

    Attributes
    ----------
    parts : dict of str to Answer
        Answers by the name of their question. Each is an attribute too: ``brief.bond``. In
        the JSON they stand beside each other; their caveats and sources are those of the brief.
    """

    parts: dict[str, Answer]

    @property
    def lead(self) -> str:
        """The headline of the first part; those of the others head their sections too."""
        first = next((part.headline for part in self.parts.values()), "")
        return first if first and self.headline.startswith(first) else self.headline

    def body(self) -> dict[str, Any]:
        """Return the answers by name."""
        return dict(self.parts)

    def __getattr__(self, name: str) -> Any:
        parts = self.__dict__.get("parts", {})
        if name in parts:
            return parts[name]
        raise AttributeError(f"a brief has no part {name!r}; there are: {', '.join(parts)}")
