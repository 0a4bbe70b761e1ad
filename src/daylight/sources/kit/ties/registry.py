"""Which sources code ties: those with a `ties.py` in their folder."""

from __future__ import annotations

from importlib import import_module, resources

from daylight.sources.kit.declaration import PACKAGE, source_ids
from daylight.sources.kit.ties.tie import Tie


def coded_ties() -> tuple[tuple[Tie, str], ...]:
    """Return the ties of all sources, in the order of the sources, each with its module.

    The module is the `ties.py` that lists the tie. The function of a tie does not tell it: what
    makes it may lie elsewhere.
    """
    root = resources.files(PACKAGE)
    coding = [s for s in source_ids() if root.joinpath(s, "ties.py").is_file()]
    modules = [f"{PACKAGE}.{source}.ties" for source in coding]
    return tuple((tie, module) for module in modules for tie in import_module(module).TIES)
