"""Borders and distances: spells written out by year, and no border past the end of its source."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.core.errors import AtlasTooOld
from daylight.measures import measure
from daylight.measures.coverage import covered, spans
from daylight.measures.near import BORDERS_TO
from daylight.sources.kit.declaration import declaration
from daylight.store.atlas import Atlas
from daylight.tables.world import Frames


def values(world: Frames, name: str) -> dict[tuple[int, int, int], float]:
    found = measure(name).compute(world, 1989, 1992)
    keys = zip(found.a.tolist(), found.b.tolist(), found.year.tolist(), strict=True)
    return dict(zip(keys, found.value.tolist(), strict=True))


def test_each_year_of_a_spell_has_its_value(world: Frames) -> None:
    assert values(world, "contiguity") == {
        **{(2, 20, year): 1 for year in range(1989, 1993)},
        (200, 365, 1989): 0, (200, 365, 1990): 0, (200, 365, 1991): 4, (200, 365, 1992): 4,
    }  # fmt: skip
    assert values(world, "capital_distance")[200, 365, 1991] == 2510


def test_a_border_is_not_carried_past_its_source(book: Atlas) -> None:
    assert declaration("contiguity").coverage.end == BORDERS_TO
    assert covered(book, "contiguity") == (1946, BORDERS_TO)
    assert covered(book, "capital_distance")[1] > BORDERS_TO


def test_known_neighbours(book: Atlas) -> None:
    found = measure("contiguity").compute(book, 2016, 2016)
    border = dict(zip(zip(found.a, found.b, strict=True), found.value, strict=True))
    assert border[2, 20] == border[220, 255] == 1
    assert border[2, 200] == 0
    far = measure("capital_distance").compute(book, 2016, 2016)
    at = np.flatnonzero((far.a == 200) & (far.b == 220))
    assert far.value[at] == pytest.approx(340, abs=10)


def test_an_atlas_without_the_table_has_no_such_measure(toy_atlas: Atlas) -> None:
    assert "contiguity" not in spans(toy_atlas)
    with pytest.raises(AtlasTooOld):
        covered(toy_atlas, "contiguity")


@pytest.fixture
def toy_atlas(atlas_of: object) -> Atlas:
    rows = [{"measure": "vote_kappa", "start": 1990, "end": 1991}]
    return atlas_of({"coverage": rows})  # type: ignore[operator, no-any-return]
