"""A source taken away for five more years: bands should not get narrower."""

from __future__ import annotations

from typing import Any

import numpy as np
from bond_world import World

from daylight.ledgers.grid import FIRST
from daylight.ledgers.items import BY_NAME
from daylight.ledgers.nowcast.bands import bands
from daylight.ledgers.nowcast.foretell import foretell
from daylight.ledgers.nowcast.specs import SPECS

YEARS = (2016, 2025)
MORE, NARROWER = 5, 3.0
TIE = 0.5
LOOKS_AT = {
    "fought": ("fatal_conflict", "for_rebels"),
    "sanctioned": ("sanctions",),
    "bloc": ("blocs", "organisation"),
    "arms": ("arms",),
    "pact": ("promise",),
    "rivals": ("rivalry",),
}
"""Items that each condition looks at."""


def withheld(world: World) -> dict[str, Any]:
    """Return for each item and year the change of width in its own ledger."""
    return {str(year): {name: _one(world, name, year - FIRST) for name in SPECS} for year in YEARS}


def _one(world: World, name: str, t: int) -> dict[str, Any]:
    cube = world.cube
    last = int(np.nonzero(cube.seen[name][:, : t + 1].any(axis=0))[0][-1])
    blind = cube.blind(name, last - MORE)
    told = dict(world.told)
    for other, spec in SPECS.items():
        same = BY_NAME[other].ledger == BY_NAME[name].ledger
        looks = any(name in LOOKS_AT.get(c, ()) for c in spec.conditions)
        if other == name or (same and looks):
            told[other] = foretell(blind, other, range(t, t + 1))
    then = bands(blind, t, told)
    ledger = BY_NAME[name].ledger
    before, after = world.bands[t][ledger], then[ledger]
    tie = np.nan_to_num(before.hi) >= TIE
    change = np.nan_to_num(after.hi - after.lo)[tie] - np.nan_to_num(before.hi - before.lo)[tie]
    return {
        "n": int(tie.sum()),
        "wider": round(float(change.mean()), 3),
        "narrower": round(float((change < -NARROWER).mean()), 4),
    }
