"""Files of SPSS with labels of columns and codes, and notes in the file itself."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from daylight.core.errors import BadInput, MissingExtra
from daylight.show.about import About
from daylight.show.names import SPSS, changed, fitted
from daylight.show.odd import coded, for_stata
from daylight.show.workbook import INSTALL

if TYPE_CHECKING:
    import polars as pl

LINE, TITLE, LABEL = 80, 64, 255
"""Letters of a line of notes, of the label of a file, and of the label of a column at most."""


def sav(frame: pl.DataFrame, about: About) -> bytes:
    """Return a frame as a file of SPSS.

    Raises
    ------
    BadInput
        For what SPSS cannot hold.
    MissingExtra
        Without pyreadstat.
    """
    try:
        from pyreadstat import ReadstatError, write_sav
    except ImportError as error:
        raise MissingExtra(f"SPSS needs the extra `tables` ({error}); {INSTALL}.") from None
    names = fitted(frame.columns, SPSS)
    ready = for_stata(coded(frame, about.codes), "SPSS").rename(names)
    codes: Any = {
        names[n]: dict(enumerate(words)) for n, words in about.codes.items() if n in names
    }
    lines = [line for text in (*changed(names), *about.notes) for line in _wrapped(text)]
    labels: dict[str, str | None] = {
        names[n]: text[:LABEL] for n, text in about.labels.items() if n in names
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.sav"
        try:
            write_sav(
                ready,
                str(path),
                file_label=about.title[:TITLE],
                column_labels=labels,
                note=lines,
                variable_value_labels=codes,
                row_compress=True,
            )
        except (ReadstatError, ValueError, TypeError, OverflowError) as error:
            raise BadInput(
                f"This result cannot be written as sav ({error}); use csv, json or parquet."
            ) from None
        return path.read_bytes()


def _wrapped(text: str) -> list[str]:
    """Break a note into lines that have room in bytes, where some letters take more than one."""
    for width in range(LINE, 0, -10):
        lines = wrap(text, width)
        if all(len(line.encode()) <= LINE for line in lines):
            return lines
    return []
