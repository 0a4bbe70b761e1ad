"""What had become of a pair some years on."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.analogies.records import Later
from daylight.bonds.cases import Case, cases_of
from daylight.bonds.many import relationships
from daylight.bonds.records import Relationship
from daylight.core.request import Request
from daylight.store.atlas import Atlas

ON = (5, 10)
"""Years on that are looked at."""


def later(asked: Request, atlas: Atlas, cases: Sequence[Case]) -> tuple[tuple[Later, ...], ...]:
    """Return for each pair how its two stood five and ten years on, none after the date."""
    steps = [(k, on) for k, case in enumerate(cases) for on in ON if case.year + on <= asked.year]
    wanted = [(cases[k].a, cases[k].b, cases[k].year + on) for k, on in steps]
    stored = zip(steps, cases_of(atlas, wanted), strict=True)
    then = {step: case for step, case in stored if case is not None}
    stands = relationships(atlas, tuple(then.values()), asked.as_of)
    found = dict(zip(then, stands, strict=True))
    return tuple(
        tuple(_later(on, case.year + on, found.get((k, on))) for on in ON)
        for k, case in enumerate(cases)
    )


def _later(on: int, year: int, stands: Relationship | None) -> Later:
    if stands is None:
        return Later(on, year, False, None, None)
    return Later(on, year, True, stands.word, stands.zone)
