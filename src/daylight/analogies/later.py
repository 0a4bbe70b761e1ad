"""What had become of a pair some years on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daylight.analogies.records import Later
from daylight.bonds.many import Case, case_of, relationships
from daylight.bonds.read import Row, rows
from daylight.bonds.records import Relationship
from daylight.core.lineages import number_in
from daylight.core.refs import ref_of
from daylight.core.request import Request
from daylight.store.atlas import Atlas

ON = (5, 10)
"""Years on that are looked at."""


def later(asked: Request, atlas: Atlas, cases: Sequence[Case]) -> tuple[tuple[Later, ...], ...]:
    """Return for each pair how its two stood five and ten years on, none after the date."""
    then: dict[tuple[int, int], Case] = {}
    for k, case in enumerate(cases):
        stored = rows(atlas, "ledgers", case.a, case.b, asked.year)
        then |= {(k, on): one for on, one in _then(case, stored)}
    stands = relationships(atlas, tuple(then.values()), asked.as_of)
    found = dict(zip(then, stands, strict=True))
    return tuple(
        tuple(_later(on, case.year + on, found.get((k, on))) for on in ON)
        for k, case in enumerate(cases)
    )


def _then(case: Case, stored: dict[int, Row]) -> Iterator[tuple[int, Case]]:
    for on in ON:
        year = case.year + on
        if year in stored:
            day = date(year, 12, 31)
            a, b = (ref_of(number_in(state.cow, year), day) for state in (case.a, case.b))
            yield on, case_of(a, b, year, stored[year])


def _later(on: int, year: int, stands: Relationship | None) -> Later:
    if stands is None:
        return Later(on, year, False, None, None)
    return Later(on, year, True, stands.word, stands.zone)
