"""Values of a small YAML file, from its tree; a fault names file, line and field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from daylight.core.choices import near
from daylight.core.errors import BadInput
from daylight.core.visible import one_line, quoted
from daylight.store.given import read
from daylight.store.tree import Node, tree

LONGEST = 1_000
"""Characters of a text."""
BY_HAND = 2**16
"""Bytes of a file: 64 KiB, for what somebody writes by hand."""


def text_of(path: Path) -> str:
    """Return the text of a file that somebody wrote.

    Raises
    ------
    BadInput
        When it cannot be read, is too long, or is no UTF-8; the message names the line.
    """
    try:
        content = read(path, BY_HAND)
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); give a YAML file.") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadInput(f"{path}, line {line}: this is not UTF-8; save it as UTF-8.") from None


def top(text: str, name: str, known: Iterable[str]) -> dict[str, Field]:
    """Return the fields of a YAML text by name.

    Parameters
    ----------
    text : str
    name : str
        What messages call it.
    known : iterable of str
        The fields that it may have.

    Raises
    ------
    BadInput
        Where it is no YAML, is empty, or has another field; the message names the line.
    """
    root = tree(text, name)
    names = tuple(known)
    if root is None:
        raise BadInput(f"{name} is empty; it needs one of: {', '.join(names)}.")
    return Field(name, "", root).fields(names)


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
