"""A small valid set of files for every source, by the builders of its own tests, to be spoilt."""

from __future__ import annotations

from collections.abc import Callable

import samples_diplomacy
import samples_force
import samples_money
import samples_states
from sample_files import Files

FAMILIES = (samples_diplomacy, samples_force, samples_money, samples_states)
SAMPLES: dict[str, Callable[[], Files]] = dict(
    sorted(one for family in FAMILIES for one in family.SAMPLES.items())
)
