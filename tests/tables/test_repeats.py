"""Which votes repeat an earlier text: what speaks for a pair, and everything against."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.tables.votes import repeats as module
from daylight.tables.votes.ballots import join
from daylight.tables.votes.repeats import repeats, with_repeats

CALLS: dict[str, Any] = {
    "item": pl.Int32, "session": pl.Int16, "symbol": pl.String, "title": pl.String,
    "final": pl.Boolean,
}  # fmt: skip
TEXTS: dict[str, Any] = {
    "symbol": pl.String, "session": pl.Int16, "title": pl.String, "agenda": pl.String,
    "subjects": pl.List(pl.String),
}  # fmt: skip
SANCTIONS = "Human rights and unilateral coercive measures"
JUDGED = Path(__file__).parent / "repeats_judged.csv"


def text(symbol: str, title: str = SANCTIONS, vote: bool = True, **other: Any) -> dict[str, Any]:
    """One text of the session that its symbol names, with a vote on it or without."""
    session = other.pop("session", None) or int(symbol.split("/")[2])
    plain = {"agenda": "Human rights: questions", "subjects": ["SANCTIONS"]}
    return plain | {"symbol": symbol, "session": session, "title": title, "vote": vote} | other


OLD = text("A/RES/74/99", "Something else")
"""Makes all texts from session 74 on known."""


def pairs(*rows: dict[str, Any], first: int = 75) -> list[tuple[str, str]]:
    """Return symbols of later and earlier texts."""
    calls = [
        {"item": k, "final": True} | {c: row[c] for c in ("session", "symbol", "title")}
        for k, row in enumerate(rows)
        if row["vote"]
    ]
    texts = [{column: row[column] for column in TEXTS} for row in rows]
    found = repeats(pl.DataFrame(calls, CALLS), pl.DataFrame(texts, TEXTS), first)
    return [(rows[later]["symbol"], rows[earlier]["symbol"]) for later, earlier, _ in found.rows()]


def test_a_text_is_paired_with_that_of_the_session_before() -> None:
    yearly = [text(f"A/RES/{session}/1") for session in (74, 75, 76)]
    assert pairs(*yearly) == [
        ("A/RES/75/1", "A/RES/74/1"), ("A/RES/76/1", "A/RES/75/1")
    ]  # fmt: skip


@pytest.mark.parametrize(("gap", "paired"), [(1, True), (2, True), (3, True), (4, False)])
def test_a_text_may_skip_two_sessions(gap: int, paired: bool) -> None:
    found = pairs(text("A/RES/74/1"), text(f"A/RES/{74 + gap}/1"))
    assert bool(found) is paired


@pytest.mark.parametrize(
    "title",
    [
        "Human rights and unilateral coercive measure",
        "Human rights and unilateral coercive-measures",
        "HUMAN RIGHTS AND UNILATERALCOERCIVE MEASURES",
    ],
)
def test_a_slip_in_a_title_does_not_matter(title: str) -> None:
    assert pairs(text("A/RES/74/1"), text("A/RES/75/1", title))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Programme of the Decade of Decolonization (2024)",
         "Programme of the Decade of Decolonization (2025)"),
        ("Third International Decade for the Eradication of Colonialism",
         "Fourth International Decade for the Eradication of Colonialism"),
        ("Cooperation between the United Nations and the Shanghai Cooperation Organization",
         "Cooperation between the United Nations and the Economic Cooperation Organization"),
        ("Sustainable tourism and sustainable development in Central America",
         "Sustainable tourism and sustainable development in Central Asia"),
        ("Violence against women", "Violence against women: the digital environment"),
    ],
)  # fmt: skip
def test_another_year_ordinal_organization_or_subtitle_is_another_text(one: str, two: str) -> None:
    assert not pairs(text("A/RES/74/1", one), text("A/RES/75/1", two))
    assert pairs(text("A/RES/74/1", one), text("A/RES/75/1", one))


@pytest.mark.parametrize(
    "title",
    [
        "The situation in Afghanistan", "Financing of the United Nations Interim Force in Lebanon",
        "Organization of the high-level meeting", "Proposed programme budget: Palestine refugees",
    ],
)  # fmt: skip
def test_texts_on_the_events_or_sums_of_a_year_are_not_paired(title: str) -> None:
    assert not pairs(text("A/RES/74/1", title), text("A/RES/75/1", title))


def test_two_texts_of_one_title_in_a_session_are_not_paired() -> None:
    for session in (74, 75):
        rows = [text("A/RES/74/1"), text("A/RES/75/1"), text(f"A/RES/{session}/2")]
        assert not pairs(*rows)
        assert not pairs(*rows[:2], text(f"A/RES/{session}/2", vote=False))


def test_an_earlier_text_is_repeated_once() -> None:
    # the first is like both others, which are not like each other
    title = "abcdefghijklmnopqrstuvwxyz" + "abcdefghijklmn"
    rows = [
        text("A/RES/74/1", title),
        text("A/RES/75/1", "z" + title[1:]),
        text("A/RES/76/1", title[:-1] + "z"),
    ]
    assert pairs(*rows[:2]) and pairs(rows[0], rows[2])
    assert not pairs(*rows)


def test_parts_and_special_sessions_are_not_paired() -> None:
    assert not pairs(text("A/RES/74/1 A"), text("A/RES/75/1"))
    assert not pairs(text("A/RES/74/1"), text("A/RES/75/1 B"))
    assert not pairs(text("A/RES/74/1"), text("A/RES/ES-11/1", session=75))


def test_no_pair_reaches_over_a_text_adopted_without_a_vote() -> None:
    rows = [text("A/RES/74/1"), text("A/RES/75/1", vote=False), text("A/RES/76/1")]
    assert not pairs(*rows)
    assert pairs(rows[0], rows[2])


def test_another_agenda_heading_is_another_text_and_a_renamed_one_is_not() -> None:
    before = (
        "Report of the Special Committee to Investigate Israeli Practices Affecting the Human "
        "Rights of the Palestinian People and Other Arabs of the Occupied Territories"
    )
    renamed = (
        "Israeli practices and settlement activities affecting the rights of the Palestinian "
        "people and other Arabs of the occupied territories"
    )
    one = text("A/RES/74/1", agenda=before)
    assert pairs(one, text("A/RES/75/1", agenda=f"{before}: settlements"))
    assert pairs(one, text("A/RES/75/1", agenda=renamed))
    assert not pairs(one, text("A/RES/75/1", agenda="Strengthening of the United Nations system"))
    assert not pairs(one, text("A/RES/75/1", agenda="Report of the Human Rights Council"))


@pytest.mark.parametrize(
    "heading",
    ["Treaty on Taxes (Proposed)", "ADVISORY OPINIONS", "UN. Open-Ended Working Group on Space"],
)
def test_another_step_under_the_same_title_is_another_text(heading: str) -> None:
    with_step: dict[str, Any] = {"subjects": ["SANCTIONS", heading]}
    assert not pairs(text("A/RES/74/1"), text("A/RES/75/1", **with_step))
    assert pairs(text("A/RES/74/1", **with_step), text("A/RES/75/1", **with_step))
    assert pairs(text("A/RES/74/1"), text("A/RES/75/1", subjects=["SANCTIONS", "TRADE"]))


def test_the_first_text_under_a_title_founds_something() -> None:
    rows = [OLD, *(text(f"A/RES/{session}/1") for session in (78, 79, 80))]
    assert pairs(*rows) == [("A/RES/80/1", "A/RES/79/1")]
    # session 76 may have had one in session 73, when texts without a vote are not known
    assert pairs(OLD, text("A/RES/76/1"), text("A/RES/77/1"))
    assert pairs(OLD, text("A/RES/76/1", vote=False), *rows[1:])[0] == ("A/RES/79/1", "A/RES/78/1")


def test_pairs_found_different_on_reading_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    both = text("A/RES/74/1"), text("A/RES/75/1")
    assert pairs(*both)
    monkeypatch.setattr(module, "_apart", lambda: {("A/RES/75/1", "A/RES/74/1")})
    assert not pairs(*both)


def test_only_votes_on_whole_texts_are_paired() -> None:
    calls = pl.DataFrame(
        [(1, 74, "A/RES/74/1", SANCTIONS, True), (2, 75, "A/RES/75/1", SANCTIONS, None)],
        CALLS, orient="row",
    )  # fmt: skip
    none = pl.DataFrame(schema=TEXTS)
    assert repeats(calls, none).is_empty()
    assert len(repeats(calls.with_columns(final=pl.lit(True)), none)) == 1


def test_a_shortened_title_is_compared_as_far_as_it_goes() -> None:
    long = " ".join(f"word{'x' * k}" for k in range(12))
    calls = pl.DataFrame(
        [(1, 73, "R/73/1", long[:60] + "…", True), (2, 75, "A/RES/75/1", long, True)],
        CALLS, orient="row",
    )  # fmt: skip
    assert len(repeats(calls, pl.DataFrame(schema=TEXTS))) == 1


@given(st.lists(st.tuples(st.integers(74, 80), st.sampled_from("ABC")), max_size=20))
def test_pairs_point_back_in_time_and_no_item_is_twice_in_a_column(
    drawn: list[tuple[int, str]],
) -> None:
    titles = {"A": SANCTIONS, "B": "Nuclear disarmament", "C": "Oceans and the law of the sea"}
    rows = [text(f"A/RES/{s}/{k}", titles[t]) for k, (s, t) in enumerate(drawn)]
    found = pairs(*rows)
    sessions = {row["symbol"]: row["session"] for row in rows}
    assert all(0 < sessions[later] - sessions[earlier] <= 3 for later, earlier in found)
    assert all(len({pair[side] for pair in found}) == len(found) for side in (0, 1))


def test_the_matches_of_the_authors_come_first_and_stay() -> None:
    calls = pl.DataFrame(
        [(7, 74, "A/RES/74/1", SANCTIONS, True), (9, 75, "A/RES/75/1", SANCTIONS, True)],
        CALLS, orient="row",
    )  # fmt: skip
    matches = pl.DataFrame({"later": [7], "earlier": [3]})
    log = IssueLog("ideal_points")
    both = with_repeats(matches, calls, pl.DataFrame(schema=TEXTS), log)
    assert both.rows() == [(7, 3), (9, 7)]
    assert [i.rows for i in log.issues] == [1]


def test_every_pair_held_apart_has_its_reason() -> None:
    path = Path(module.__file__).parent / "repeats_apart.csv"
    rows = pl.read_csv(path)
    assert rows.columns == ["later", "earlier", "why"]
    assert rows["why"].null_count() == 0 and rows.n_unique(["later", "earlier"]) == len(rows)


@pytest.fixture
def real(mirror: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    un = load("un_votes_resolutions").tables
    return join(load("un_votes_voeten").tables, un, IssueLog("x"))["rollcalls"], un["texts"]


@pytest.mark.mirror
def test_mirror_pairs_by_session(real: tuple[pl.DataFrame, pl.DataFrame]) -> None:
    found = repeats(*real).join(real[0], left_on="later", right_on="item")
    assert dict(found.group_by("session").len().iter_rows()) == {
        75: 80, 76: 67, 77: 63, 78: 57, 79: 67, 80: 64
    }  # fmt: skip


@pytest.mark.mirror
def test_mirror_pairs_judged_the_same_are_found_and_others_are_not(
    real: tuple[pl.DataFrame, pl.DataFrame],
) -> None:
    symbols = dict(real[0].select("item", "symbol").iter_rows())
    rows = repeats(*real).select("later", "earlier").iter_rows()
    found = {(symbols[later], symbols[earlier]) for later, earlier in rows}
    judged = pl.read_csv(JUDGED)
    sets = {
        str(key[0]): set(part.select("later", "earlier").iter_rows())
        for key, part in judged.group_by("judged")
    }
    assert {name: len(rows) for name, rows in sets.items()} == {
        "same": 230, "different": 5, "unsure": 5
    }  # fmt: skip
    assert sets["same"] <= found
    assert not sets["different"] & found


@pytest.mark.mirror
def test_mirror_the_authors_pairs_of_session_74_are_found(
    real: tuple[pl.DataFrame, pl.DataFrame],
) -> None:
    calls, texts = real
    session = dict(calls.select("item", "session").iter_rows())
    authors = dict(load("un_votes_matches").tables["matches"].iter_rows())
    own = dict(repeats(calls, texts, first=70).select("later", "earlier").iter_rows())
    # before session 70 the deposit gives subject headings for most titles
    for number, (listed, same) in {
        70: (21, 21), 71: (23, 23), 72: (22, 20), 73: (31, 31), 74: (58, 57)
    }.items():  # fmt: skip
        theirs = {later: e for later, e in authors.items() if session.get(later) == number}
        assert len(theirs) == listed
        assert sum(own.get(later) == e for later, e in theirs.items()) == same
    yearly = [x for x, e in own.items() if session[x] == 74 and session[e] == 73]
    assert (len(yearly), sum(own[x] == authors.get(x) for x in yearly)) == (62, 57)
