"""What is found in a text: one record for each place where an actor is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["state", "leader", "bloc", "place", "people"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text where an actor is named.

    Attributes
    ----------
    start, end
        Offsets into the text given: ``text[start:end]`` is what was read.
    text
        The words as written.
    kind
        ``state``; ``leader`` for a person who is known; ``bloc``; ``place`` for a base, a region,
        or a capital that is only where something happens; ``people`` for holders of an office who
        are not known by name, and for Palestine and the Holy See, which are no states of the
        registry.
    name
        Usual name, such as ``Russia`` or ``Vladimir Putin``.
    ids
        Codes of states (``State.code``) or short names of blocs, never empty. Several mean that
        the text leaves it open which is meant.
    role
        How the words stand for the actor: name, demonym, attitude (``pro-Russian``), prefix
        (``Sino-``), capital, seat, organ, epithet, office, base, facility, venue, place.
    """

    start: int
    end: int
    text: str
    kind: Kind
    name: str
    ids: tuple[str, ...]
    role: str

    @property
    def settled(self) -> bool:
        """Whether one actor is meant, and no more than one."""
        return len(self.ids) == 1
