"""Amounts and chances of a scenario; a fault names the file, the line and the field."""

from __future__ import annotations

import re

from daylight.core.visible import quoted
from daylight.store.fields import Field
from daylight.store.tree import Node
from daylight.wedges.assumed.prior import Prior, ordered

NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
LARGEST = 1e12
"""Of an amount; more is a slip of the pen, and a unit that fits would be larger."""
FORMS = "write one number, [low, high] or [low, likely, high]"


def amount(field: Field, least: float = 0.0) -> Prior:
    """Return an amount, no lower than `least`.

    Raises
    ------
    BadInput
        Where it is none.
    """
    return _prior(field, least, LARGEST, "an amount")


def chance(field: Field) -> Prior:
    """Return a chance, 0 to 1.

    Raises
    ------
    BadInput
        Where it is none.
    """
    return _prior(field, 0.0, 1.0, "a chance")


def _prior(field: Field, least: float, most: float, what: str) -> Prior:
    node = field.node
    if node.kind == "fields" or len(node.parts) > 3:
        raise field.fault(f"{what} is needed; {FORMS}")
    nodes = node.parts if node.kind == "list" else [node]
    numbers = tuple(_number(field, part) for part in nodes)
    if not numbers:
        raise field.fault(f"the list is empty; {FORMS}")
    for number in numbers:
        if not least <= number <= most:
            raise field.fault(
                f"{what} lies between {least:,.0f} and {most:,.0f}, and not at {number:,.6g}"
            )
    prior = ordered(numbers)
    if prior is None:
        raise field.fault("the numbers do not rise; write [low, high] or [low, likely, high]")
    return prior


def _number(field: Field, node: Node) -> float:
    if node.kind == "text" and node.plain and NUMBER.fullmatch(node.text):
        return float(node.text)
    said = quoted(node.text) if node.kind == "text" else "a list"
    if node.kind == "text" and not node.text:
        said = "nothing"
    raise Field(field.file, field.name, node).fault(f"{said} is no number; {FORMS}")
