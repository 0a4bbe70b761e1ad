"""References to code that is loaded when it is first used: ``package.module:name``."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load(reference: str) -> Any:
    """Return what a reference names.

    Parameters
    ----------
    reference : str
        Module and name in it, such as ``daylight.bonds.bond:bond``.
    """
    module, _, name = reference.partition(":")
    return getattr(import_module(module), name)
