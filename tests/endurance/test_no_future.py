"""An answer of a date is the same where nothing of later is in the atlas."""

from __future__ import annotations

import polars as pl
import pytest

from cut_atlas import DAY, YEAR, cut, cut_atlas
from daylight.endurance.resilience import resilience
from daylight.store.atlas import Atlas

PAIRS = (("POL", "RUS"), ("USA", "PAK"), ("EGY", "RUS"), ("USA", "FRA"), ("IRQ", "SAU"))


@pytest.fixture(scope="module")
def then(book: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    return cut_atlas(book, tmp_path_factory.mktemp("cut"))


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_nothing_of_later_enters(pair: tuple[str, str], book: Atlas, then: Atlas) -> None:
    ours, cut_off = (resilience(*pair, as_of=DAY, atlas=one).to_dict() for one in (book, then))
    for one in (ours, cut_off):
        del one["request"]["atlas"], one["citation"]
    assert ours["shocks"], "there is something to compare"
    assert ours == cut_off


def test_what_is_cut_is_not_empty() -> None:
    frame = pl.DataFrame({"year": [YEAR, YEAR + 1], "known": [YEAR, YEAR + 1]})
    assert cut("tie_years", frame)["year"].to_list() == [YEAR]
    assert cut("breaks", frame)["known"].to_list() == [YEAR]
