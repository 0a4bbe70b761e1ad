"""A wedge of a date is the same where nothing of later is in the atlas."""

from __future__ import annotations

import pytest

from cut_atlas import DAY, cut_atlas
from daylight.exposures.exposure import exposure
from daylight.store.atlas import Atlas
from daylight.wedges.wedge import wedge

TRIADS = (
    ("EGY", "RUS", "USA"), ("POL", "RUS", "USA"), ("RUS", "VNM", "CHN"), ("USA", "PAK", "CHN"),
    ("RUS", "IRN", "USA"), ("PAN", "TWN", "CHN"),
)  # fmt: skip


@pytest.fixture(scope="module")
def then(book: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return cut_atlas(book, tmp_path_factory.mktemp("cut"))


@pytest.mark.slow
@pytest.mark.parametrize("triad", TRIADS, ids="-".join)
def test_nothing_of_later_enters(triad: tuple[str, str, str], book: Atlas, then: Atlas) -> None:
    ours, cut_off = (wedge(*triad, as_of=DAY, atlas=one).to_dict() for one in (book, then))
    for one in (ours, cut_off):
        del one["request"]["atlas"], one["citation"]
    assert ours["measured"]["conditions"], "there is something to compare"
    assert ours == cut_off


@pytest.mark.slow
def test_nothing_of_later_enters_a_list_of_ties(book: Atlas, then: Atlas) -> None:
    ours, cut_off = (exposure("RUS", "USA", as_of=DAY, atlas=one) for one in (book, then))
    assert ours.scan
    assert (ours.groups, ours.scan) == (cut_off.groups, cut_off.scan)
