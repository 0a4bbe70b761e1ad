"""What one label of a column means."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Status = Literal["one", "ambiguous", "unknown", "not_a_state"]
STATUSES: tuple[Status, ...] = ("one", "ambiguous", "not_a_state", "unknown")


@dataclass(frozen=True, slots=True)
class CodedLabel:
    """What one label means.

    Attributes
    ----------
    input : str
        The label as it was given; empty where there was none.
    status : str
        ``one`` state; ``ambiguous``: it may mean several, and none is chosen; ``not_a_state``:
        another place, a bloc, or a state that was no member of the system that day; ``unknown``.
    cow : int or None
        COW number, for one state.
    iso3 : str or None
        ISO 3166-1 code; None also where the state has none.
    name : str or None
        Short name on the day asked for, or today.
    choices : tuple of str
        The states it may mean, where it may mean several.
    note : str
        Why it is not one, or what to know of the one.
    """

    input: str
    status: Status
    cow: int | None = None
    iso3: str | None = None
    name: str | None = None
    choices: tuple[str, ...] = ()
    note: str = ""


COLUMNS = tuple(field.name for field in fields(CodedLabel))
