"""Which blocs two states share on a day, exact to the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from daylight.core.errors import SameState
from daylight.core.partial import PartialDate
from daylight.core.states import get
from daylight.measures.memberships import MEMBER
from daylight.shared_blocs.lines import short
from daylight.shared_blocs.records import REACHES, WISHES, BlocTies
from daylight.shared_blocs.ties import bloc_ties
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.load import packaged
from daylight.sources.kit.load import shape as checked
from daylight.store.atlas import Atlas


@pytest.fixture
def listed(atlas_of: Callable[..., Atlas]) -> Atlas:
    """Return an atlas of the bloc table as it is in the source, with its precisions."""
    spec = declaration("blocs")
    tables = checked(spec, packaged(spec)).tables
    covered = [{"measure": "shared_blocs", "start": 1945, "end": 2026}]
    rows = {name: table.to_dicts() for name, table in tables.items()}
    return atlas_of({**rows, "coverage": covered}, ("blocs",))


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
    rows = book.rows("bloc_spells", "bloc = 'EU' AND cow = 200 AND status = 'full'")
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
        full = [m.state.cow for m in tie.memberships if m.standing in MEMBER]
        assert not {m.standing for m in tie.memberships} & {*WISHES}
        who = [m.state.cow for m in tie.memberships]
        both = [ties.a.cow, ties.b.cow]
        assert who == {"first": both[:1], "second": both[1:]}.get(tie.relation, both)
        assert (len(full) == 2) == (tie.relation == "shared")
        for member in tie.memberships:
            assert member.citation
            assert member.confirmed in ("page", "cross", "named", "unconfirmed")
            assert member.since.first <= ties.as_of


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
    assert "APEC" in {tie.bloc for tie in ties.outside}
    assert not {tie.bloc for tie in ties.outside} & {"CSTO", "EAEU", "NATO"}


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
        assert tie.memberships[0].since == PartialDate(since)


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
        assert found[0].memberships[0].since.first == start


def test_a_date_known_to_the_month_is_not_printed_as_a_day(listed: Atlas) -> None:
    ties = bloc_ties("USA", "JPN", "2000-01-01", atlas=listed)
    since = {t.bloc: t.memberships[0].since for t in (*ties.shared, *ties.looser)}
    assert since["APEC"] == PartialDate(date(1989, 11, 1), "month")
    assert since["ASEAN"] == PartialDate(date(1977, 1, 1), "year")
    text = ties.text()
    assert "APEC: Japan, member since November 1989" in text
    assert "ASEAN: Japan, partner since 1977" in text
    assert "1 November 1989" not in text
    assert "1 January 1977" not in text
    assert '"since": "1989-11"' in ties.to_json()
    assert "1989-11" in ties.to_polars()["since"].to_list()
    assert "1 January 1958" in bloc_ties("DEU", "FRA", "2000", atlas=listed).text()


def test_where_a_day_within_the_month_is_asked_for_it_is_said(listed: Atlas) -> None:
    within = bloc_ties("USA", "JPN", "1989-11-05", atlas=listed)
    said = [c.text for c in within.caveats if "APEC" in c.text and "not known" in c.text]
    assert len(said) == 2
    assert "began in November 1989" in said[0]
    after = bloc_ties("USA", "JPN", "1989-11-30", atlas=listed)
    assert not [c for c in after.caveats if "may have begun" in c.text]
    ended = bloc_ties("AUS", "FRA", "2008-02-10", atlas=listed)
    assert [c.text for c in ended.caveats if "may still have held" in c.text] == [
        "Australia's standing in Quad ended in February 2008; the day is not known, so it may "
        "still have held on 10 February 2008. It is not counted."
    ]


@pytest.mark.parametrize(
    ("a", "b", "bloc", "when", "since"),
    [
        ("EGY", "SAU", "Arab League", "2000", "1989-05-21"),
        ("SYR", "EGY", "Arab League", "1970", "1961"),
        ("SYR", "EGY", "Arab League", "1950", "1945-03-22"),
        ("DEU", "POL", "EU", "2004-05-01", "1958-01-01"),
        ("DEU", "POL", "NATO", "2004-05-01", "1955-05-06"),
        ("YEM", "EGY", "Arab League", "2000", "1945-05"),
        ("BLR", "RUS", "CIS", "2000", "1991-12-08"),
    ],
)
def test_dates_of_membership(
    listed: Atlas, a: str, b: str, bloc: str, when: str, since: str
) -> None:
    ties = bloc_ties(a, b, when, atlas=listed)
    (tie,) = [tie for tie in ties.shared if tie.bloc == bloc]
    assert str(tie.memberships[0].since) == since


def test_no_bloc_is_shared_with_a_state_that_is_not_yet_one_again(listed: Atlas) -> None:
    ties = bloc_ties("EGY", "IRQ", "1961-09-28", atlas=listed)
    assert "Arab League" in names(ties, "shared")
    rows = listed.rows("bloc_spells", "cow = 652 AND bloc = 'Arab League' ORDER BY start")
    assert rows["start"][1].astype("datetime64[D]").item() == date(1961, 9, 29)


def test_the_atlas_that_ships_knows_how_far_dates_are_known(book: Atlas) -> None:
    assert "since November 1989" in bloc_ties("USA", "JPN", "2000", atlas=book).text()


def test_a_wish_is_no_tie_and_stands_apart(listed: Atlas) -> None:
    ties = bloc_ties("RUS", "TJK", "2017-02-01", atlas=listed)
    assert "EAEU" in names(ties, "first")
    (hope,) = ties.hoped
    assert (hope.bloc, hope.memberships[0].state.code) == ("EAEU", "TJK")
    assert hope.memberships[0].since == PartialDate(date(2017, 1, 31))
    assert "Hikmatullozoda" in (hope.memberships[0].note or "")
    assert "Not in yet: EAEU (Tajikistan spoken of)." in "\n".join(short(ties))
    assert not bloc_ties("TJK", "UZB", "2017-02-01", atlas=listed).hoped, "neither is in it"


def test_a_candidate_is_not_a_looser_member(listed: Atlas) -> None:
    ties = bloc_ties("DEU", "TUR", "2016", atlas=listed)
    assert "EU" in names(ties, "first")
    assert "EU" not in names(ties, "looser")
    assert [(t.bloc, t.memberships[0].standing) for t in ties.hoped] == [("EU", "candidate")]


def test_a_member_that_has_announced_its_leave_shares_the_bloc(listed: Atlas) -> None:
    ties = bloc_ties("MEX", "BRA", "2003-01-01", atlas=listed)
    (tie,) = [tie for tie in ties.shared if tie.bloc == "Rio Pact"]
    assert tie.memberships[0].standing == "withdrawing"
    assert "Mexico, leaving member since 6 September 2002" in ties.text()
    later = bloc_ties("MEX", "BRA", "2004-09-06", atlas=listed)
    assert "Rio Pact" in names(later, "second")


@pytest.mark.parametrize("pair", [("DEU", "FRA"), ("NGA", "GHA"), ("USA", "GBR"), ("RUS", "IRN")])
def test_many_blocs_stay_few_lines(listed: Atlas, pair: tuple[str, str]) -> None:
    ties = bloc_ties(*pair, "2017-02-01", atlas=listed)
    every = len({t.bloc for t in (*ties.shared, *ties.first, *ties.second, *ties.looser)})
    assert every >= 8
    assert len(short(ties)) <= 10
    places = [REACHES.index(t.reach) for t in ties.shared]
    assert places == sorted(places)


def test_wide_organisations_and_forums_are_counted_when_there_are_many(listed: Atlas) -> None:
    ties = bloc_ties("DEU", "FRA", "2017-02-01", atlas=listed)
    wide = [t.bloc for t in ties.shared if t.reach != "exclusive"]
    assert len(wide) > 2
    text = "\n".join(short(ties))
    assert f"{len(wide)} wide organisations or forums" in " ".join(text.split())
    assert "NATO (military)" in text
    assert "G20" not in text
