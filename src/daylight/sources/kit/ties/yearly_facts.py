"""The yearly facts of all sources, found by name: no module of a step may need this one."""

from __future__ import annotations

from importlib import import_module, resources

from daylight.sources.kit.declaration import PACKAGE, source_ids
from daylight.sources.kit.ties.yearly import Yearly


def yearly_facts() -> tuple[Yearly, ...]:
    """Return the facts of all sources that have a `yearly.py`, in the order of the sources."""
    root = resources.files(PACKAGE)
    coding = [s for s in source_ids() if root.joinpath(s, "yearly.py").is_file()]
    return tuple(f for s in coding for f in import_module(f"{PACKAGE}.{s}.yearly").YEARLY)
