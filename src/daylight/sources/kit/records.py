"""Lines of JSON: one record each, with the keys that a loader reads, of the types it knows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from daylight.core.errors import SourceChanged
from daylight.core.visible import quoted

Fits = Callable[[object], bool]


def is_text(value: object) -> bool:
    """Whether a value is a text."""
    return isinstance(value, str)


def is_texts(value: object) -> bool:
    """Whether a value is a list of texts, which may be empty."""
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def records(
    source: str, name: str, content: bytes, keys: Mapping[str, Fits]
) -> Iterator[dict[str, Any]]:
    """Yield the record of each line that is not blank.

    Parameters
    ----------
    keys : mapping of str to callable
        What each record must have, and whether a value is of the type that it had in all files.

    Raises
    ------
    SourceChanged
        When a line is not JSON, lacks a key, or has a value of another type.
    """
    for n, text in enumerate(content.decode("utf-8-sig").splitlines(), start=1):
        if not text.strip():
            continue
        where = f"{source}: {name}, line {n}"
        try:
            row = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise SourceChanged(f"{where} is not JSON: {error}.") from None
        gone = sorted(keys.keys() - row.keys()) if isinstance(row, dict) else ["everything"]
        if gone:
            raise SourceChanged(f"{where} lacks {', '.join(gone)}.")
        for key, fits in keys.items():
            if not fits(row[key]):
                raise SourceChanged(
                    f"{where}: {key} holds {quoted(row[key])}, which is not as it was."
                )
        yield row
