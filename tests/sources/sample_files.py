"""Files of a source held in memory, by name."""

from __future__ import annotations

from importlib import resources

Files = dict[str, bytes]


def ours(source: str, *names: str) -> Files:
    """Return tables of a source's own."""
    folder = resources.files("daylight.sources").joinpath(source)
    return {name: folder.joinpath(name).read_bytes() for name in names}


def text(name: str, *lines: str) -> Files:
    return {name: ("\n".join(lines) + "\n").encode()}
