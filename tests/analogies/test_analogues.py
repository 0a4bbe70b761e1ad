"""Ties that were like one: nearest first, each pair once, known alike, and what came of them."""

from __future__ import annotations

from typing import Any

import pytest

from daylight.analogies.analogues import MOST, OWN_YEARS, analogues
from daylight.analogies.columns import columns
from daylight.analogies.lines import lines
from daylight.core.errors import BadInput, OutsideCoverage, SameState
from daylight.store.atlas import Atlas
from ledger_rows import AtlasOf, items, sums, war

WHEN = "2017-02-01"
CLOSE = {"military_cooperation": 50.0, "political_cooperation": 40.0, "economic_cooperation": 30.0}


def world(atlas_of: AtlasOf, *rows: dict[str, Any]) -> Atlas:
    promised = [items(r["a"], r["b"], r["year"], 5.0) for r in rows]
    told = [war(710, 740, "1990-01-01", "1990-02-01")]
    return atlas_of({"ledgers": list(rows), "ledger_items": promised, "dated_facts": told})


def off(points: float) -> dict[str, float]:
    """A profile that differs by so many points in one of seven numbers."""
    return {**CLOSE, "economic_cooperation": 30.0 + points}


def found_in(atlas: Atlas, **options: Any) -> list[tuple[int, int, int]]:
    answer = analogues("RUS", "IRN", WHEN, atlas=atlas, **options)
    return [(one.a.cow, one.b.cow, one.year) for one in answer.nearest]


OWN = (sums(365, 630, 2016, CLOSE),)


def test_the_nearest_comes_first_and_each_pair_once(atlas_of: AtlasOf) -> None:
    atlas = world(atlas_of, *OWN, sums(2, 20, 1990, off(4)), sums(2, 20, 1991, off(2)),
                  sums(2, 70, 1980, off(1)), sums(2, 200, 1980, off(3)))  # fmt: skip
    assert found_in(atlas) == [(2, 70, 1980), (2, 20, 1991), (2, 200, 1980)]
    assert found_in(atlas, count=1) == [(2, 70, 1980)]


def test_a_distance_is_the_root_mean_square_of_seven_numbers(atlas_of: AtlasOf) -> None:
    atlas = world(atlas_of, *OWN, sums(2, 70, 1980, off(14)))
    answer = analogues("RUS", "IRN", WHEN, atlas=atlas)
    assert answer.nearest[0].distance == pytest.approx(14 / 7**0.5, abs=0.05)
    assert len(answer.compared) == 7
    assert columns(answer)["distance"] == [0.0, answer.nearest[0].distance]


def test_chances_count_as_the_place_that_they_make(atlas_of: AtlasOf) -> None:
    other = sums(2, 70, 1980, CLOSE, rivalry=0.25, severe=0.01)
    atlas = world(atlas_of, *OWN, other)
    answer = analogues("RUS", "IRN", WHEN, atlas=atlas)
    places = [answer.profile.place.value, answer.nearest[0].profile.place.value]
    gap = 100 * abs((places[0] or 0) - (places[1] or 0))
    assert gap > 4
    assert answer.nearest[0].distance == pytest.approx(gap / 7**0.5, abs=0.06)


def test_what_is_too_far_is_not_alike(atlas_of: AtlasOf) -> None:
    atlas = world(atlas_of, *OWN, sums(2, 70, 1980, off((MOST + 0.5) * 7**0.5)))
    assert found_in(atlas) == []


def test_its_own_past_counts_once_it_is_past(atlas_of: AtlasOf) -> None:
    years = (2016 - OWN_YEARS, 2016 - OWN_YEARS + 1, 2015)
    atlas = world(atlas_of, *OWN, *(sums(365, 630, year, CLOSE) for year in years))
    assert found_in(atlas) == [(365, 630, 2016 - OWN_YEARS)]


def test_nothing_of_later_is_told(atlas_of: AtlasOf) -> None:
    later = [sums(2, 70, year, CLOSE) for year in (2012, 2017, 2022)]
    atlas = world(atlas_of, *OWN, *later)
    (one,) = analogues("RUS", "IRN", WHEN, atlas=atlas).nearest
    assert one.year == 2012
    assert [(x.year, x.known, x.word) for x in one.later] == [
        (2017, False, None), (2022, False, None),
    ]  # fmt: skip


def test_a_carried_year_is_not_set_beside_one_that_is_seen(atlas_of: AtlasOf) -> None:
    carried = {**CLOSE, "military_cooperation": (45.0, 50.0, 55.0)}
    atlas = world(atlas_of, *OWN, sums(2, 70, 1980, carried))
    assert found_in(atlas) == []


def test_a_carried_profile_takes_years_that_are_carried_or_seen(atlas_of: AtlasOf) -> None:
    carried = {**CLOSE, "military_cooperation": (45.0, 50.0, 55.0)}
    wide = {**CLOSE, "military_cooperation": (10.0, 50.0, 90.0)}
    atlas = world(atlas_of, sums(365, 630, 2016, carried), sums(2, 70, 1980, carried),
                  sums(2, 20, 1980, CLOSE), sums(2, 200, 1980, wide))  # fmt: skip
    assert {pair[:2] for pair in found_in(atlas)} == {(2, 70), (2, 20)}


def test_what_became_of_a_pair_is_told_through_its_numbers(atlas_of: AtlasOf) -> None:
    """Germany was 260 in 1985 and 255 from 1990 on."""
    foes = {"political_conflict": 60.0, "military_conflict": 60.0}
    atlas = world(atlas_of, *OWN, sums(220, 260, 1985, CLOSE),
                  sums(220, 255, 1990, foes, rivalry=0.9))  # fmt: skip
    (one,) = analogues("RUS", "IRN", WHEN, atlas=atlas).nearest
    assert [x.known for x in one.later] == [True, False]
    assert one.later[0].word in {"rivals", "allies in conflict"}
    assert one.profile.word == "allies"
    assert "5 years on 0 of the 1 known" in analogues("RUS", "IRN", WHEN, atlas=atlas).headline


def test_what_became_of_many_is_read_at_once(
    atlas_of: AtlasOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many queries for four pairs as for one."""
    asked: list[str] = []
    rows = Atlas.rows

    def counted(atlas: Atlas, name: str, *args: Any) -> Any:
        asked.append(name)
        return rows(atlas, name, *args)

    others = [sums(2, cow, year, off(k)) for k, cow in enumerate((20, 70, 200, 220))
              for year in (1980, 1985, 1990)]  # fmt: skip
    atlas = world(atlas_of, *OWN, *others)
    monkeypatch.setattr(Atlas, "rows", counted)
    spent = []
    for count in (1, 4):
        asked.clear()
        opened = Atlas(atlas.folder)  # an atlas keeps the rows of a pair that it has read
        answer = analogues("RUS", "IRN", WHEN, count=count, atlas=opened)
        assert len(answer.nearest) == count
        spent.append(list(asked))
    assert spent[0] == spent[1]
    assert spent[0]


def test_what_became_of_a_pair_is_of_its_own_rows(atlas_of: AtlasOf) -> None:
    """In one query for all, the rows of each go to it alone."""
    foes = {"political_conflict": 60.0, "military_conflict": 60.0}
    atlas = world(atlas_of, *OWN, sums(2, 20, 1980, off(1)), sums(2, 20, 1985, foes, rivalry=0.9),
                  sums(2, 70, 1985, off(2)), sums(2, 70, 1995, CLOSE))  # fmt: skip
    first, second = analogues("RUS", "IRN", WHEN, atlas=atlas, count=2).nearest
    became = {one.b.cow: [(x.year, x.word) for x in one.later] for one in (first, second)}
    assert became == {
        20: [(1985, "allies in conflict"), (1990, None)],
        70: [(2000, None), (2005, None)],
    }


def test_lines_have_bands_and_a_dash_where_nothing_is_known(atlas_of: AtlasOf) -> None:
    own = {
        **CLOSE,
        "military_cooperation": (40.0, 50.0, 58.0),
        "political_conflict": (0.0, 9.0, 70.0),
        "economic_conflict": (None, None, None),
    }
    answer = analogues("RUS", "IRN", WHEN, atlas=world(atlas_of, sums(365, 630, 2016, own)))
    told = lines(answer)
    assert told[3].split() == ["cooperation", "50", "(40-58)", "40", "(seen)", "30", "(seen)"]
    assert told[4].split() == ["conflict", "0", "(seen)", "0-70", "-"]
    assert told[5].startswith("  place 0.51 (0.00-1.00)")


def test_a_frame_has_the_ends_of_each_band_and_its_status(atlas_of: AtlasOf) -> None:
    carried = {**CLOSE, "military_cooperation": (40.0, 50.0, 58.0)}
    atlas = world(atlas_of, sums(365, 630, 2016, carried), sums(2, 70, 1980, off(1)))
    frame = columns(analogues("RUS", "IRN", WHEN, atlas=atlas))
    ends = ("", "_lo", "_hi", "_status")
    own, other = zip(*(frame[f"military_cooperation{end}"] for end in ends), strict=True)
    assert own == (50.0, 40.0, 58.0, "carried")
    assert other == (50.0, 50.0, 50.0, "observed")
    assert (frame["place_lo"][0], frame["place_hi"][0]) == (0.0, 1.0)
    assert frame["place_status"] == frame["status"] == ["carried", "observed"]


def test_two_without_a_relation_are_like_most_and_none_is_named(atlas_of: AtlasOf) -> None:
    nobody = items(365, 630, 2016)
    told = [war(710, 740, "1990-01-01", "1990-02-01")]
    rows = [sums(365, 630, 2016), sums(2, 70, 1980)]
    atlas = atlas_of({"ledgers": rows, "ledger_items": [nobody], "dated_facts": told})
    answer = analogues("RUS", "IRN", WHEN, atlas=atlas)
    assert answer.nearest == ()
    assert "no relation to speak of" in answer.headline


def test_the_text_fits_a_terminal_and_the_page_is_made(atlas_of: AtlasOf) -> None:
    atlas = world(atlas_of, *OWN, sums(2, 70, 1980, off(1)))
    answer = analogues("RUS", "IRN", WHEN, atlas=atlas)
    assert max(len(line) for line in answer.text(80).splitlines()) <= 80
    assert answer.view.page(answer)


def test_what_cannot_be_asked(atlas_of: AtlasOf) -> None:
    atlas = world(atlas_of, *OWN)
    with pytest.raises(SameState):
        analogues("RUS", 365, WHEN, atlas=atlas)
    with pytest.raises(OutsideCoverage, match="profile"):
        analogues("GBR", "FRA", "1900", atlas=atlas)
    with pytest.raises(BadInput, match="from 1 to"):
        analogues("RUS", "IRN", WHEN, count=0, atlas=atlas)
