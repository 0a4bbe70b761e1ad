"""Daylight: how tightly states are tied, where they part, and the evidence for it.

>>> import daylight as dl
>>> print(dl.brief("RUS", "IRN", divider="USA", as_of="2017-02-01"))  # doctest: +SKIP

Names are loaded when they are first used, so that ``import daylight`` costs nothing. Every
question of :mod:`daylight.catalogue` is a name here; ``__init__.pyi`` lists them for editors
and type checkers.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "Atlas": ("daylight.store.atlas", "Atlas"),
    "DaylightError": ("daylight.core.errors", "DaylightError"),
    "Estimate": ("daylight.core.estimate", "Estimate"),
    "__version__": ("daylight.core.version", "__version__"),
    "atlas": ("daylight.store.atlas", "current"),
    "code_states": ("daylight.naming.column", "code_states"),
    "dyads": ("daylight.panel.panel", "dyads"),
    "series": ("daylight.panel.series", "series"),
    "state": ("daylight.core.lookup", "resolve"),
    "state_years": ("daylight.panel.panel", "state_years"),
}
"""Names that are no questions, with where they lie."""


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        module, attribute = _HOMES[name]
        return getattr(import_module(module), attribute)
    if name == "__all__":
        return __dir__()
    if not name.startswith("_"):
        question = import_module("daylight.catalogue").by_name(name)
        if question is not None:
            return question.function()
    raise AttributeError(f"module 'daylight' has no attribute {name!r}")


def __dir__() -> list[str]:
    questions = [question.name for question in import_module("daylight.catalogue").CATALOGUE]
    return sorted([*(name for name in _HOMES if not name.startswith("_")), *questions])
