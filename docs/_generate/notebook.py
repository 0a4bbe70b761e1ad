"""The example notebook, run anew with its outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .markdown import DOCS

EXAMPLE = DOCS / "examples" / "first-questions.ipynb"
SHOWN = ("text/plain", "text/html", "image/svg+xml")
"""Kinds of output that are text, and the same on every machine."""


def executed(path: Path = EXAMPLE) -> Any:
    """Return the notebook after all its cells were run in a kernel of their own."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3", record_timing=False).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    return notebook


def shown(notebook: Any) -> list[str]:
    """Return what the cells of a notebook show, as far as it is text."""
    outputs = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    data = [out.get("data", {}) for out in outputs]
    texts = ["".join(out.get("text", "")) for out in outputs]
    return texts + ["".join(each[kind]) for each in data for kind in SHOWN if kind in each]


def refresh() -> None:
    """Store the outputs of the example."""
    import nbformat

    nbformat.write(executed(), EXAMPLE)
