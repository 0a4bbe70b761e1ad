"""A small atlas: an alliance, a tie of each kind, votes, and two years that are covered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from daylight.store.atlas import Atlas
from daylight.store.schemas import VOTE_COUNTS

SPANS = {
    "alliance_support": (1990, 1991),
    "rivalry": (1990, 1991),
    "sanctions": (1990, 1990),
    "vote_kappa": (1990, 1991),
}
SOURCES = ("atop", "blocs", "gsdb", "rivalries", "un_votes_resolutions", "un_votes_voeten")


@pytest.fixture
def small(atlas_of: Callable[..., Atlas]) -> Atlas:
    counts = dict(zip(VOTE_COUNTS, (9, 1, 1, 0, 2, 1, 3, 0, 8), strict=True))
    masks = {"ab": 1, "ba": 4, "ab_narrow": 1, "ba_narrow": 4}
    tie: dict[str, Any] = {"measure": "sanctions", "cow": 630, "partner": 2, "start": 1990}
    rivals = {"measure": "rivalry", "cow": 2, "partner": 630, "start": 1985, "end": 1990}
    every = {"cow": 0, "partner": 0, "start": 1980, "end": 2010}
    return atlas_of(
        {
            "alliances": [{"a": 2, "b": 990, "year": 1990} | masks],
            "votes": [{"a": 2, "b": 365, "year": year} | counts for year in (1990, 1991)],
            "ties": [rivals | {"value": 1.0}, tie | {"end": 1990, "value": 3.0}],
            "tie_cover": [every | {"measure": name} for name in ("rivalry", "sanctions")],
            "coverage": [
                {"measure": name, "start": start, "end": end}
                for name, (start, end) in SPANS.items()
            ],
        },
        SOURCES,
    )
