"""The two mapping files of this source: names of members, and what belongs to which issue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from daylight.core.errors import BadInput

CODES = ("me", "nu", "di", "hr", "co", "ec")
FOLDER = "daylight.sources.un_votes_resolutions"


def plain(text: str) -> str:
    """Return `text` with ordinary spaces and hyphens, without doubled spaces."""
    return " ".join(text.replace("\u2011", "-").split())


@dataclass(frozen=True, slots=True)
class IssueMap:
    """Issue codes by the start of an agenda item and by subject heading."""

    agenda: Mapping[str, frozenset[str]]
    subjects: Mapping[str, frozenset[str]]

    def line(self, item: str) -> str | None:
        """Return the longest agenda line that `item` begins with, or None."""
        text = plain(item).casefold()
        return max((key for key in self.agenda if text.startswith(key)), key=len, default=None)

    def codes(self, item: str, subjects: Iterable[str]) -> frozenset[str]:
        """Return the codes of an agenda item with these subject headings."""
        line = self.line(item)
        found = self.agenda[line] if line is not None else frozenset()
        for subject in subjects:
            found |= self.subjects.get(plain(subject).casefold(), frozenset())
        return found


def _read(name: str) -> dict[str, Any]:
    text = resources.files(FOLDER).joinpath(name).read_text("utf-8")
    return dict(yaml.safe_load(text))


@lru_cache
def members() -> Mapping[str, int]:
    """Return Correlates of War numbers by the spelling of a name, in capitals."""
    return MappingProxyType({str(name): int(cow) for name, cow in _read("names.yml").items()})


@lru_cache
def issue_map() -> IssueMap:
    """Return the mapping of `issues.yml`.

    Raises
    ------
    BadInput
        When it names a code that is none of the six.
    """
    parts: dict[str, dict[str, frozenset[str]]] = {}
    for part, lines in _read("issues.yml").items():
        parts[part] = {str(key).casefold(): frozenset(codes) for key, codes in lines.items()}
        for key, codes in parts[part].items():
            if not codes <= set(CODES):
                raise BadInput(
                    f"issues.yml: {key}: {sorted(codes)}; only {', '.join(CODES)} exist."
                )
    return IssueMap(MappingProxyType(parts["agenda"]), MappingProxyType(parts["subjects"]))
