"""A short YAML text as a tree that knows its lines, and holds nothing but lists and texts.

What YAML has beyond that (anchors, aliases, tags, several documents) is refused as it is met,
before anything is made of it, so that no text can grow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from daylight.core.errors import BadInput

if TYPE_CHECKING:
    from yaml.events import Event

DEEPEST, MOST = 8, 5_000
"""Lists within lists, and parts in all."""
NOT_READ = "such a file holds only names, numbers and lists; write the values out"


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the tree.

    Attributes
    ----------
    kind : {"text", "list", "fields"}
    line : int
        Of the file, from 1.
    text : str
        Of a text.
    plain : bool
        Whether a text stands without quotation marks.
    parts : list of Node
        Of a list, its parts; of fields, name and value in turn.
    """

    kind: Literal["text", "list", "fields"]
    line: int
    text: str
    plain: bool
    parts: list[Node]


def tree(text: str, name: str) -> Node | None:
    """Return the tree of a text, or None where there is nothing in it.

    Parameters
    ----------
    text : str
    name : str
        Of the file, for messages.

    Raises
    ------
    BadInput
        With the line, where it is no YAML, or more than lists and texts.
    """
    import yaml  # questions import no reader of YAML until they need it

    try:
        return _grown(yaml.parse(text, Loader=yaml.SafeLoader), name)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", line {mark.line + 1}" if mark else ""
        raise BadInput(f"{name}{line}: this is not YAML ({error.problem}); {HINT}.") from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if isinstance(error, BadInput):
            raise
        raise BadInput(f"{name}: this is not YAML ({error}); {HINT}.") from None


HINT = "write `field: value`, one a line, with what belongs to a field set in by two spaces"


def _grown(events: Any, name: str) -> Node | None:
    top: Node | None = None
    open_: list[Node] = []
    count = documents = 0
    for event in events:
        kind = _kind(event, name)
        if kind == "document":
            documents += 1
            if documents > 1:
                raise _fault(name, event, "a second document begins; keep one in a file")
        elif kind == "end":
            open_.pop()
        elif kind in ("text", "list", "fields"):
            node = Node(kind, _line(event), getattr(event, "value", ""), _plain(event), [])
            count += 1
            if count > MOST or len(open_) >= DEEPEST:
                raise _fault(name, event, f"more than such a file can hold; {NOT_READ}")
            if open_:
                open_[-1].parts.append(node)
            else:
                top = node
            if kind != "text":
                open_.append(node)
    return None if top is None or (top.kind == "text" and not top.text and top.plain) else top


def _kind(event: Event, name: str) -> Literal["document", "end", "text", "list", "fields", ""]:
    import yaml

    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        raise _fault(name, event, f"an anchor or alias (& or *) is not read; {NOT_READ}")
    if getattr(event, "tag", None) is not None:
        raise _fault(name, event, f"a tag (!) is not read; {NOT_READ}")
    if isinstance(event, yaml.DocumentStartEvent):
        return "document"
    if isinstance(event, yaml.CollectionEndEvent):
        return "end"
    if isinstance(event, yaml.ScalarEvent):
        return "text"
    if isinstance(event, yaml.SequenceStartEvent):
        return "list"
    return "fields" if isinstance(event, yaml.MappingStartEvent) else ""


def _plain(event: Event) -> bool:
    return getattr(event, "style", None) is None


def _line(event: Event) -> int:
    mark = event.start_mark
    return 1 if mark is None else int(mark.line) + 1


def _fault(name: str, event: Event, what: str) -> BadInput:
    return BadInput(f"{name}, line {_line(event)}: {what}.")
