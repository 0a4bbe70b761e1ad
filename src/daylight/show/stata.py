"""Files of Stata with labels of columns and codes, and notes in the file itself."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from daylight.core.errors import BadInput
from daylight.show.about import About
from daylight.show.libraries import to_pandas
from daylight.show.names import STATA, changed, fitted
from daylight.show.odd import coded, for_stata, long_texts

if TYPE_CHECKING:
    import polars as pl

LABEL = 80
"""Letters of a label at most."""
FAULTS = (ValueError, TypeError, IndexError, OverflowError, NotImplementedError)


def dta(frame: pl.DataFrame, about: About) -> bytes:
    """Return a frame as a file of Stata 14 or later.

    Raises
    ------
    BadInput
        For what Stata cannot hold.
    MissingExtra
        Without pandas.
    """
    names = fitted(frame.columns, STATA)
    told = {names[name]: text for name, text in about.labels.items() if name in names}
    codes = {n: dict(enumerate(words)) for n, words in about.codes.items() if n in frame.columns}
    ready = for_stata(coded(frame, about.codes)).rename(names)
    buffer = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names: what changed stands in the notes
        try:
            to_pandas(ready).to_stata(
                buffer,
                write_index=False,
                version=118,
                byteorder="<",
                convert_strl=long_texts(ready),
                data_label=_cut(about.title) or None,
                variable_labels={name: _cut(text) for name, text in told.items()},
                value_labels={names[name]: words for name, words in codes.items()},
            )
        except FAULTS as error:
            raise BadInput(
                f"This result cannot be written as dta ({error}); use csv, json or parquet."
            ) from None
    notes = [("_dta", text) for text in (*changed(names), *about.notes)]
    notes += [(name, text) for name, text in told.items() if len(text) > LABEL]
    return with_notes(buffer.getvalue(), notes)


def _cut(text: str) -> str:
    return text if len(text) <= LABEL else f"{text[: LABEL - 3]}..."


EMPTY = b"<characteristics></characteristics>"
MAP, OFFSETS = b"<map>", struct.Struct("<14Q")
NAME = 129
"""Bytes of a name in the layout 118, which is that of Stata 14."""


def with_notes(file: bytes, notes: list[tuple[str, str]]) -> bytes:
    """Return a file with notes, which ``notes`` in Stata lists.

    Parameters
    ----------
    file : bytes
        A file in the layout 118, little end first and without notes, as pandas writes it.
    notes : list of (str, str)
        The name of a column, or ``_dta`` for the whole file, and the note.
    """
    counts: dict[str, int] = {}
    parts = []
    for of, text in notes:
        counts[of] = counts.get(of, 0) + 1
        parts.append(_note(of, f"note{counts[of]}", text))
    parts += [_note(of, "note0", str(count)) for of, count in counts.items()]
    made = EMPTY.replace(b"><", b">" + b"".join(parts) + b"<")
    at, start = file.index(EMPTY), file.index(MAP) + len(MAP)
    offsets = OFFSETS.unpack_from(file, start)
    moved = [place + (len(made) - len(EMPTY) if place > at else 0) for place in offsets]
    head = file[:start] + OFFSETS.pack(*moved) + file[start + OFFSETS.size : at]
    return head + made + file[at + len(EMPTY) :]


def _note(of: str, name: str, text: str) -> bytes:
    body = of.encode().ljust(NAME, b"\0") + name.encode().ljust(NAME, b"\0") + text.encode() + b"\0"
    return b"<ch>" + struct.pack("<I", len(body)) + body + b"</ch>"
