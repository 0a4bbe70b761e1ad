"""Which sources code ties: those with a `ties.py` in their folder."""

from __future__ import annotations

from importlib import import_module, resources

from daylight.sources.kit.declaration import PACKAGE, source_ids
from daylight.sources.kit.ties.tie import Tie


def coded_ties() -> tuple[Tie, ...]:
    """Return the ties of all sources, in the order of the sources."""
    root = resources.files(PACKAGE)
    coding = [s for s in source_ids() if root.joinpath(s, "ties.py").is_file()]
    ties: list[Tie] = []
    for source in coding:
        ties += import_module(f"{PACKAGE}.{source}.ties").TIES
    return tuple(ties)
