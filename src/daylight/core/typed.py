"""Years and counts as people give them to a question, read before it begins."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from numbers import Integral
from typing import Any

from daylight.core.errors import BadInput
from daylight.core.periods import year_of
from daylight.core.visible import quoted

Read = Callable[[Sequence[Any], Mapping[str, Any]], tuple[list[Any], dict[str, Any]]]


def count_of(given: object) -> int:
    """Return a count.

    Raises
    ------
    BadInput
        When it is no whole number.
    """
    kind = type(given)
    if isinstance(given, Integral) and kind is not bool:
        return int(given)
    raise BadInput(f"{quoted(given)} is no count; give a whole number, such as 5.")


READ: dict[str, Callable[[object], int]] = {
    "since": year_of, "start": year_of, "end": year_of, "count": count_of,
}  # fmt: skip
"""Arguments that are years or counts in every question that has them."""


def reader(function: Callable[..., Any]) -> Read:
    """Return what reads the years and counts among the arguments of a function."""
    takes = inspect.signature(function).parameters
    names = list(takes)
    # `since` of a watch may be a file, and is a text.
    texts = {name for name, one in takes.items() if "str" in str(one.annotation)}

    def read(args: Sequence[Any], options: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        listed = [one(name, value) for name, value in zip(names, args, strict=False)]
        return [*listed, *args[len(names) :]], {n: one(n, v) for n, v in options.items()}

    def one(name: str, value: Any) -> Any:
        return value if name in texts else _read(name, value)

    return read


def _read(name: str, value: Any) -> Any:
    return READ[name](value) if name in READ and value is not None else value
