"""The attempts nearest to a case: distance, ranks and ties, offers, and no future."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from attempt_rows import (
    CHINA,
    CUBA,
    EGYPT,
    FRANCE,
    FRG,
    GDR,
    GERMANY,
    ONE,
    ROW,
    RUSSIA,
    SAME,
    USA,
    came,
    like,
)

from daylight.core.errors import BadInput, UnknownState
from daylight.wedges.tried.attempt import attempts_of
from daylight.wedges.tried.catalogue import nearest, offers, rates
from daylight.wedges.tried.distance import WEIGHTS, Case, distance


def test_a_row_becomes_a_record_with_numbers_and_outcomes() -> None:
    row = ROW | {"target": "200|365", "partner": None, "partner_bloc": "NATO", "after_5": "partial"}
    got = attempts_of([row])[0]
    assert got.target == (200, RUSSIA)
    assert got.partner == ()
    assert got.after == ("fail", "partial", "fail")
    assert got.era == "1946-90"


def test_a_case_like_the_row_in_all_is_at_no_distance() -> None:
    assert distance(ONE, SAME) == 0


@pytest.mark.parametrize(
    ("change", "weight"),
    [
        ({"target": (EGYPT,)}, 3),
        ({"partner": (CHINA,)}, 3),
        ({"divider": (FRANCE,)}, 2),
        ({"aim": "realign"}, 2),
        ({"year": 1991}, 2),
        ({"side": "stronger"}, 1),
        ({"upheaval": True}, 1),
        ({"instrument": "coercion"}, 1),
        ({"instrument": "mixed"}, 0.5),
    ],
)
def test_each_feature_weighs_what_the_page_says(change: dict[str, object], weight: float) -> None:
    case = replace(SAME, **change)  # type: ignore[arg-type]
    assert distance(ONE, case) == pytest.approx(weight / 15)
    assert sum(WEIGHTS.values()) == 15


def test_what_is_not_stated_counts_for_nothing() -> None:
    assert distance(ONE, Case(target=(CUBA,), aim="realign")) == pytest.approx(2 / 5)
    assert distance(ONE, Case(target=(CUBA,), upheaval=True)) == pytest.approx(1 / 4)
    assert distance(ONE, Case(target=(CUBA,))) == 0


def test_one_state_of_several_and_one_bloc_are_enough() -> None:
    row = like("B", target=(FRANCE, CUBA), partner=(), partner_bloc="NATO")
    assert distance(row, Case(target=(CUBA, EGYPT), partner_bloc="NATO")) == 0
    assert distance(row, Case(partner_bloc="EU")) == 1
    assert distance(row, Case(partner=(USA,))) == 1, "two without a state in common"
    assert distance(ONE, Case(divider_bloc="West")) == 1, "no bloc is not one bloc"


def test_a_state_is_one_under_its_numbers() -> None:
    row = like("B", target=(FRG,))
    assert distance(row, Case(target=(GERMANY,))) == 0
    assert distance(row, Case(target=(GDR,))) == 1


def test_mixed_is_half_of_two_and_nothing_of_the_rest() -> None:
    row = like("B", instrument="mixed")
    far = [
        distance(row, Case(instrument=w)) for w in ("mixed", "inducement", "coercion", "mediation")
    ]
    assert far == [0, 0.5, 0.5, 1]


def test_ties_share_a_rank_newest_first_and_are_not_cut() -> None:
    rows = [like("C", 1970), like("B", 1972), like("D", 1972), like("E", 1960, target=(EGYPT,)),
            like("A", 1980, partner=(CHINA,), target=(EGYPT,))]  # fmt: skip
    case = Case(target=(CUBA,), partner=(RUSSIA,))
    got = nearest(rows, case, count=1)
    assert [(n.attempt.id, n.rank, n.tied) for n in got] == [("B", 1, 3), ("D", 1, 3), ("C", 1, 3)]
    got = nearest(rows, case, count=4)
    assert [(n.attempt.id, n.rank, n.tied) for n in got[3:]] == [("E", 4, 1)]
    assert got[3].differs == ("target",)
    assert got[3].distance == pytest.approx(0.5)
    assert len(nearest(rows, case)) == 5


def test_weights_can_be_given() -> None:
    rows = [like("B", target=(EGYPT,)), like("C", aim="realign")]
    case = Case(target=(CUBA,), aim="disalign")
    assert [n.attempt.id for n in nearest(rows, case)] == ["C", "B"]
    given = dict(WEIGHTS) | {"aim": 9}
    assert [n.attempt.id for n in nearest(rows, case, weights=given)] == ["B", "C"]


def test_bids_for_recognition_are_near_only_to_each_other() -> None:
    bid = like("B", recognition=True)
    assert [n.attempt.id for n in nearest([ONE, bid], SAME)] == ["A1"]
    case = replace(SAME, recognition=True)
    assert [n.attempt.id for n in nearest([ONE, bid], case)] == ["B"]


def test_nearest_sees_no_attempt_and_no_outcome_of_later_years() -> None:
    rows = [came("B", "success", last=1970), came("C", "success", last=1975)]
    got = nearest(rows, SAME, as_of=date(1975, 12, 30))
    assert [(n.attempt.id, n.attempt.after) for n in got] == [("B", ("success", None, None))]
    got = nearest(rows, SAME, as_of=date(1975, 12, 31))
    assert [(n.attempt.id, n.attempt.after) for n in got] == [
        ("C", (None, None, None)),
        ("B", ("success", "success", None)),
    ]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ({}, "without features"),
        ({"recognition": True}, "without features"),
        ({"aim": "part"}, "aim 'part'"),
        ({"side": "big"}, "side 'big'"),
        ({"instrument": "money"}, "instrument 'money'"),
        ({"year": 1492}, "year 1492"),
    ],
)
def test_a_case_that_cannot_be_compared_is_refused(words: dict[str, object], text: str) -> None:
    with pytest.raises(BadInput, match=text):
        Case(**words)  # type: ignore[arg-type]


def test_bad_weights_counts_columns_and_states_are_refused() -> None:
    for weights in ({"target": 1.0}, dict(WEIGHTS) | {"aim": -1}, dict(WEIGHTS) | {"age": 1}):
        with pytest.raises(BadInput, match="weights: expected one"):
            nearest([ONE], SAME, weights=weights)
    with pytest.raises(BadInput, match="weights of 0"):
        nearest([ONE], Case(aim="realign"), weights=dict(WEIGHTS) | {"aim": 0})
    with pytest.raises(BadInput, match="count 0"):
        nearest([ONE], SAME, count=0)
    with pytest.raises(BadInput, match="by 'offer'"):
        rates([ONE], "offer")
    with pytest.raises(UnknownState):
        nearest([ONE], Case(target=(999,)))


def test_offers_are_those_to_the_target_to_leave_the_partner_newest_first() -> None:
    rows = [
        like("B", 1960, target=(FRG,), partner=(USA,)),
        like("C", 1970, target=(FRANCE, GERMANY), partner=(USA, 200)),
        like("D", 1971, target=(FRG,), partner=(FRANCE,)),
        like("E", 1972, target=(FRG,), partner=(USA,), instrument="coercion"),
        like("F", 1973, target=(FRG,), partner=(), partner_bloc="NATO"),
        like("G", 1974, target=(USA,), partner=(FRG,)),
    ]
    assert [row.id for row in offers(rows, GERMANY, USA)] == ["C", "B"]
    assert [row.id for row in offers(rows, FRG, "NATO")] == ["F"]
    (early,) = offers(rows, GERMANY, USA, as_of=date(1965, 1, 1))
    assert (early.id, early.after) == ("B", ("fail", None, None))
