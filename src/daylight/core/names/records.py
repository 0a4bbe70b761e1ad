"""What a label means, as a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.names.index import Candidate
from daylight.core.states import State

Kind = Literal["one", "ambiguous", "not_a_state", "not_then", "unknown"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a label means.

    Attributes
    ----------
    kind : str
        ``not_then``: a state that was no member of the system that day.
    state : State or None
        The one state, if it is one.
    choices : tuple of str
        What it may mean, where it may mean several.
    note : str
        Why it is none, or what to know of the one.
    candidates : tuple of Candidate
        What the registry has under the name.
    """

    kind: Kind
    state: State | None = None
    choices: tuple[str, ...] = ()
    note: str = ""
    candidates: tuple[Candidate, ...] = ()
