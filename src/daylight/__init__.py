"""Daylight: how tightly states are tied, where they part, and the evidence for it.

>>> import daylight as dl
>>> print(dl.brief("RUS", "IRN", divider="USA", when="2017-02-01"))  # doctest: +SKIP

Names are loaded when they are first used, so that ``import daylight`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from daylight.blocs.ties import bloc_ties
    from daylight.bonds.analogues import analogues
    from daylight.bonds.bond import bond
    from daylight.bonds.compare import compare
    from daylight.bonds.partners import partners
    from daylight.briefs.brief import brief
    from daylight.core.errors import DaylightError
    from daylight.core.estimate import Estimate
    from daylight.core.lookup import resolve as state
    from daylight.divergences.divergence import divergence
    from daylight.panel.panel import dyads
    from daylight.positions.ideal_points import ideal_points
    from daylight.store.atlas import Atlas
    from daylight.store.atlas import current as atlas

_HOMES = {
    "Atlas": ("daylight.store.atlas", "Atlas"),
    "DaylightError": ("daylight.core.errors", "DaylightError"),
    "Estimate": ("daylight.core.estimate", "Estimate"),
    "analogues": ("daylight.bonds.analogues", "analogues"),
    "atlas": ("daylight.store.atlas", "current"),
    "bloc_ties": ("daylight.blocs.ties", "bloc_ties"),
    "bond": ("daylight.bonds.bond", "bond"),
    "brief": ("daylight.briefs.brief", "brief"),
    "compare": ("daylight.bonds.compare", "compare"),
    "divergence": ("daylight.divergences.divergence", "divergence"),
    "dyads": ("daylight.panel.panel", "dyads"),
    "ideal_points": ("daylight.positions.ideal_points", "ideal_points"),
    "partners": ("daylight.bonds.partners", "partners"),
    "state": ("daylight.core.lookup", "resolve"),
}

__all__ = [
    "Atlas",
    "DaylightError",
    "Estimate",
    "analogues",
    "atlas",
    "bloc_ties",
    "bond",
    "brief",
    "compare",
    "divergence",
    "dyads",
    "ideal_points",
    "partners",
    "state",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'daylight' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
