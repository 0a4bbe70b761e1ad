"""Chances of joining and leaving, asked of the atlas that ships."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from cut_atlas import DAY, cut_atlas
from daylight.accession.chances import chances
from daylight.accession.counts import HORIZONS, KINDS
from daylight.accession.records import Chances
from daylight.core.errors import OutsideCoverage, UnknownName
from daylight.store.atlas import Atlas

NEEDED = ("blocs", "bloc_spells", "nearness", "ideal_points", "coverage")


@pytest.fixture(scope="module")
def union(book: Atlas) -> Chances:
    return chances(book, "EAEU", date(2017, 6, 30))


def test_members_could_leave_and_all_others_join(union: Chances) -> None:
    assert {one.state.code for one in union.leave} == {"ARM", "BLR", "KAZ", "KGZ", "RUS"}
    outside = {one.state.code for one in union.join}
    assert {"MNG", "TJK", "UZB", "USA"} <= outside
    assert not outside & {one.state.code for one in union.leave}
    assert max(Counter(one.state.code for one in union.join).values()) == 1


def test_lists_are_in_order_and_like_states_share_a_rank(union: Chances) -> None:
    for listed in (union.join, union.leave):
        told = [round(one.within[2].chance.value or 0.0, 4) for one in listed]
        assert told == sorted(told, reverse=True)
        ranks = [one.rank for one in listed]
        assert ranks[0] == 1
        assert ranks == sorted(ranks)
        by_points = {}
        for one in listed:
            assert by_points.setdefault(one.given.points, one.rank) == one.rank


def test_every_chance_has_an_interval_and_none_is_below_a_shorter_one(union: Chances) -> None:
    for one in (*union.join, *union.leave):
        assert [w.years for w in one.within] == list(HORIZONS)
        found = [(w.chance.lo, w.chance.value, w.chance.hi) for w in one.within]
        for lo, value, hi in found:
            assert lo is not None and value is not None and hi is not None
            assert 0 <= lo <= value <= hi <= 1
            assert lo < hi
        for shorter, longer in pairwise(found):
            assert all(b >= a for a, b in zip(shorter, longer, strict=True))  # type: ignore[operator]


def test_the_basis_says_what_it_rests_on(union: Chances) -> None:
    assert [(one.kind, one.years) for one in union.basis] == [
        (k, h) for k in KINDS for h in HORIZONS
    ]
    for one in union.basis:
        assert f"{one.events:,} of {one.n:,}" in one.text
        assert one.last is not None and one.last + one.years <= 2016
        if one.way == "signs":
            assert all(s.lo > 0 for s in one.skills if s.way == "signs")
        else:
            assert any(s.lo <= 0 for s in one.skills if s.way == "signs")


def test_where_no_outcome_was_known_there_is_no_chance(book: Atlas) -> None:
    early = chances(book, "NATO", date(1955, 1, 1))
    assert early.join[0].within[-1].chance.value is None
    assert early.join[0].within[0].chance.value is not None


@pytest.mark.parametrize(
    ("bloc", "day", "error"),
    [
        ("NATTO", date(2000, 1, 1), UnknownName),
        ("EAEU", date(2010, 1, 1), OutsideCoverage),
        ("COMECON", date(2010, 1, 1), OutsideCoverage),
        ("NATO", date(1949, 12, 31), OutsideCoverage),
        ("NATO", date(2100, 1, 1), OutsideCoverage),
    ],
)
def test_what_cannot_be_asked_is_refused(
    bloc: str, day: date, error: type[Exception], book: Atlas
) -> None:
    with pytest.raises(error):
        chances(book, bloc, day)


@pytest.mark.slow
@pytest.mark.parametrize("bloc", ["EU", "NATO", "CIS"])
def test_nothing_of_later_enters(
    bloc: str, book: Atlas, tmp_path_factory: pytest.TempPathFactory
) -> None:
    then = cut_atlas(book, tmp_path_factory.mktemp("cut"), NEEDED)
    found = chances(book, bloc, DAY)
    assert len(found.join) > 100
    assert found == chances(then, bloc, DAY)
