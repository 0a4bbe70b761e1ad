"""The list of attempts asked: ranks and ties, shares and their ends, offers, and no future."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import BadInput, UnknownState
from daylight.sources.kit.load import load
from daylight.store.schemas.attempts import CODED_TO, HORIZONS
from daylight.wedges.tried.attempt import Attempt, attempts_of
from daylight.wedges.tried.catalogue import GROUPS, nearest, offers, rates
from daylight.wedges.tried.distance import WEIGHTS, Case, distance
from daylight.wedges.tried.outcomes import Rate
from daylight.wedges.tried.shares import PRIOR, Trial, share

USA, CUBA, FRANCE, RUSSIA, EGYPT, CHINA, JAPAN = 2, 40, 220, 365, 651, 710, 740
GERMANY, FRG, GDR = 255, 260, 265
ROW = {
    "id": "A1", "first": 1974, "last": 1975, "divider": "2", "divider_bloc": None, "target": "40",
    "partner": "365", "partner_bloc": None, "aim": "disalign", "instrument": "inducement",
    "offer": "trade", "amount": None, "amount_year": None, "amount_seen": None, "deadline": None,
    "answer": "refused", "counter": None, "veto": "no", "veto_by": None, "after_2": "fail",
    "after_5": "fail", "after_10": "fail", "side": "weaker", "upheaval": False, "quiet": False,
    "recognition": False, "cluster": "A1", "doubtful": False, "citation": "A page",
    "url": "https://example.org", "checked": "page", "note": None,
}  # fmt: skip
ONE = attempts_of([ROW])[0]
SAME = Case(divider=(USA,), target=(CUBA,), partner=(RUSSIA,), aim="disalign", side="weaker",
            instrument="inducement", upheaval=False, year=1975)  # fmt: skip


def like(name: str, last: int = 1975, **changes: object) -> Attempt:
    words = {"id": name, "first": last, "last": last, "cluster": name}
    return replace(ONE, **{**words, **changes})  # type: ignore[arg-type]


def came(name: str, word: str, **changes: object) -> Attempt:
    return like(name, after=(word,) * 3, **changes)  # type: ignore[arg-type]


@cache
def listed() -> tuple[Attempt, ...]:
    return attempts_of(load("attempts").tables["attempts"].iter_rows(named=True))


def at_five(
    rows: Sequence[Attempt], by: str | None = None, as_of: date | None = None
) -> list[Rate]:
    return [rate for rate in rates(rows, by, as_of) if rate.years == 5]


# ------------------------------------------------------------------ the record


def test_a_row_becomes_a_record_with_numbers_and_outcomes() -> None:
    row = ROW | {"target": "200|365", "partner": None, "partner_bloc": "NATO", "after_5": "partial"}
    got = attempts_of([row])[0]
    assert got.target == (200, RUSSIA)
    assert got.partner == ()
    assert got.after == ("fail", "partial", "fail")
    assert got.era == "1946-90"


# ---------------------------------------------------------------- nearest cases


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


# ----------------------------------------------------------------------- shares


def trials(*groups: tuple[str, int, int]) -> list[Trial]:
    """Return trials of one cluster each: group, how many had it, how many had not."""
    return [
        Trial(group, f"{group}{i}", i < had, doubtful=False)
        for group, had, not_had in groups
        for i in range(had + not_had)
    ]


def test_a_share_is_drawn_towards_the_whole_by_ten_clusters() -> None:
    population = trials(("a", 2, 0), ("b", 18, 60))
    got = share(population, "a")
    assert (got.own, got.clusters) == (1.0, 2)
    assert got.shrunk == pytest.approx((2 * 1.0 + PRIOR * 20 / 80) / 12)
    of_all = share(population)
    assert of_all.shrunk == of_all.own == pytest.approx(0.25)


def test_a_war_weighs_as_one() -> None:
    war = [Trial("a", "war", i == 0, doubtful=False) for i in range(4)]
    got = share([*war, Trial("a", "alone", had=True, doubtful=False)])
    assert got.own == pytest.approx((0.25 + 1) / 2)
    assert got.clusters == 2


def test_a_cluster_in_two_groups_weighs_as_one_in_each() -> None:
    groups = (("a", True), ("b", False), ("b", False))
    rows = [Trial(group, "war", had, doubtful=False) for group, had in groups]
    assert share(rows, "a").own == 1
    assert share(rows, "b").own == 0
    assert share(rows).own == pytest.approx(1 / 3)


def test_the_interval_counts_clusters_and_not_rows() -> None:
    one_each = [Trial("a", str(i), i % 2 == 0, doubtful=False) for i in range(40)]
    four = [Trial("a", str(i // 10), i // 10 % 2 == 0, doubtful=False) for i in range(40)]
    narrow, wide = share(one_each), share(four)
    assert narrow.own == wide.own == 0.5
    assert width(wide) > 2 * width(narrow)


def test_the_interval_of_a_small_group_is_drawn_towards_the_whole_too() -> None:
    few = trials(("a", 2, 1))
    group = share([*few, *trials(("b", 25, 25))], "a")
    assert width(group) < width(share(few)) / 2
    assert width(group) > 0.05


def width(got: object) -> float:
    return float(got.hi - got.lo)  # type: ignore[attr-defined]


def test_none_of_a_few_is_not_surely_none() -> None:
    alone = share(trials(("a", 0, 4)))
    assert (alone.own, alone.shrunk, alone.lo) == (0, 0, 0)
    assert alone.hi == pytest.approx(1 - 0.05 ** (1 / 4))
    every = share(trials(("a", 4, 0)))
    assert (every.own, every.hi) == (1, 1)
    assert every.lo == pytest.approx(0.05 ** (1 / 4))
    population = trials(("a", 0, 4), ("b", 20, 20))
    group, of_all = share(population, "a"), share(population)
    assert of_all.hi is not None
    exact = (4 * (1 - 0.05 ** (1 / 4)) + PRIOR * of_all.hi) / 14
    assert group.hi == pytest.approx(exact)


def test_doubtful_and_unknown_outcomes_are_read_both_ways() -> None:
    rows = [
        Trial("a", "1", had=True, doubtful=False),
        Trial("a", "2", had=True, doubtful=True),
        Trial("a", "3", had=False, doubtful=False),
        Trial("a", "4", had=False, doubtful=True),
        Trial("a", "5", had=None, doubtful=False),
    ]
    got = share(rows)
    assert (got.own, got.clusters) == (0.5, 4)
    assert got.low == pytest.approx(1 / 5)
    assert got.high == pytest.approx(4 / 5)


def test_without_a_known_outcome_there_are_only_ends() -> None:
    got = share([Trial("a", "1", had=None, doubtful=False), *trials(("b", 1, 1))], "a")
    assert (got.own, got.shrunk, got.lo, got.hi, got.clusters) == (None, None, None, None, 0)
    assert got.low == pytest.approx(PRIOR / 3 / 11)
    assert got.high == pytest.approx((1 + PRIOR * 2 / 3) / 11)
    assert share([], "a").low is None


known = st.builds(
    Trial, st.sampled_from("ab"), st.sampled_from("vwxyz"), st.sampled_from([True, False, None]),
    st.booleans(),
)  # fmt: skip


@given(st.lists(known, min_size=1, max_size=25), st.sampled_from(["a", "b", None]))
def test_the_ends_hold_the_share(rows: list[Trial], group: str | None) -> None:
    got = share(rows, group)
    if got.shrunk is None:
        assert got.own is got.lo is got.hi is None
        return
    assert got.low is not None
    assert got.high is not None
    assert got.lo is not None
    assert got.hi is not None
    assert -1e-9 <= got.low <= got.shrunk + 1e-9
    assert got.shrunk - 1e-9 <= got.high <= 1 + 1e-9
    assert -1e-9 <= got.lo <= got.hi <= 1 + 1e-9


# ------------------------------------------------------------------------ rates


def test_outcomes_are_counted_with_success_and_success_or_partial() -> None:
    rows = [came("B", "success"), came("C", "partial"), came("D", "fail"), came("E", "unknown")]
    (got,) = at_five(rows)
    assert (got.success, got.partial, got.fail, got.unknown) == (1, 1, 1, 1)
    assert (got.rows, got.clusters, got.waiting) == (4, 4, 0)
    assert got.full.own == pytest.approx(1 / 3)
    assert got.some.own == pytest.approx(2 / 3)
    assert got.full.low == pytest.approx(1 / 4)
    assert got.full.high == pytest.approx(2 / 4)


def test_recognition_is_a_population_of_its_own() -> None:
    rows = [came("B", "success", recognition=True), came("C", "fail"), came("D", "fail")]
    attempts, bids = at_five(rows, "side")
    assert (attempts.population, attempts.fail, attempts.success) == ("attempts", 2, 0)
    assert (bids.population, bids.fail, bids.success) == ("recognition", 0, 1)
    assert bids.full.shrunk == 1
    assert attempts.full.shrunk == 0


def test_an_outcome_counts_only_once_its_years_have_passed() -> None:
    rows = [came("B", "success", last=2018), came("C", "fail", last=2010)]
    (early,) = at_five(rows, as_of=date(2023, 12, 30))
    assert (early.success, early.fail, early.waiting) == (0, 1, 1)
    (late,) = at_five(rows, as_of=date(2023, 12, 31))
    assert (late.success, late.fail, late.waiting) == (1, 1, 0)
    (before,) = at_five(rows, as_of=date(2017, 6, 1))
    assert (before.fail, before.waiting) == (1, 0), "the other had not ended"


def test_a_later_row_changes_nothing_that_was_known_before() -> None:
    rows = [came("B", "success", last=2000), came("C", "fail", last=2001)]
    more = [*rows, came("D", "success", last=2012), came("E", "success", last=2020)]
    day = date(2010, 1, 1)
    assert rates(rows, as_of=day) == rates(more, as_of=day)
    assert nearest(rows, SAME, as_of=day) == nearest(more, SAME, as_of=day)


def test_no_day_sees_past_what_was_coded() -> None:
    row = came("B", "unknown", last=CODED_TO - 1)
    (far,) = at_five([row], as_of=date(2100, 1, 1))
    assert (far.rows, far.unknown, far.waiting) == (0, 0, 1)


def test_each_group_is_drawn_towards_its_population() -> None:
    rows = [came(f"B{i}", "success", aim="realign") for i in range(2)]
    rows += [came(f"C{i}", "fail") for i in range(6)]
    found = {rate.group: rate for rate in at_five(rows, "aim")}
    assert set(found) == {"realign", "disalign"}
    assert found["realign"].full.own == 1
    assert found["realign"].full.shrunk == pytest.approx((2 + PRIOR * 2 / 8) / 12)
    assert found["disalign"].full.shrunk == pytest.approx(PRIOR * 2 / 8 / 16)


# ----------------------------------------------------------------------- offers


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


# ----------------------------------------------------------------- the real list

LEFT_OUT = {
    "W140": ("1946-90", "dealign", "unknown", ("fail", "fail", "fail")),
    "W142": ("1946-90", "disalign", "yes", ("fail", "fail", "fail")),
    "W210": ("1991 on", "disalign", "yes", ("fail", "fail", "unknown")),
    "W248": ("1991 on", "prealign", "unknown", ("success", "success", "success")),
}
"""Rows of the first list that were doubted and left out: era, aim, veto, outcomes."""


def outcomes(rate: Rate) -> Counter[str]:
    """Count outcomes as the first list did, where what is not yet known was unknown."""
    return Counter(
        success=rate.success,
        partial=rate.partial,
        fail=rate.fail,
        unknown=rate.unknown + rate.waiting,
    )


def counted(*four: int) -> Counter[str]:
    return Counter(dict(zip(("success", "partial", "fail", "unknown"), four, strict=True)))


@pytest.mark.parametrize(
    ("years", "first_list"),
    [(2, (84, 61, 122, 9)), (5, (66, 33, 146, 31)), (10, (49, 24, 131, 72))],
)
def test_outcomes_are_those_of_the_first_list_but_for_rows_left_out(
    years: int, first_list: tuple[int, ...]
) -> None:
    got: Counter[str] = Counter()
    for rate in rates(listed()):
        if rate.years == years:
            got += outcomes(rate)
    at = HORIZONS.index(years)
    got += Counter(after[at] for *_, after in LEFT_OUT.values())
    assert got == counted(*first_list)


@pytest.mark.parametrize(
    ("by", "first_list"),
    [
        (None, {None: (52, 31, 133, 28)}),
        ("era", {"before 1914": (10, 2, 22, 1), "1914-45": (6, 1, 28, 5),
                 "1946-90": (21, 11, 47, 0), "1991 on": (15, 17, 36, 22)}),
        ("aim", {"realign": (21, 3, 23, 7), "dealign": (11, 5, 32, 8), "prealign": (12, 1, 33, 3),
                 "disalign": (8, 22, 45, 10)}),
        ("veto", {"yes": (8, 2, 37, 3), "no": (20, 10, 54, 11), "unknown": (24, 19, 42, 14)}),
    ],
)  # fmt: skip
def test_groups_are_those_of_the_first_list_but_for_rows_left_out(
    by: str | None, first_list: dict[str | None, tuple[int, ...]]
) -> None:
    got: dict[str | bool | None, Counter[str]] = {
        rate.group: outcomes(rate)
        for rate in at_five(listed(), by)
        if rate.population == "attempts"
    }
    for era, aim, veto, after in LEFT_OUT.values():
        group = {"era": era, "aim": aim, "veto": veto}.get(by or "")
        got[group] += Counter([after[1]])
    assert got == {group: counted(*four) for group, four in first_list.items()}


def test_rows_left_out_are_not_in_the_list() -> None:
    assert {row.id for row in listed()}.isdisjoint(LEFT_OUT)
    assert len(listed()) + len(LEFT_OUT) == 276


@pytest.mark.parametrize("by", [None, *GROUPS])
def test_every_group_of_the_list_adds_up(by: str | None) -> None:
    for years in HORIZONS:
        found = [rate for rate in rates(listed(), by) if rate.years == years]
        assert sum(rate.rows + rate.waiting for rate in found) == len(listed())
        for rate in found:
            assert rate.rows == rate.success + rate.partial + rate.fail + rate.unknown
            assert rate.full.clusters <= rate.clusters <= rate.rows


def test_realign_and_disalign_lie_apart_and_realign_is_shrunk_most() -> None:
    """Of the list; it may well be that such an attempt is written down once it has worked."""
    found = {r.group: r.full for r in at_five(listed(), "aim") if r.population == "attempts"}
    low, high = found["disalign"], found["realign"]
    assert low.hi is not None
    assert high.lo is not None
    assert low.hi < high.lo
    assert low.high is not None
    assert high.low is not None
    assert high.low < low.high, "with each doubtful row read the other way, not even that holds"


def test_offers_to_tokyo_to_part_from_washington_stand_newest_first() -> None:
    found = [(row.id, row.divider, row.answer) for row in offers(listed(), JAPAN, USA)]
    assert found == [
        ("W136", (RUSSIA,), "refused"),
        ("W043", (CHINA,), "half"),
        ("W041", (RUSSIA,), "half"),
    ]
    assert [row.id for row in offers(listed(), USA, JAPAN)] == ["W098"], "the other way round"


def test_the_nearest_to_a_row_of_the_list_is_that_row() -> None:
    for row in listed()[::4]:
        case = Case(row.divider, row.target, row.partner, row.divider_bloc, row.partner_bloc,
                    row.aim, row.instrument, row.side, row.upheaval, row.last,
                    row.recognition)  # fmt: skip
        got = nearest(listed(), case, count=1)
        assert got[0].distance == 0
        assert row.id in {near.attempt.id for near in got}
