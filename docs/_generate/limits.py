"""The page of limits on files and texts of users."""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise

from daylight.core import limits

from .markdown import grid, page


def limits_page() -> str:
    """List the limits, as they stand in the code."""
    return page(
        "Give files of your own: what is read, and what is refused",
        "These are files for `--with` and `--compare`, folders for `--data` and `DAYLIGHT_MIRROR`, "
        "atlases for `DAYLIGHT_ATLAS`, and queries. What cannot be used ends with one line and "
        "[an exit code](exit-codes.md), and leaves nothing behind: no half-built folder, no lock.",
        "## What a file must be",
        "- **A regular file.** A pipe, a device, a socket, or a folder in its place is refused at "
        "once, and nothing is waited for. Links are followed. `--compare <(zcat x.gz)` gives a "
        "pipe: write it to a file first.\n"
        "- **Text where text is expected.** An empty file, NUL bytes, UTF-16 and UTF-32 are "
        "refused. A mark of the byte order (BOM) and lines that end in CR LF are fine.\n"
        "- **Whole.** Packed files that are cut, locked or damaged are refused, and rows that "
        "have not as many cells as the header. A text that was cut at the end of a line cannot "
        "be told from a shorter one.\n"
        "- **Numbers that are numbers.** A code or year is a whole number, so `1e20`, `1.5`, `NaN` "
        "and a state that is none stop the reading, with file, line and what stands there.",
        "## Limits",
        grid(("limit", "of what"), _rows()),
        "Files are unpacked in memory and never under a name that they give, so no packed file can "
        "write anywhere. With these limits, the largest file of events (500 MB) takes 1.4 GB of "
        "memory, the largest register 0.4 GB, the largest published file 0.6 GB.",
        "## Whose fault it is",
        "| code | says | do |\n| --- | --- | --- |\n"
        "| 3 | an argument or a file for `--compare` cannot be used | as the line says |\n"
        "| 8 | a file differs from what its source was declared to be | give another version, or "
        "mend the cell that is named |\n"
        "| 9 | a file is not there, is no file, or cannot be read | put it there |\n"
        "| 11 | a file is in another encoding | save it as UTF-8 |\n"
        "| 19 | a loader of Daylight failed as no file should make it fail | report it |",
    )


def _rows() -> list[tuple[str, str]]:
    tree = ast.parse(inspect.getsource(limits)).body
    rows = []
    for node, text in pairwise(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            assert isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
            value = getattr(limits, node.targets[0].id)
            rows.append((f"{value:,}", " ".join(str(text.value.value).split())))
    return rows
