"""Values of a scenario read from its tree; a fault names the file, the line and the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from daylight.core.choices import near
from daylight.core.errors import BadInput
from daylight.core.visible import one_line, quoted
from daylight.wedges.assumed.nodes import Node
from daylight.wedges.assumed.prior import Prior, ordered

NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
LARGEST = 1e12
"""Of an amount; more is a slip of the pen, and a unit that fits would be larger."""
LONGEST = 1_000
"""Characters of a text."""
FORMS = "write one number, [low, high] or [low, likely, high]"


@dataclass(frozen=True, slots=True)
class Field:
    """A value with its place: file, line and name."""

    file: str
    name: str
    node: Node

    def fault(self, what: str) -> BadInput:
        """Return an error about it."""
        name = f", {self.name}" if self.name else ""
        return BadInput(f"{self.file}, line {self.node.line}{name}: {what}.")

    def fields(self, known: Iterable[str]) -> dict[str, Field]:
        """Return its fields by name.

        Raises
        ------
        BadInput
            Where it has none, or one that is not known, or one twice.
        """
        names = tuple(known)
        if self.node.kind != "fields":
            raise self.fault(f"here belong fields: {', '.join(names)}")
        found: dict[str, Field] = {}
        keys, values = self.node.parts[::2], self.node.parts[1::2]
        for key, value in zip(keys, values, strict=True):
            at = Field(self.file, self.name, key)
            if key.kind != "text" or key.text not in names:
                said = quoted(key.text) if key.kind == "text" else "a list"
                raise at.fault(
                    f"no field is called {said}; near: {near(key.text, names)}; all here: "
                    f"{', '.join(names)}"
                )
            if key.text in found:
                raise at.fault(f"the field {key.text} stands twice; leave one out")
            prefix = f"{self.name}." if self.name else ""
            found[key.text] = Field(self.file, f"{prefix}{key.text}", value)
        return found

    def parts(self, most: int) -> tuple[Field, ...]:
        """Return the parts of a list, numbered from 1.

        Raises
        ------
        BadInput
            Where it is no list, or longer than `most`.
        """
        if self.node.kind != "list":
            raise self.fault("here belongs a list, each part on a line that begins with `- `")
        if len(self.node.parts) > most:
            raise self.fault(f"{len(self.node.parts)} parts; at most {most} are read")
        parts = enumerate(self.node.parts, 1)
        return tuple(Field(self.file, f"{self.name}.{k}", part) for k, part in parts)

    def text(self) -> str:
        """Return a text as one visible line.

        Raises
        ------
        BadInput
            Where it is none, or empty, or too long.
        """
        text = one_line(self.node.text).strip()
        if self.node.kind != "text" or not text:
            raise self.fault("here belongs a text")
        if len(self.node.text) > LONGEST:
            raise self.fault(f"{len(self.node.text):,} characters; at most {LONGEST:,} are read")
        return text

    def amount(self, least: float = 0.0) -> Prior:
        """Return an amount, no lower than `least`.

        Raises
        ------
        BadInput
            Where it is none.
        """
        return self._prior(least, LARGEST, "an amount")

    def chance(self) -> Prior:
        """Return a chance, 0 to 1.

        Raises
        ------
        BadInput
            Where it is none.
        """
        return self._prior(0.0, 1.0, "a chance")

    def _prior(self, least: float, most: float, what: str) -> Prior:
        if self.node.kind == "fields" or len(self.node.parts) > 3:
            raise self.fault(f"{what} is needed; {FORMS}")
        nodes = self.node.parts if self.node.kind == "list" else [self.node]
        numbers = tuple(self._number(node) for node in nodes)
        if not numbers:
            raise self.fault(f"the list is empty; {FORMS}")
        for number in numbers:
            if not least <= number <= most:
                raise self.fault(
                    f"{what} lies between {least:,.0f} and {most:,.0f}, and not at {number:,.6g}"
                )
        prior = ordered(numbers)
        if prior is None:
            raise self.fault("the numbers do not rise; write [low, high] or [low, likely, high]")
        return prior

    def _number(self, node: Node) -> float:
        if node.kind == "text" and node.plain and NUMBER.fullmatch(node.text):
            return float(node.text)
        said = quoted(node.text) if node.kind == "text" else "a list"
        if node.kind == "text" and not node.text:
            said = "nothing"
        raise Field(self.file, self.name, node).fault(f"{said} is no number; {FORMS}")
