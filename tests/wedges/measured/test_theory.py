"""The conditions of theory on the atlas: met or not, and with what ratio."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from daylight.sources.gsdb.in_force import START
from daylight.store.atlas import Atlas
from daylight.wedges.measured.marks import CONDITIONS
from daylight.wedges.measured.records import Condition
from daylight.wedges.measured.world import SANCTIONS_FROM, Lookup
from daylight.wedges.wedge import wedge


@cache
def by_name(*who: str, when: str) -> dict[str, Condition]:
    answer = wedge(who[0], who[1], who[2], as_of=when)
    return {one.name: one for one in answer.measured.conditions}


def test_names_are_unique_and_texts_name_who_they_are_of() -> None:
    assert len({one.name for one in CONDITIONS}) == len(CONDITIONS)
    for one in CONDITIONS:
        assert any(side in one.text for side in ("{T}", "{P}", "{D}"))
        assert (one.about == "divider") == ("{D}" in one.text)


def test_what_is_known_of_the_motivating_case() -> None:
    found = by_name("RUS", "IRN", "USA", when="2017-02-01")
    assert found["partner_rival"].met is True, "Iran and the United States"
    assert found["divider_sanctions"].met is True, "against Russia since 2014"
    assert found["much_trade"].met is False
    assert found["something_gave_way"].met is False
    assert found["divider_troops"].met is False


def test_troops_are_a_condition_of_the_united_states_alone() -> None:
    assert "divider_troops" not in by_name("EGY", "RUS", "CHN", when="1972")


def test_a_ratio_stands_between_its_ends_or_there_is_none() -> None:
    for one in by_name("RUS", "IRN", "USA", when="2017-02-01").values():
        if one.ratio is None:
            assert one.effect == "too few"
        else:
            assert one.lo is not None and one.hi is not None
            assert one.lo <= one.ratio <= one.hi


def test_warned_ties_break_oftener_and_democracies_rarer() -> None:
    """The outside exam has 4.3 for any family, 0.4 [0.3, 0.6] for a democratic weaker side."""
    found = by_name("IRN", "RUS", "USA", when="2017-02-01")
    assert found["something_gave_way"].effect == "oftener"
    assert found["rivals"].effect == "oftener"
    assert found["democratic"].effect == "rarer"


def test_a_condition_of_the_tie_counts_each_year_once() -> None:
    """The tie is seen by three powers, and still is one."""
    found = by_name("IRN", "RUS", "USA", when="2017-02-01")
    assert found["treaty"].n < 18_306, "years of ties there are"


def test_what_a_list_told_is_not_known_once_it_has_ended() -> None:
    found = by_name("JPN", "USA", "CHN", when="2023-06-01")
    assert found["treaty"].met is None, "treaties are known to 2018, and this one stands"
    assert found["rivals"].met is False
    assert found["divider_rival"].met is True, "Japan and China, as in 2020"
    germany = by_name("DEU", "USA", "RUS", when="2022-03-01")
    assert germany["new_leader"].met is None, "leaders are known to February 2021"


def test_conditions_do_not_need_a_tie() -> None:
    found = by_name("EGY", "RUS", "USA", when="1979-06-01")
    assert found["democratic"].met is False
    assert found["divider_sanctions"].met is not None


def test_where_there_is_no_tie_nothing_is_known_to_have_held_or_given_way() -> None:
    assert by_name("ISR", "IRN", "USA", when="2010-06-01")["something_gave_way"].met is None


def test_before_the_list_of_sanctions_none_is_known_of() -> None:
    assert SANCTIONS_FROM == START
    assert by_name("FRA", "GBR", "USA", when="1948-06-01")["divider_sanctions"].met is None


def test_a_coup_is_a_new_regime() -> None:
    assert by_name("LBY", "USA", "RUS", when="1970-06-01")["new_regime"].met is True
    assert by_name("USA", "GBR", "RUS", when="2018-06-01")["new_leader"].met is True


def test_of_a_power_that_is_not_great_no_ratio_is_measured() -> None:
    found = by_name("PAK", "CHN", "IND", when="2017-06-01")
    assert all(one.ratio is None for one in found.values() if one.about == "divider")
    assert found["divider_rival"].met is True


def test_powers_are_not_pooled() -> None:
    """What goes with the ties of one need not go with those of another."""
    usa, china = (by_name("RUS", "IRN", power, when="2017-02-01") for power in ("USA", "CHN"))
    assert usa["treaty"].ratio == china["treaty"].ratio
    assert usa["divider_nearer"].ratio != china["divider_nearer"].ratio


@pytest.mark.parametrize("keys", [[], [3, 1, 3]])
def test_a_table_gives_the_last_of_one_number_and_nothing_for_others(keys: list[int]) -> None:
    table = Lookup.of(np.array(keys, np.int64), np.arange(len(keys), dtype=float))
    got = table.at(np.array([1, 2, 3]))
    expected = [1.0, np.nan, 2.0] if keys else [np.nan] * 3
    np.testing.assert_array_equal(got, expected)


def test_the_atlas_has_what_it_rests_on(book: Atlas) -> None:
    assert len(book.rows("gains")["year"]) > 0
