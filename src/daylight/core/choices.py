"""Check a value against a list of choices, with one kind of message for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from daylight.core.errors import BadInput, UnknownName

T = TypeVar("T", bound=str)


def one_of(value: str, choices: Sequence[T], what: str) -> T:
    """Return `value` if it is one of `choices`.

    Parameters
    ----------
    value : str
        What the caller gave.
    choices : sequence of str
        What is accepted.
    what : str
        Name of the option, for the message.

    Raises
    ------
    BadInput
        If `value` is not among the choices.
    """
    for choice in choices:
        if value == choice:
            return choice
    raise BadInput(f"{what} {value!r} is not known; expected one of: {', '.join(choices)}.")


def near(value: str, names: Iterable[str]) -> str:
    """Return up to three names close to `value` as text, or the start of the list."""
    pool = sorted(names)
    return ", ".join(closest(value, pool) or pool[:5])


def closest(value: str, names: Iterable[str]) -> list[str]:
    """Return up to three names close to `value`, the closest first."""
    return get_close_matches(value, sorted(names), n=3, cutoff=0.5)


def known(value: str, names: Iterable[str], what: str, see: str) -> str:
    """Return `value` if it names one of `names`.

    Raises
    ------
    UnknownName
        With near names and the command that lists all of them.
    """
    pool = list(names)
    if value in pool:
        return value
    raise UnknownName(
        f"No {what} is called {value!r}. Near: {near(value, pool)}. `{see}` lists all."
    )
