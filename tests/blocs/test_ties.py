"""Which blocs two states share on a day, exact to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from daylight.blocs.records import BlocTies
from daylight.blocs.ties import bloc_ties
from daylight.core.errors import SameState
from daylight.core.states import get
from daylight.store.atlas import Atlas


def names(ties: BlocTies, relation: str) -> set[str]:
    return {tie.bloc for tie in getattr(ties, relation)}


@pytest.mark.parametrize(
    ("a", "b", "bloc", "last_without", "first_with"),
    [
        ("RUS", "BLR", "EAEU", "2014-12-31", "2015-01-01"),
        ("USA", "TUR", "NATO", "1952-02-17", "1952-02-18"),
    ],
)
def test_a_bloc_is_shared_from_the_first_day(
    book: Atlas, a: str, b: str, bloc: str, last_without: str, first_with: str
) -> None:
    assert bloc not in names(bloc_ties(a, b, last_without, atlas=book), "shared")
    assert bloc in names(bloc_ties(a, b, first_with, atlas=book), "shared")


def test_a_bloc_is_shared_to_the_last_day_and_not_after(book: Atlas) -> None:
    rows = book.rows("bloc_spells", "bloc = 'EU' AND cow = 200")
    end = rows["end"][0].astype("datetime64[D]").item()
    last = (end - timedelta(days=1)).isoformat()
    assert "EU" in names(bloc_ties("GBR", "FRA", last, atlas=book), "shared")
    after = bloc_ties("GBR", "FRA", end.isoformat(), atlas=book)
    assert "EU" not in names(after, "shared")
    assert "EU" in names(after, "second")


@pytest.mark.parametrize(
    ("a", "b", "when"),
    [("RUS", "IRN", "2017-02-01"), ("DEU", "FRA", "1990-10-02"), ("USA", "CHN", "2026-06-04")],
)
def test_the_other_order_turns_the_relations_round(book: Atlas, a: str, b: str, when: str) -> None:
    one, two = bloc_ties(a, b, when, atlas=book), bloc_ties(b, a, when, atlas=book)
    assert names(one, "shared") == names(two, "shared")
    assert names(one, "looser") == names(two, "looser")
    assert names(one, "first") == names(two, "second")
    assert names(one, "second") == names(two, "first")


@pytest.mark.parametrize("when", ["1960", "1980", "1995-06-30", "2017-02-01", "2026-06-04"])
@pytest.mark.parametrize("pair", [("USA", "GBR"), ("RUS", "IRN"), ("DEU", "POL"), ("IND", "CHN")])
def test_each_bloc_has_one_place_and_its_reasons(
    book: Atlas, pair: tuple[str, str], when: str
) -> None:
    ties = bloc_ties(*pair, when, atlas=book)
    every = [*ties.shared, *ties.first, *ties.second, *ties.looser]
    assert len({tie.bloc for tie in every}) == len(every)
    assert {tie.bloc for tie in every} <= set(ties.listed)
    for tie in every:
        full = [m.state.cow for m in tie.memberships if m.standing == "full"]
        who = [m.state.cow for m in tie.memberships]
        both = [ties.a.cow, ties.b.cow]
        assert who == {"first": both[:1], "second": both[1:]}.get(tie.relation, both)
        assert (len(full) == 2) == (tie.relation == "shared")
        for member in tie.memberships:
            assert member.citation
            assert member.confirmed in ("page", "cross", "unconfirmed")
            assert member.since <= ties.as_of


def test_an_observer_is_not_a_member(book: Atlas) -> None:
    ties = bloc_ties("RUS", "IRN", "2017-02-01", atlas=book)
    assert "SCO" not in names(ties, "shared")
    assert "SCO" in names(ties, "looser")
    (sco,) = [tie for tie in ties.looser if tie.bloc == "SCO"]
    assert {m.state.code: m.standing for m in sco.memberships} == {"RUS": "full", "IRN": "observer"}
    later = bloc_ties("RUS", "IRN", "2024-01-01", atlas=book)
    assert {"SCO", "BRICS"} <= names(later, "shared")


def test_the_motivating_case_russias_own_blocs(book: Atlas) -> None:
    ties = bloc_ties("RUS", "IRN", "2017-02-01", divider="USA", atlas=book)
    assert {"CSTO", "EAEU", "CIS"} <= names(ties, "first")
    assert {tie.bloc for tie in ties.outside} == {"APEC"}


def test_blocs_with_an_outside_power_need_both_as_members(book: Atlas) -> None:
    ties = bloc_ties("RUS", "TUR", "2017-02-01", divider="USA", atlas=book)
    assert "NATO" in {tie.bloc for tie in ties.outside}
    with pytest.raises(SameState):
        bloc_ties("RUS", "TUR", "2017-02-01", divider="RUS", atlas=book)


def test_germany_keeps_its_blocs_through_1990(book: Atlas) -> None:
    for when, cow in (("1990-10-02", 260), ("1990-10-03", 255)):
        ties = bloc_ties("DEU", "FRA", when, atlas=book)
        assert ties.a.cow == cow
        assert {"NATO", "EU"} <= names(ties, "shared")


def test_before_the_first_bloc_there_is_none(book: Atlas) -> None:
    ties = bloc_ties("GBR", "FRA", 1900, atlas=book)
    assert [*ties.shared, *ties.first, *ties.second, *ties.looser] == []
    assert ties.covered[0] > 1900


def test_one_state_has_no_ties_to_itself(book: Atlas) -> None:
    with pytest.raises(SameState):
        bloc_ties("DEU", 260, "1980", atlas=book)


@pytest.mark.parametrize(("bloc", "since"), [("EU", date(1958, 1, 1)), ("NATO", date(1955, 5, 6))])
def test_a_standing_goes_on_through_a_change_of_number(book: Atlas, bloc: str, since: date) -> None:
    """Germany did not join in 1990."""
    for when in ("1980", "2004-05-01"):
        ties = bloc_ties("DEU", "FRA", when, atlas=book)
        (tie,) = [tie for tie in ties.shared if tie.bloc == bloc]
        assert tie.memberships[0].since == since


def test_a_state_that_left_and_came_back_is_a_member_since_it_came_back(book: Atlas) -> None:
    rows = book.rows("bloc_spells", "status = 'full' ORDER BY bloc, cow, start")
    keys = list(zip(rows["bloc"].tolist(), rows["cow"].tolist(), strict=True))
    twice = [k for k in range(1, len(keys)) if keys[k] == keys[k - 1]]
    starts = [start.astype("datetime64[D]").item() for start in rows["start"]]
    broken = [
        k for k in twice
        if rows["end"][k - 1] < rows["start"][k] and get(int(keys[k][1])).existed(starts[k])
    ]  # fmt: skip
    assert broken, "the table has such a case"
    for k in broken[:5]:
        (bloc, cow), start = keys[k], starts[k]
        other = 2 if cow != 2 else 200
        ties = bloc_ties(int(cow), other, start.isoformat(), atlas=book)
        found = [t for t in (*ties.shared, *ties.first) if t.bloc == bloc]
        assert found[0].memberships[0].since == start
